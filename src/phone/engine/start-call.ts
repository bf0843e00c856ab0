import { randomUUID } from 'node:crypto';
import { PlivoJsxError } from '../../errors.ts';
import { createRequests } from '../http/create-requests.ts';
import { httpTransport } from '../http/http-transport.ts';
import { assumptions } from './assumptions.ts';
import type { CallOptions } from './call-options.ts';
import { callTimeForm, readCallTime } from './call-time.ts';
import { addressesOf } from './addresses.ts';
import { checkedUrl, checkOptions } from './check-options.ts';
import { CommandQueue } from './command-queue.ts';
import { createPhoneCall, type PhoneCall } from './phone-call.ts';
import { runCall } from './run-call.ts';
import { Session, type Settings } from './session.ts';

type Defined<Options> = { [Name in keyof Options]: Exclude<Options[Name], undefined> };

/** The options without those that are undefined. */
const defined = <Options extends object>(options: Options) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Defined<Options>;

/** When a call starts, in milliseconds since 1970. */
export function startOf(at: CallOptions['at']): number {
  if (at === undefined) return Date.now();
  const time = readCallTime(at);
  if (time !== undefined) return time.epochMilliseconds;
  const suggestion = `write it as ${callTimeForm}`;
  throw new PlivoJsxError('E_OPTION', { option: 'at', problem: 'is no date and time', suggestion });
}

/**
 * Calls an answer URL. Whatever the server does wrong, the call ends with Plivo's own code and an explanation.
 *
 * @param url the answer URL, absolute; a fragment holds Plivo's retry options
 * @param options who calls whom, how requests are signed and sent, and how call time passes
 * @returns the call, when it needs the caller or has ended
 * @throws {@link PlivoJsxError} `E_PHONE_URL` for a URL that cannot be called, `E_OPTION` or `E_PHONE_KEYS` for a bad option
 * @example
 * ```ts
 * import { startCall } from 'plivo-jsx/phone';
 *
 * const call = await startCall('http://localhost:5000/ivr', {
 *   from: '14155550123',
 *   onEvent: ({ at, event }) => console.log(at, event),
 * });
 * await call.press('1');
 * ```
 */
export async function startCall(url: string, options: CallOptions = {}): Promise<PhoneCall> {
  checkOptions(options);
  const given = defined(options);
  const called = checkedUrl('The URL', String(url));
  const settings: Settings = {
    from: '14155550100',
    to: '14155550199',
    direction: 'inbound',
    transport: httpTransport,
    uuid: randomUUID(),
    ...given,
    startedAt: startOf(given.at),
    url: called,
    addresses: addressesOf(called, given),
  };
  const session = new Session(settings, { ...assumptions, ...defined(given.assume ?? {}) }, createRequests);
  const queue = new CommandQueue(session, given.pace ?? 'skip');
  const call = createPhoneCall(session, queue);
  if (given.pressEarly !== undefined) call.pressEarly(given.pressEarly);
  const hangUp = () => session.hangUp();
  if (given.signal?.aborted === true) hangUp();
  given.signal?.addEventListener('abort', hangUp, { once: true });
  runCall(session)
    .catch((error: unknown) => (session.crash = { error }))
    .finally(() => {
      given.signal?.removeEventListener('abort', hangUp);
      session.clock.finish();
    });
  await queue.settle();
  return call;
}
