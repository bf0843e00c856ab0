import { expect, test } from 'vitest';
import { Conference, Response, render } from 'plivo-jsx';

test.each([
  ['a', 1],
  ['ñ', 2],
  ['語', 3],
])('the size is counted in bytes, not in characters: %s has %i', (letter, bytes) => {
  const named = (name: string) =>
    render(
      <Response>
        <Conference>{name}</Conference>
      </Response>,
      { development: false },
    ) as string;
  const most = Math.floor((102_400 - named('a').length + 1) / bytes);
  expect(named(letter.repeat(most))).toContain(letter);
  expect(() => named(letter.repeat(most + 1))).toThrow('[E_SIZE]');
});
