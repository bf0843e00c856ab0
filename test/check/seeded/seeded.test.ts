import { expect, test } from 'vitest';
import { rules } from '../../../src/check/rules/index.ts';
import { asExpected, checkSeed } from './check-seed.ts';
import { faults } from './faults.ts';

test('each rule whose level is error has a fault that is planted', () => {
  const errors = rules.filter(({ level }) => level === 'error').map(({ id }) => id);
  expect([...new Set(faults.map(({ rule }) => rule))]).toEqual(errors);
});

test.each(faults.map(({ name }, index) => [name, index] as const))(
  'found in random flows, and shown by its script: %s',
  async (_, index) => {
    const result = await checkSeed(index);
    expect(result).toEqual(asExpected(result));
  },
);
