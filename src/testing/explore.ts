import { explore as exploreUrl, type ExploreOptions, type Graph } from '../check/index.ts';
import type { Transport } from '../phone/index.ts';
import { addressOfApp } from './app-address.ts';
import { withFailures } from './app-failures.ts';
import { injectInto, type App } from './inject.ts';

/**
 * Explores everything that a caller of a Fastify app can do, in the same process.
 *
 * @param app a Fastify app; it need not listen
 * @param path where the call is answered, such as `/ivr`. Default: where the app's first flow begins.
 * @param options who calls, and the limits
 * @throws {@link PlivoJsxError} `E_OPTION` for a bad option, `E_PHONE_URL` when the address is none
 * @example
 * ```tsx
 * import assert from 'node:assert/strict';
 * import { flow, Hangup, level, Response, Speak } from 'plivo-jsx';
 * import { check } from 'plivo-jsx/check';
 * import { createApp } from 'plivo-jsx/fastify';
 * import { explore } from 'plivo-jsx/testing';
 *
 * const closed = level('/closed', () => (
 *   <Response>
 *     <Speak>We are closed. Goodbye.</Speak>
 *     <Hangup />
 *   </Response>
 * ));
 * const app = await createApp({ flows: [flow('closed', { levels: [closed] })] });
 *
 * assert.deepEqual(check(await explore(app)), []);
 * ```
 */
export async function explore(
  app: App,
  path?: string,
  options: Omit<ExploreOptions, 'transport'> = {},
): Promise<Graph> {
  const { publicUrl: _, localUrl: __, ...others } = options;
  const { url, addresses } = await addressOfApp(app, path, options);
  const send = injectInto(app, addresses);
  // Each request for itself, since many are under way at a time.
  const transport: Transport = (request) => withFailures(send, [])(request);
  return exploreUrl(url, { ...others, transport });
}
