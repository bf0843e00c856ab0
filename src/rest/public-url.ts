/**
 * Addresses that Plivo, outside, can reach.
 * @module
 */
import { BlockList, isIP } from 'node:net';

// Two lists, because a list of both kinds compares IPv4 with the IPv6 ranges that map it.
const v4 = new BlockList();
v4.addSubnet('0.0.0.0', 8);
v4.addSubnet('10.0.0.0', 8);
v4.addSubnet('100.64.0.0', 10);
v4.addSubnet('127.0.0.0', 8);
v4.addSubnet('169.254.0.0', 16);
v4.addSubnet('172.16.0.0', 12);
v4.addSubnet('192.0.0.0', 24);
v4.addSubnet('192.168.0.0', 16);
v4.addSubnet('198.18.0.0', 15);
v4.addSubnet('224.0.0.0', 3);

const v6 = new BlockList();
v6.addSubnet('::', 96, 'ipv6');
v6.addSubnet('::ffff:0:0', 96, 'ipv6');
v6.addSubnet('fc00::', 7, 'ipv6');
v6.addSubnet('fe80::', 10, 'ipv6');
v6.addSubnet('fec0::', 10, 'ipv6');
v6.addSubnet('ff00::', 8, 'ipv6');

const localName = /(^|\.)(localhost|local|localdomain|internal|lan|home|home\.arpa|test|invalid)$/;

/**
 * Why Plivo cannot reach an address, as the end of a sentence that begins with "it"; undefined when it can.
 *
 * No name is looked up: a name that leads to a private address is not found out.
 *
 * @param address an absolute URL
 */
export function unreachable(address: string): string | undefined {
  if (!URL.canParse(address)) return 'is no address';
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return 'is neither https nor http';
  // URL mends what it reads, and Plivo gets the text as it is written.
  if (!/^https?:\/\/[!-[\]-~]+$/i.test(address)) return 'holds a character that cannot stand in an address';
  if (username !== '' || password !== '') return 'holds a user name or a password';
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const version = isIP(host);
  if (version !== 0) {
    const local = version === 4 ? v4.check(host, 'ipv4') : v6.check(host, 'ipv6');
    return local ? 'is an address of this machine or a private network' : undefined;
  }
  if (localName.test(host)) return 'is a name that only this machine or network knows';
  return host.includes('.') ? undefined : 'has a host without a domain';
}
