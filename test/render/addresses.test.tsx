import { describe, expect, test } from 'vitest';
import { Conference, GetDigits, Link, Play, Redirect, Response, render, type Node } from 'plivo-jsx';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** What is printed inside <Response>, without what every document has. */
function inside(node: Node, baseUrl?: string): string {
  const xml = render(<Response>{node as never}</Response>, { baseUrl, onWarning: () => {} }) as string;
  return xml.slice(`${declaration}<Response>`.length, -'</Response>'.length);
}

describe('addresses', () => {
  const menu = new Link('/menu?lang=en&try=2', '/menu');
  const baseUrl = 'https://ivr.example.com';

  test('that are links become absolute, in attributes and between tags', () => {
    expect(inside(<GetDigits action={menu} />, baseUrl)).toBe(
      '<GetDigits action="https://ivr.example.com/menu?lang=en&amp;try=2"></GetDigits>',
    );
    expect(inside(<Redirect>{menu}</Redirect>, baseUrl)).toBe(
      '<Redirect>https://ivr.example.com/menu?lang=en&amp;try=2</Redirect>',
    );
  });

  test('that are paths become absolute, and keep the path of the base', () => {
    expect(inside(<Redirect>/menu</Redirect>, `${baseUrl}/app`)).toBe(
      '<Redirect>https://ivr.example.com/app/menu</Redirect>',
    );
    expect(inside(<Play>/a.mp3</Play>, baseUrl)).toBe('<Play>https://ivr.example.com/a.mp3</Play>');
  });

  test('that are absolute need no base, and keep theirs', () => {
    expect(inside(<Play>https://example.com/a.mp3</Play>)).toBe('<Play>https://example.com/a.mp3</Play>');
    expect(inside(<Play>https://example.com/a.mp3</Play>, baseUrl)).toBe(
      '<Play>https://example.com/a.mp3</Play>',
    );
  });

  test.each([
    '/my menu',
    '/menu?name=a b',
    '/menu\tb',
    '/menu\u0001',
    '/menu\u007f',
    '/menu\u0085',
    '/menu\ud800',
    '/menu\uffff',
    'https://example.com/a\u0001.mp3',
    'https://example.com/a\u007f.mp3',
    'https://example.com/a\ud800.mp3',
    'https://example.com/my file.mp3',
  ])('with characters that no URL has are rejected: %j', (address) => {
    expect(() => inside(<Play>{address}</Play>, baseUrl)).toThrow('E_CONTENT');
    expect(() => inside(<GetDigits action={address} />, baseUrl)).toThrow('E_VALUE');
    expect(() => inside(<Redirect>{new Link(address, '/menu')}</Redirect>, baseUrl)).toThrow('E_CONTENT');
    expect(() => inside(<Conference enterSound={address as '/'}>room</Conference>, baseUrl)).toThrow(
      'E_VALUE',
    );
  });

  test('with spaces are rejected with the way to write them', () => {
    const fix = 'Fix: write a space as %20; a URL has no spaces and no control characters.';
    expect(() => inside(<Play>/my file.mp3</Play>, baseUrl)).toThrow(fix);
    expect(() => inside(<GetDigits action="/my menu" />, baseUrl)).toThrow(fix);
    expect(inside(<Play>/my%20file.mp3</Play>, baseUrl)).toBe(
      '<Play>https://ivr.example.com/my%20file.mp3</Play>',
    );
  });

  test('keep a fragment and letters of other languages', () => {
    expect(inside(<Redirect>/menu#rc=2</Redirect>, baseUrl)).toContain('/menu#rc=2');
    expect(inside(<Redirect>/menü</Redirect>, baseUrl)).toContain('/menü');
  });

  test('lose the white space around them', () => {
    expect(inside(<Play>{'\n  https://example.com/a.mp3 '}</Play>)).toBe(
      '<Play>https://example.com/a.mp3</Play>',
    );
  });

  test('that are words stay words', () => {
    expect(inside(<Conference enterSound="beep:1">room</Conference>, baseUrl)).toBe(
      '<Conference enterSound="beep:1">room</Conference>',
    );
  });

  test('that are links or paths are rejected without a base', () => {
    expect(() => inside(<GetDigits action={menu} />)).toThrow('Fix: give render the option baseUrl');
    expect(() => inside(<Redirect>/menu</Redirect>)).toThrow('Fix: give render the option baseUrl');
  });
});
