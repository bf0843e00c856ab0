import { expect, test } from 'vitest';
import { parseUrl } from '../src/parse-url.ts';

test('a URL is read, alone or relative to a base', () => {
  expect(parseUrl('https://a.example/b?c=d')?.search).toBe('?c=d');
  expect(parseUrl('../d', 'https://a.example/b/c')?.href).toBe('https://a.example/d');
});

test.each(['', 'a', '/a', 'https://', 'https://a b.example', 'https://a.example:99999'])(
  '%j is no URL',
  (text) => expect(parseUrl(text)).toBeUndefined(),
);

test('a letter such as ü is read also when V8 has compiled the function', () => {
  for (let count = 0; count < 300_000; count++) parseUrl('https://a.example');
  expect(parseUrl('https://münchen.example')?.host).toBe('xn--mnchen-3ya.example');
});
