/**
 * Checks whether Plivo can reach a URL from the internet.
 * @module
 */
import { BlockList, isIP } from 'node:net';
import { parseUrl } from '../parse-url.ts';

// Two lists, because one list for both would also compare IPv4 addresses with ranges of IPv4-mapped IPv6 addresses.
const privateV4 = new BlockList();
privateV4.addSubnet('0.0.0.0', 8);
privateV4.addSubnet('10.0.0.0', 8);
privateV4.addSubnet('100.64.0.0', 10);
privateV4.addSubnet('127.0.0.0', 8);
privateV4.addSubnet('169.254.0.0', 16);
privateV4.addSubnet('172.16.0.0', 12);
privateV4.addSubnet('192.0.0.0', 24);
privateV4.addSubnet('192.168.0.0', 16);
privateV4.addSubnet('198.18.0.0', 15);
privateV4.addSubnet('224.0.0.0', 3);

const privateV6 = new BlockList();
privateV6.addSubnet('::', 96, 'ipv6');
privateV6.addSubnet('::ffff:0:0', 96, 'ipv6');
privateV6.addSubnet('fc00::', 7, 'ipv6');
privateV6.addSubnet('fe80::', 10, 'ipv6');
privateV6.addSubnet('fec0::', 10, 'ipv6');
privateV6.addSubnet('ff00::', 8, 'ipv6');

const localName = /(^|\.)(localhost|local|localdomain|internal|lan|home|home\.arpa|test|invalid)$/;

/**
 * Returns why Plivo cannot reach a URL, as the end of a sentence that begins with "it"; `undefined` when it can.
 *
 * No DNS request is made, so a host name of a private address is not detected.
 *
 * @param address an absolute URL
 */
export function unreachableBecause(address: string): string | undefined {
  const url = parseUrl(address);
  if (url === undefined) return 'is not an address';
  const { protocol, hostname, username, password } = url;
  if (protocol !== 'https:' && protocol !== 'http:') return 'is neither https nor http';
  // URL corrects some errors while it parses, but Plivo gets the original text.
  if (!/^https?:\/\/[!-[\]-~]+$/i.test(address)) return 'has a character that an address cannot contain';
  if (username !== '' || password !== '') return 'has a user name or a password';
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const version = isIP(host);
  if (version !== 0) {
    const local = version === 4 ? privateV4.check(host, 'ipv4') : privateV6.check(host, 'ipv6');
    return local ? 'is an address of this machine or a private network' : undefined;
  }
  if (localName.test(host)) return 'is a name that only this machine or network knows';
  return host.includes('.') ? undefined : 'has a host without a domain';
}
