import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isE164 } from '../../src/rest/e164.ts';

describe('a number in E.164 form', () => {
  test('is a plus, a first digit from 1 to 9 and 6 to 14 more', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9][0-9]{6,14}$/), (number) => {
        expect(isE164(number)).toBe(true);
      }),
    );
  });

  test.each([
    ['no plus', '15551234567'],
    ['a national number', '01715550123'],
    ['00 for the plus', '0015551234567'],
    ['a country code that begins with 0', '+0155512345'],
    ['too short', '+155512'],
    ['too long', `+${'1'.repeat(16)}`],
    ['twenty digits', `+${'15551234567'.padEnd(20, '0')}`],
    ['spaces', '+1 555 123 4567'],
    ['a line end', '+15551234567\n'],
    ['letters', '+1555FLOWERS'],
    ['digits of another script', '+١٥٥٥١٢٣٤٥٦٧'],
    ['two numbers', '+15551234567<+15557654321'],
    ['a SIP address', 'sip:ann@phone.plivo.com'],
    ['nothing', ''],
  ])('is not one with %s', (_name, number) => {
    expect(isE164(number)).toBe(false);
  });

  test('never has white space around it or inside', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'+0123456789') });
    const space = fc.constantFrom(' ', '\n', '\t', '\u00a0');
    fc.assert(
      fc.property(typed, space, typed, (before, white, after) => {
        expect(isE164(before + white + after)).toBe(false);
      }),
    );
  });
});
