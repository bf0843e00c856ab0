import { expect, test } from 'vitest';
import { addressFindings } from '../../../../src/cli/commands/doctor/variables.ts';

test.each([
  ['HTTPS://IVR.example.com', 'https://ivr.example.com'],
  ['https://ivr.example.com:443/app', 'https://ivr.example.com/app'],
])('an address that has a more usual spelling is a warning: %s', (address, usual) => {
  expect(addressFindings(address, true)).toContainEqual({
    check: 'public-url',
    result: 'warning',
    message: `PUBLIC_URL is ${address}, which is usually written ${usual}, and a signature covers each letter.`,
    fix: `write ${usual}, here and in Plivo's console.`,
  });
});

test('an address in its usual spelling is none', () => {
  const results = addressFindings('https://ivr.example.com/app', true).map(({ result }) => result);
  expect(results).toEqual(['ok', 'ok']);
});
