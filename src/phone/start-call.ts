import { randomUUID } from 'node:crypto';
import { PlivoJsxError } from '../errors.ts';
import { assumptions } from './assumptions.ts';
import { httpTransport } from './http/http-transport.ts';
import { requestsOf } from './http/requests.ts';
import type { CallOptions } from './options.ts';
import { PhoneCall } from './phone-call.ts';
import { runCall } from './run-call.ts';
import { Session, type Settings } from './session.ts';

/** The options without those that are undefined. */
type Given = { [Name in keyof CallOptions]: Exclude<CallOptions[Name], undefined> };

/**
 * Calls an answer URL. Whatever the server does wrong, the call ends with Plivo's own code and an explanation.
 *
 * @param url the answer URL, absolute; a fragment holds Plivo's retry options
 * @returns the call, once it waits for the caller or has ended
 * @throws {@link PlivoJsxError} `E_PHONE_URL` when the URL is none, `E_OPTION` or `E_PHONE_KEYS` for a bad option
 */
export async function startCall(url: string, options: CallOptions = {}): Promise<PhoneCall> {
  const given = Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Given;
  const settings: Settings = {
    from: '14155550100',
    to: '14155550199',
    direction: 'inbound',
    startedAt: new Date(),
    transport: httpTransport,
    ...given,
    url: checkedUrl('The URL', String(url)),
  };
  for (const name of ['hangupUrl', 'ringUrl', 'fallbackUrl', 'machineDetectionUrl', 'publicUrl'] as const) {
    const address = settings[name];
    if (address !== undefined) checkedUrl(name, address);
  }
  checkMethods(given);
  const session = new Session(settings, { ...assumptions, ...given.assume }, settings.uuid ?? randomUUID());
  session.requests = requestsOf(session);
  const call = new PhoneCall(session, given.pace ?? 'skip');
  if (given.early !== undefined) call.early(given.early);
  const hangUp = () => session.hangUp();
  if (given.signal?.aborted === true) hangUp();
  given.signal?.addEventListener('abort', hangUp, { once: true });
  runCall(session)
    .catch((error: unknown) => (session.crash = { error }))
    .finally(() => {
      given.signal?.removeEventListener('abort', hangUp);
      session.line.finish();
    });
  return call.ready();
}

function checkedUrl(what: string, url: string): string {
  const trimmed = url.trim();
  if (!/^https?:\/\/[^\s/?#]/i.test(trimmed) || !URL.canParse(trimmed))
    throw new PlivoJsxError('E_PHONE_URL', { what });
  return trimmed;
}

function checkMethods(options: CallOptions): void {
  for (const option of [
    'answerMethod',
    'hangupMethod',
    'ringMethod',
    'fallbackMethod',
    'machineDetectionMethod',
  ] as const) {
    const method = options[option];
    if (method === undefined || method === 'GET' || method === 'POST') continue;
    throw new PlivoJsxError('E_OPTION', {
      option,
      problem: 'is neither GET nor POST',
      instead: 'write GET or POST, in capitals',
    });
  }
}
