import { expect, test, vi } from 'vitest';
import { asExpected, checkSeed } from './check-seed.ts';

vi.setConfig({ testTimeout: 240_000 });

const hundreds = Array.from({ length: 10 }, (_, index) => index * 100);

test.each(hundreds)('the planted errors of the seeds from %d on are found and shown', async (first) => {
  for (let seed = first; seed < first + 100; seed++) {
    const result = await checkSeed(seed);
    expect(result).toEqual(asExpected(result));
  }
});
