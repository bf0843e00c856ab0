import path from 'node:path';
import { expect, test } from 'vitest';
import { Conference, Response, render } from 'plivo-jsx';
import { jsxDEV } from 'plivo-jsx/jsx-dev-runtime';

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

test.each([
  ['development', true],
  ['production', false],
])('in %s a level that returns nothing is named with its place', (_, development) => {
  const Menu = () => null;
  const source = { fileName: path.resolve('flows/menu.tsx'), lineNumber: 8, columnNumber: 21 };
  expect(() => render(jsxDEV(Menu, {}, undefined, false, source), { development })).toThrow(
    'The root of a document must be one <Response>, not nothing.\n  at <Menu> (flows/menu.tsx:8:21)\n',
  );
});
