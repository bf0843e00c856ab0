import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionKey } from '../../../src/fastify/session/session-key.ts';

test('two values have the same key exactly if call and name are the same', () =>
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (call, name, otherCall, otherName) => {
      const isSame = call === otherCall && name === otherName;
      expect(sessionKey(call, name) === sessionKey(otherCall, otherName)).toBe(isSame);
    }),
  ));

test('no part of an id moves into the name', () =>
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (call, part, name) => {
      expect(sessionKey(call + part, name)).not.toBe(sessionKey(call, part + name));
    }),
  ));

test('a key tells nothing of the call', () => {
  expect(sessionKey('b7c1d2e3', 'booking')).toBe(
    'plivo-jsx:session:NcU1otKC1tGF8s1ohSts6YxUBmzsM2VlRoZLC7N_38c',
  );
  expect(sessionKey('14155550100', 'booking')).toMatch(/^plivo-jsx:session:[\w-]{43}$/);
});
