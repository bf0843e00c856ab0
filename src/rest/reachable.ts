/**
 * Addresses that Plivo, outside, can reach.
 * @module
 */
import { isIP } from 'node:net';

const privateV4 =
  /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const privateV6 = /^(::|::1|::ffff:.*|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)$/i;
const localName = /(^|\.)(localhost|local|internal|lan|home|test|invalid)$/i;

/**
 * Why Plivo cannot reach an address, as the end of a sentence that begins with "it"; undefined when it can.
 *
 * @param address an absolute URL
 */
export function unreachable(address: string): string | undefined {
  if (!URL.canParse(address)) return 'is no address';
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return 'is neither https nor http';
  if (username !== '' || password !== '') return 'holds a user name or a password';
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const version = isIP(host);
  if (version === 4)
    return privateV4.test(host) ? 'is an address of this machine or a private network' : undefined;
  if (version === 6)
    return privateV6.test(host) ? 'is an address of this machine or a private network' : undefined;
  if (localName.test(host)) return 'is a name that only this machine or network knows';
  return host.includes('.') ? undefined : 'has a host without a domain';
}
