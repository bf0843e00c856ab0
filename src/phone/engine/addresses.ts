import { publicAddress } from '../../webhook/signature/public-address.ts';
import { PlivoJsxError } from '../../errors.ts';
import { isAtOrBelow, likelyLocalUrl, type AddressMap } from '../http/address-map.ts';
import type { CallOptions } from './call-options.ts';

/**
 * Reads the public address of an app, and where requests to it are sent.
 *
 * @param called the address that the call is started with
 * @throws {@link PlivoJsxError} `E_OPTION`
 */
export function addressesOf(
  called: string,
  { publicUrl, localUrl }: Pick<CallOptions, 'publicUrl' | 'localUrl'>,
): AddressMap {
  if (publicUrl === undefined) {
    if (localUrl !== undefined) throw wrongly('is set without publicUrl', 'set publicUrl too');
    const origin = likelyLocalUrl(called, '');
    return { publicUrl: origin, localUrl: origin };
  }
  const base = checkedBase('publicUrl', publicUrl);
  if (localUrl === undefined) return { publicUrl: base, localUrl: likelyLocalUrl(called, base) };
  const local = checkedBase('localUrl', localUrl);
  if (!isAtOrBelow(called, local) && !isAtOrBelow(called, base))
    throw wrongly(
      'is not the beginning of the address that is called',
      'leave out the path of the answer URL',
    );
  return { publicUrl: base, localUrl: local };
}

/** Checks an address with which others begin, and removes slashes from its end. */
export function checkedBase(option: string, text: string): string {
  const address = publicAddress(String(text).trim());
  if (address.problem === undefined) return address.url;
  const { problem, suggestion } = address;
  throw new PlivoJsxError('E_OPTION', { option, problem, suggestion });
}

const wrongly = (problem: string, suggestion: string) =>
  new PlivoJsxError('E_OPTION', { option: 'localUrl', problem, suggestion });
