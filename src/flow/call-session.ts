/**
 * The session of one call as components get it: texts by name.
 * @module
 */
import type { Context } from '../render/context.ts';
import { outermost } from '../render/walk/with-context.ts';

/** The texts that are kept for one call. `session()` makes typed values of them. */
export interface CallSession {
  /** Returns a text; undefined when there is none. */
  get(name: string): Promise<string | undefined>;
  /** Sets a text, which expires after the milliseconds. */
  set(name: string, text: string, milliseconds: number): Promise<void>;
  /** Deletes a text. */
  delete(name: string): Promise<void>;
  /** Reports that a text cannot be read any more: another version of the app wrote it. */
  unfit(name: string): void;
}

/** Texts of a render without a webhook: what a component sets is there for the components after it. */
export class RenderSession implements CallSession {
  readonly #texts = new Map<string, string>();

  async get(name: string): Promise<string | undefined> {
    return this.#texts.get(name);
  }

  async set(name: string, text: string): Promise<void> {
    this.#texts.set(name, text);
  }

  async delete(name: string): Promise<void> {
    this.#texts.delete(name);
  }

  unfit(): void {}
}

const ofRenders = new WeakMap<Context, CallSession>();

/**
 * The session that belongs to a context. A document that is rendered without a call, in a preview or a test, is the one that a
 * caller with an empty session hears.
 */
export function sessionOf(context: Context): CallSession {
  const { session } = context;
  if (session !== undefined) return session;
  const document = documentOf(context);
  const known = ofRenders.get(document);
  if (known !== undefined) return known;
  const created = new RenderSession();
  ofRenders.set(document, created);
  return created;
}

/** The context of the whole document: that inside of a `<WithContext>` knows it, or has the one around it as its prototype. */
function documentOf(context: Context & { readonly [outermost]?: Context }): Context {
  const known = context[outermost];
  if (known !== undefined) return known;
  const around = Object.getPrototypeOf(context) as Context | null;
  return around !== null && 'baseUrl' in around ? documentOf(around) : context;
}
