import { readCall } from 'plivo-jsx';
import { expect, test } from 'vitest';
import { fieldsOfKind } from '../../src/webhook/fields-of-kind.ts';
import { callOf } from '../../src/webhook/read-call.ts';
import { lowerCaseFields } from '../../src/webhook/lower-case-fields.ts';

/** Fields of which none was sent, and the names that were asked for. */
function spied() {
  const names = new Set<string>();
  const raw = new Proxy({} as Record<string, string>, {
    get: (_, name) => void names.add(String(name)),
  });
  return { raw, names };
}

test('are every field that begins with a small letter, of every kind of request', () => {
  const { raw, names } = spied();
  for (const readers of Object.values(fieldsOfKind))
    for (const read of Object.values(readers as Record<string, (raw: object) => unknown>)) read(raw);
  const call = callOf(raw);
  for (const name in call) void call[name as keyof typeof call];
  expect([...names].filter((name) => /^[a-z]/.test(name)).toSorted()).toEqual([...lowerCaseFields]);
});

test('are fields of a call like any other', () => {
  expect(readCall({ CallUUID: 'a-call', stir_verification: 'Verified' }).stirVerification).toBe('Verified');
});
