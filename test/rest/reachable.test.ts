import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isE164 } from '../../src/rest/call-request.ts';
import { unreachable } from '../../src/rest/reachable.ts';

describe('an address that Plivo can reach', () => {
  test.each([
    'https://ivr.example.com/ivr',
    'http://ivr.example.com',
    'https://203.0.113.7:8443/',
    'https://[2001:db8::1]/',
  ])('%s', (address) => {
    expect(unreachable(address)).toBeUndefined();
  });
});

describe('an address that Plivo cannot reach', () => {
  const here = 'is an address of this machine or a private network';
  test.each([
    ['http://localhost:5000', 'is a name that only this machine or network knows'],
    ['http://printer.local', 'is a name that only this machine or network knows'],
    ['http://127.0.0.1:5000', here],
    ['http://2130706433/', here],
    ['http://0x7f.1/', here],
    ['http://10.1.2.3', here],
    ['http://172.16.0.1', here],
    ['http://172.31.255.255', here],
    ['http://192.168.1.5', here],
    ['http://169.254.169.254', here],
    ['http://100.64.0.1', here],
    ['http://[::1]:5000', here],
    ['http://[fd00::1]', here],
    ['http://[::ffff:127.0.0.1]', here],
    ['https://intranet', 'has a host without a domain'],
    ['https://me:secret@ivr.example.com', 'holds a user name or a password'],
    ['ftp://ivr.example.com', 'is neither https nor http'],
    ['javascript:alert(1)', 'is neither https nor http'],
    ['/ivr', 'is no address'],
  ])('%s %s', (address, problem) => {
    expect(unreachable(address)).toBe(problem);
  });
});

test('any text is decided without throwing', () => {
  fc.assert(fc.property(fc.string(), (text) => ['string', 'undefined'].includes(typeof unreachable(text))));
});

test('a number is a plus, a first digit from 1 to 9 and 6 to 14 more', () => {
  const number = fc.stringMatching(/^\+[1-9][0-9]{6,14}$/);
  fc.assert(fc.property(number, (text) => isE164(text)));
  expect(
    ['15551234567', '+0155512345', '+1555', '+1 555 123 4567', '+15551234567\n', `+${'1'.repeat(16)}`].map(
      isE164,
    ),
  ).toEqual([false, false, false, false, false, false]);
});
