/**
 * The address of an app that is called in the same process.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { addressesOf } from '../phone/engine/addresses.ts';
import { publicAddressOf, type AddressMap } from '../phone/http/address-map.ts';
import type { CallOptions } from '../phone/index.ts';
import type { App } from './inject.ts';

/** The address of an app that has no other. */
const inProcess = 'http://localhost';

/**
 * Waits until an app is ready, and returns the address to call, and where requests to its public address go.
 *
 * @param path where the call is answered. Default: where the app's first flow begins.
 * @throws {@link PlivoJsxError} `E_OPTION` for something that is no app, or a bad address
 */
export async function addressOfApp(
  app: App,
  path: string | undefined,
  { publicUrl = inProcess, localUrl }: Pick<CallOptions, 'publicUrl' | 'localUrl'>,
): Promise<{ readonly url: string; readonly addresses: AddressMap }> {
  if (typeof app?.inject !== 'function') {
    throw new PlivoJsxError('E_OPTION', {
      option: 'app',
      problem: 'is no Fastify app',
      suggestion: 'give what createApp() or Fastify() made, or the address of a server',
    });
  }
  await app.ready();
  const answered = path ?? app.plivoFlows?.[0]?.firstLevel.path ?? '/';
  const url = `${inProcess}/${String(answered).replace(/^\/+/, '')}`;
  // The plugin of plivo-jsx takes its public URL to be what stands before the path that it gets.
  const ofPlugin = app.plivoFlows === undefined ? undefined : inProcess;
  const addresses = addressesOf(url, { publicUrl, localUrl: localUrl ?? ofPlugin });
  return { url: publicAddressOf(addresses, url), addresses };
}
