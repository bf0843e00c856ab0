import { randomUUID } from 'node:crypto';
import { assumptions } from './assumptions.ts';
import { checkedUrl, checkOptions } from './check-options.ts';
import { httpTransport } from '../http/http-transport.ts';
import { requestsOf } from '../http/create-requests.ts';
import type { CallOptions } from './call-options.ts';
import { PhoneCall } from './phone-call.ts';
import { runCall } from './run-call.ts';
import { Session, type Settings } from './session.ts';

type Defined<Options> = { [Name in keyof Options]: Exclude<Options[Name], undefined> };

/** The options without those that are undefined. */
const defined = <Options extends object>(options: Options) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Defined<Options>;

/**
 * Calls an answer URL. Whatever the server does wrong, the call ends with Plivo's own code and an explanation.
 *
 * @param url the answer URL, absolute; a fragment holds Plivo's retry options
 * @returns the call, once it waits for the caller or has ended
 * @throws {@link PlivoJsxError} `E_PHONE_URL` when the URL is none, `E_OPTION` or `E_PHONE_KEYS` for a bad option
 */
export async function startCall(url: string, options: CallOptions = {}): Promise<PhoneCall> {
  checkOptions(options);
  const given = defined(options);
  const settings: Settings = {
    from: '14155550100',
    to: '14155550199',
    direction: 'inbound',
    startedAt: new Date(),
    transport: httpTransport,
    ...given,
    url: checkedUrl('The URL', String(url)),
  };
  const session = new Session(
    settings,
    { ...assumptions, ...defined(given.assume ?? {}) },
    settings.uuid ?? randomUUID(),
  );
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
