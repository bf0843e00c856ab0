import { callback, flow, level, Link, PlivoJsxError, render, Redirect, Response } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { methodsOf } from '../../src/flow/level.ts';

const document = () => <Response />;
const thrown = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error as PlivoJsxError;
  }
  return undefined;
};

describe('a level', () => {
  test('makes links to itself', () => {
    const link = level('/menu', document)();
    expect(link).toBeInstanceOf(Link);
    expect(link.href).toBe('/menu');
    expect(link.level).toBe('/menu');
    expect(String(link)).toBe('/menu');
  });

  test('puts its parameters into the link, sorted', () => {
    const schema = z.object({ try: z.coerce.number(), lang: z.string(), again: z.stringbool() });
    const link = level('/menu', { params: schema }, document)({ try: 2, lang: 'en', again: true });
    expect(link.href).toBe('/menu?again=true&lang=en&try=2');
    expect(link.level).toBe('/menu');
  });

  test('has its link made absolute when a document is printed', () => {
    const menu = level('/menu', { params: z.object({ a: z.string(), b: z.string() }) }, document);
    const xml = render(
      <Response>
        <Redirect>{menu({ a: '1', b: '2' })}</Redirect>
      </Response>,
      { baseUrl: 'https://ivr.example.com/prefix' },
    );
    expect(xml).toContain('<Redirect>https://ivr.example.com/prefix/menu?a=1&amp;b=2</Redirect>');
  });

  test('is rejected as the action of an element that asks with a method it does not answer', () => {
    const posted = level('/posted', document);
    expect(() =>
      render(
        <Response>
          <Redirect method="GET">{posted()}</Redirect>
        </Response>,
        { baseUrl: 'https://ivr.example.com' },
      ),
    ).toThrow('[E_METHOD]');
  });

  test('answers GET too once it is the first of a flow', () => {
    const first = level('/first-of-flow', document);
    flow('first-of-flow', { levels: [first] });
    expect(
      render(
        <Response>
          <Redirect method="GET">{first()}</Redirect>
        </Response>,
        { baseUrl: 'https://ivr.example.com' },
      ),
    ).toContain('<Redirect method="GET">https://ivr.example.com/first-of-flow</Redirect>');
  });

  test('is rejected where Plivo wants a document and it is a callback', () => {
    const told = callback('/told', () => {});
    expect(() =>
      render(
        <Response>
          <Redirect>{told()}</Redirect>
        </Response>,
        { baseUrl: 'https://ivr.example.com' },
      ),
    ).toThrow('[E_LINK]');
  });

  test('knows where it was made', () => {
    expect(level('/somewhere', document).source?.fileName).toMatch(/test\/flow\/level\.test\.tsx$/);
  });

  test.each(['/', '/ivr', '/ivr/level2', '/a.b/c_d/e~f/g-h', '/IVR/9'] as const)('may be at %s', (path) => {
    expect(level(path, document).path).toBe(path);
  });

  test.each([
    '/ivr/',
    '//ivr',
    '/ivr//a',
    '/a b',
    '/ä',
    '/:id',
    '/*',
    '/a?b=c',
    '/a#b',
    '/a%20b',
    '/@me',
    '/a/../b',
    '/./a',
    '/..',
    '/__proto__',
  ] as const)('cannot be at %s', (path) => {
    expect(thrown(() => level(path, document))?.message).toBe(
      `The path ${path} cannot be the address of a level.\n` +
        'Fix: begin with a slash, use letters, digits and . _ ~ - between slashes, and no slash at the end, no part . or .. and no __proto__. [E_PATH]',
    );
  });

  test('answers POST, and where the flow begins GET too', () => {
    const levels = [
      level('/first', document),
      level('/second', document),
      level('/third', { methods: ['GET'] }, document),
    ] as const;
    flow('methods', { levels });
    expect(levels.map(methodsOf)).toEqual([['GET', 'POST'], ['POST'], ['GET']]);
  });
});
