import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { destinationProblem, forApi, isNumber, mayLackCountryCode } from '../../src/rest/destination.ts';

describe('a number with its country code', () => {
  test('is a plus or none, a first digit from 1 to 9 and 6 to 14 more', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[1-9][0-9]{6,14}$/), (number) => {
        expect(isNumber(number)).toBe(true);
        expect(forApi(number)).toBe(number.replace('+', ''));
      }),
    );
  });

  test.each([
    ['a national number', '01715550123'],
    ['00 for the plus', '0015551234567'],
    ['a country code that begins with 0', '+0155512345'],
    ['too short', '+155512'],
    ['too long', `+${'1'.repeat(16)}`],
    ['two pluses', '++15551234567'],
    ['spaces', '+1 555 123 4567'],
    ['a line end', '+15551234567\n'],
    ['letters', '+1555FLOWERS'],
    ['digits of another script', '+١٥٥٥١٢٣٤٥٦٧'],
    ['two numbers', '+15551234567<+15557654321'],
    ['a SIP address', 'sip:ann@phone.plivo.com'],
    ['nothing', ''],
    ['a JavaScript number', 15551234567],
  ])('is not one with %s', (_name, number) => {
    expect(isNumber(number)).toBe(false);
  });

  test('never has white space around it or inside', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'+0123456789') });
    const space = fc.constantFrom(' ', '\n', '\t', '\u00a0');
    fc.assert(
      fc.property(typed, space, typed, (before, white, after) => {
        expect(isNumber(before + white + after)).toBe(false);
      }),
    );
  });
});

describe('destinations', () => {
  test.each([
    ['+15551234567', '15551234567'],
    ['15551234567', '15551234567'],
    ['sip:ann@phone.plivo.com', 'sip:ann@phone.plivo.com'],
    ['SIP:+15551234567@example.com;transport=tls', 'SIP:+15551234567@example.com;transport=tls'],
    ['sips:ann@example.com', 'sips:ann@example.com'],
    ['+15551234567<15557654321<sip:ann@phone.plivo.com', '15551234567<15557654321<sip:ann@phone.plivo.com'],
    [Array(1000).fill('+15551234567').join('<'), Array(1000).fill('15551234567').join('<')],
  ])('%s', (to, sent) => {
    expect(destinationProblem(to)).toBeUndefined();
    expect(forApi(to)).toBe(sent);
  });

  const either = 'a phone number with its country code or a SIP address';

  test.each([
    ['01711234567', 'The number to call', either],
    ['', 'The number to call', either],
    ['ann@phone.plivo.com', 'The number to call', either],
    ['sip:', 'The number to call', either],
    ['sip:ann @phone.plivo.com', 'The number to call', either],
    [15551234567, 'The number to call', either],
    [undefined, 'The number to call', either],
    ['sip:a@b<sip:c\0@d', 'Number 2 to call', either],
    ['sip:ann\u202E@phone.plivo.com', 'The number to call', either],
    ['sip:añn@phone.plivo.com', 'The number to call', either],
    ['15551234567<sip:a,15551234567@b', 'Number 2 to call', either],
    ['sip:"ann"@phone.plivo.com', 'The number to call', either],
    [`sip:${'a'.repeat(256)}`, 'The number to call', either],
    ['+15551234567<', 'Number 2 to call', either],
    ['+15551234567<0171<sip:ann@phone.plivo.com', 'Number 2 to call', either],
    ['+15551234567, +15557654321', 'The number to call', either],
    [Array(1001).fill('+15551234567').join('<'), 'The list of 1001 numbers to call', 'one of at most 1000'],
  ])('are not %s', (to, which, expected) => {
    expect(destinationProblem(to)).toEqual({ which, expected });
  });

  test.each([
    ['4155550100', true],
    ['+15551234567<4155550100', true],
    ['+4155550100', false],
    ['14155550100', false],
    ['1155550100', false],
    ['sip:4155550100@example.com', false],
  ])('%s may lack the country code: %s', (to, result) => {
    expect(mayLackCountryCode(to)).toBe(result);
  });
});
