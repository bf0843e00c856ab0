/**
 * Starts a call from a test.
 * @module
 */
import type { Failure } from '../failures.ts';
import { checkWord } from '../phone/engine/check-commands.ts';
import { startCall, type CallOptions, type PhoneCall } from '../phone/index.ts';
import { addressOfApp } from './app-address.ts';
import { withFailures } from './app-failures.ts';
import { writeTaken } from './coverage-folder.ts';
import { injectInto, type App } from './inject.ts';
import { addCall } from './record-calls.ts';
import { placeOf, watched } from './verbs.ts';

/** The options of {@link call}. With `pace: 'step'` a test can press keys or hang up in the middle of the first prompts. */
export interface TestCallOptions extends Omit<CallOptions, 'transport'> {
  /**
   * What happens when the app fails, so that the caller hears an apology: `reject`, and the verb rejects with the error of the
   * app as its `cause`, or `allow`, for a test of the apology. Default: `reject`.
   */
  readonly failures?: 'reject' | 'allow' | undefined;
}

/**
 * Calls a Fastify app in the same process. Resolves when the app needs the caller or the call has ended.
 *
 * @param app a Fastify app; it need not listen
 * @param path where the call is answered, such as `/ivr`. Default: where the app's first flow begins.
 * @param options who calls whom. With `publicUrl` the app has that public address, also one with a path that a
 * proxy strips; with `token` requests are signed.
 * @throws {@link PlivoJsxError} `E_APP_FAILED` when the app fails, as each verb of the call does; `E_PHONE_URL` when the
 * address is none, `E_OPTION` or `E_PHONE_KEYS` for a bad option
 * @example
 * ```tsx
 * import assert from 'node:assert/strict';
 * import { flow, GetDigits, level, Response, Speak } from 'plivo-jsx';
 * import { createApp } from 'plivo-jsx/fastify';
 * import { call } from 'plivo-jsx/testing';
 *
 * const menu = level('/menu', () => (
 *   <Response>
 *     <GetDigits action={choice()} numDigits={1}>
 *       <Speak>For our address, press 1.</Speak>
 *     </GetDigits>
 *   </Response>
 * ));
 * const choice = level('/choice', ({ call: { digits } }) => (
 *   <Response>
 *     <Speak>{digits === '1' ? '12 Hill Street.' : 'Goodbye.'}</Speak>
 *   </Response>
 * ));
 * const app = await createApp({ flows: [flow('shop', { levels: [menu, choice] })] });
 *
 * const phone = await call(app, '/menu');
 * await phone.press('1');
 * assert.equal(phone.heard.at(-1)?.text, '12 Hill Street.');
 * assert.equal(phone.ended?.name, 'End Of XML Instructions');
 * ```
 */
export function call(app: App, path?: string, options?: TestCallOptions): Promise<PhoneCall>;
/**
 * Calls an answer URL over HTTP, of any server.
 *
 * @param url such as `http://localhost:8000/answer`
 * @param options who calls whom; with `token` requests are signed
 * @throws {@link PlivoJsxError} `E_APP_FAILED` when the app says that it failed, which apps of plivo-jsx do in development;
 * `E_PHONE_URL` when the address is none, `E_OPTION` or `E_PHONE_KEYS` for a bad option
 */
export function call(url: string, options?: TestCallOptions): Promise<PhoneCall>;
export async function call(
  appOrUrl: App | string,
  pathOrOptions?: string | TestCallOptions,
  appOptions: TestCallOptions = {},
): Promise<PhoneCall> {
  const place = placeOf(call);
  const untold: Failure[] = [];
  const start = async (url: string, { failures = 'reject', ...options }: TestCallOptions & CallOptions) => {
    checkWord('failures', failures, ['reject', 'allow']);
    const phone = await startCall(url, options);
    if (typeof appOrUrl !== 'string') addCall(appOrUrl, phone);
    const afterVerb = () => writeTaken(phone);
    return watched(phone, { rejects: failures === 'reject', untold, afterVerb }, place);
  };
  if (typeof appOrUrl === 'string') return start(appOrUrl, (pathOrOptions ?? {}) as TestCallOptions);
  const { publicUrl: _, localUrl: __, ...options } = appOptions;
  const { url, addresses } = await addressOfApp(appOrUrl, pathOrOptions as string | undefined, appOptions);
  const transport = withFailures(injectInto(appOrUrl, addresses), untold);
  return start(url, { ...options, transport });
}
