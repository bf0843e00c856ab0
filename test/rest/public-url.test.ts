import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unreachableBecause } from '../../src/rest/public-url.ts';

const here = 'is an address of this machine or a private network';

describe('an address that Plivo can reach', () => {
  test.each([
    'https://ivr.example.com/ivr',
    'https://ivr.example.com/ivr?lang=en#ct=2000&rc=3',
    'HTTPS://IVR.EXAMPLE.COM',
    'http://ivr.example.com',
    'https://203.0.113.7:8443/',
    'https://172.15.0.1',
    'https://172.32.0.1',
    'https://100.63.0.1',
    'https://100.128.0.1',
    'https://[2001:db8::1]/',
    'https://localhost.example.com',
    'https://xn--bcher-kva.example',
  ])('%s', (address) => {
    expect(unreachableBecause(address)).toBeUndefined();
  });
});

describe('an address that Plivo cannot reach', () => {
  test.each([
    ['http://localhost:5000', 'is a name that only this machine or network knows'],
    ['http://localhost.:5000', 'is a name that only this machine or network knows'],
    ['http://app.localhost', 'is a name that only this machine or network knows'],
    ['http://printer.local', 'is a name that only this machine or network knows'],
    ['http://PRINTER.LOCAL', 'is a name that only this machine or network knows'],
    ['http://host.docker.internal:5000', 'is a name that only this machine or network knows'],
    ['http://127.0.0.1:5000', here],
    ['http://127.1', here],
    ['http://2130706433/', here],
    ['http://0x7f.1/', here],
    ['http://0177.0.0.1/', here],
    ['http://0.0.0.0:5000', here],
    ['http://10.1.2.3', here],
    ['http://172.16.0.1', here],
    ['http://172.31.255.255', here],
    ['http://192.168.1.5', here],
    ['http://169.254.169.254', here],
    ['http://100.64.0.1', here],
    ['http://224.0.0.1', here],
    ['http://255.255.255.255', here],
    ['http://[::1]:5000', here],
    ['http://[::]:5000', here],
    ['http://[fd00::1]', here],
    ['http://[fe80::1]', here],
    ['http://[ff02::1]', here],
    ['http://[::ffff:127.0.0.1]', here],
    ['http://[::127.0.0.1]', here],
    ['https://intranet', 'has a host without a domain'],
    ['https://me:secret@ivr.example.com', 'has a user name or a password'],
    ['https:ivr.example.com', 'has a character that an address cannot contain'],
    ['https://ivr.example.com/a b', 'has a character that an address cannot contain'],
    ['https://ivr.example.com/a\nb', 'has a character that an address cannot contain'],
    [' https://ivr.example.com', 'has a character that an address cannot contain'],
    ['https:\\\\ivr.example.com', 'has a character that an address cannot contain'],
    ['https://bücher.example', 'has a character that an address cannot contain'],
    ['ftp://ivr.example.com', 'is neither https nor http'],
    ['javascript:alert(1)', 'is neither https nor http'],
    ['https://', 'is not an address'],
    ['ivr.example.com', 'is not an address'],
    ['/ivr', 'is not an address'],
    ['', 'is not an address'],
  ])('%j %s', (address, problem) => {
    expect(unreachableBecause(address)).toBe(problem);
  });
});

describe('laws', () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const path = fc.webPath();

  test('any text is decided without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof unreachableBecause(text)).toMatch(/^(string|undefined)$/);
      }),
    );
  });

  test('no address of a private range gets through, however its number is written', () => {
    const first = fc.constantFrom([10], [127], [192, 168], [169, 254], [172, 20], [100, 100]);
    fc.assert(
      fc.property(first, octet, octet, octet, path, (start, a, b, c, tail) => {
        const octets = [...start, a, b, c].slice(0, 4) as [number, number, number, number];
        const whole = octets.reduce((sum, part) => sum * 256 + part, 0);
        const spellings = [
          octets.join('.'),
          `${whole}`,
          `0x${whole.toString(16)}`,
          `[::ffff:${octets.join('.')}]`,
        ];
        expect(spellings.map((host) => unreachableBecause(`http://${host}${tail}`))).toEqual([
          here,
          here,
          here,
          here,
        ]);
      }),
    );
  });

  test('no space, line end, backslash or letter beyond ASCII gets through', () => {
    const address = fc.webUrl({ withFragments: true, withQueryParameters: true });
    const mark = fc.constantFrom(' ', '\n', '\t', '\\', 'é', '\u200b');
    fc.assert(
      fc.property(address, mark, path, (start, bad, end) => {
        expect(unreachableBecause(start + bad + end)).toBeTypeOf('string');
      }),
    );
  });

  test('a domain gets through with any path', () => {
    fc.assert(
      fc.property(path, (tail) => {
        expect(unreachableBecause(`https://ivr.example.com${tail}`)).toBeUndefined();
      }),
    );
  });
});
