import { expect, test } from 'vitest';
import { callSite } from '../../src/flow/call-site.ts';

test('a function knows where it was called, wherever its own file is', () => {
  // In this file, as in a bundle, the author's code and plivo-jsx's have one name.
  const level = () => callSite(level);
  expect(level()?.fileName).toBe(import.meta.filename);
});
