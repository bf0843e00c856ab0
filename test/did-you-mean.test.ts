import { expect, test } from 'vitest';
import { didYouMean } from '../src/did-you-mean.ts';

const names = ['Speak', 'Play', 'Record', 'Redirect'];

test('the name that differs least is meant', () => {
  expect(didYouMean('Speek', names)).toBe('Speak');
  expect(didYouMean('speak', names)).toBe('Speak');
  expect(didYouMean('Recrod', names)).toBe('Record');
  expect(didYouMean('Redirects', names)).toBe('Redirect');
});

test('a name that differs in too many letters is not meant', () => {
  expect(didYouMean('Conference', names)).toBe(undefined);
  expect(didYouMean('Pl', names, 1)).toBe(undefined);
  expect(didYouMean('', [])).toBe(undefined);
});

test('of a long text nothing is meant, and it is not compared letter by letter', () => {
  // To compare it takes more time than a test has.
  expect(didYouMean('x'.repeat(20_000_000), names)).toBe(undefined);
});
