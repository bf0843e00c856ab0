/**
 * The session of one call, in the store of the app.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import type { CallSession } from '../../flow/call-session.ts';
import type { Store } from '../../store/store.ts';
import { callerLegOf } from '../../webhook/caller-leg.ts';
import { report } from '../report/report.ts';
import type { Webhook } from '../webhook.ts';
import { sessionKey } from './session-key.ts';
import { withoutText } from './without-text.ts';

/** A store has no verb that deletes: an empty text, which is no JSON, expires at once. */
const nothing = '';

/** The session of the call that a webhook is of; undefined when it names none. */
export function sessionOfCall(webhook: Webhook): CallSession | undefined {
  const call = callerLegOf(webhook.call);
  return call === undefined ? undefined : new StoredSession(webhook, call);
}

/** A value of a session, for the redaction of the log: what a caller entered may come back in an error of a later level. */
class Kept {
  constructor(text: string) {
    // Read when something failed: most values are never looked at.
    Object.defineProperty(this, 'values', { enumerable: true, get: () => [parsed(text)] });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

class StoredSession implements CallSession {
  readonly #webhook: Webhook;
  readonly #call: string;

  constructor(webhook: Webhook, call: string) {
    this.#webhook = webhook;
    this.#call = call;
  }

  async get(name: string): Promise<string | undefined> {
    const text = await this.#use(name, 'read', (store, key) => store.get(key));
    if (typeof text !== 'string' || text === nothing) return undefined;
    this.#webhook.given.push(new Kept(text));
    return text;
  }

  async set(name: string, text: string, milliseconds: number): Promise<void> {
    this.#webhook.given.push(new Kept(text));
    await this.#use(name, 'set', async (store, key) => {
      try {
        await store.set(key, text, milliseconds);
      } catch (error) {
        throw withoutText(error, text);
      }
    });
  }

  async delete(name: string): Promise<void> {
    await this.#use(name, 'deleted', (store, key) => store.set(key, nothing, 1));
  }

  unfit(name: string): void {
    const { request, state, route } = this.#webhook;
    const sentence = `${route} read the session ${name}, whose value does not fit any more; it counts as absent.`;
    report(request, state.counts, 'session', 'unfit', sentence, { route });
  }

  async #use<T>(name: string, verb: string, use: (store: Store, key: string) => Promise<T>): Promise<T> {
    const key = sessionKey(this.#call, name);
    // The result is wrapped: undefined says that the store failed.
    const done = await this.#webhook.state.sessions.do(async (store) => ({ result: await use(store, key) }));
    if (done === undefined) throw new PlivoJsxError('E_SESSION', { name, verb });
    return done.result;
  }
}
