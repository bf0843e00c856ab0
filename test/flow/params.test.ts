import type { StandardSchemaV1 } from '@standard-schema/spec';
import fc from 'fast-check';
import { PlivoJsxError } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decodeTexts } from '../../src/flow/param-text.ts';
import { writeQuery, readParams, type ParamsSchema } from '../../src/flow/params.ts';

const value = fc.string({ unit: 'binary', maxLength: 30 });
const nameUnits = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-'];
const name = fc
  .tuple(
    fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    fc.string({ unit: fc.constantFrom(...nameUnits), maxLength: 30 }),
  )
  .map(([first, rest]) => first + rest);
const params = fc.dictionary(name, value, { minKeys: 1, maxKeys: 8 });

/** The parameters as a server reads them. */
const queryIn = (href: string) =>
  decodeTexts(Object.fromEntries(new URL(href, 'http://localhost').searchParams));
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof PlivoJsxError ? error.code : 'another error';
  }
  return undefined;
};

/** A schema without a library: it says what it is given, now or later. */
const handMade = (
  answer: (asked: unknown) => ReturnType<ParamsSchema['~standard']['validate']>,
): ParamsSchema => ({
  '~standard': { version: 1, vendor: 'test', validate: answer },
});

describe('what a link carries', () => {
  test('comes back through readParams', () => {
    fc.assert(
      fc.property(params, (sent) => {
        const read = readParams(
          z.record(z.string(), z.string()),
          queryIn(`/menu${writeQuery('/menu', sent)}`),
        );
        expect(read).toEqual({ ok: true, value: { ...sent } });
      }),
    );
  });

  test('comes back as numbers and booleans where the schema says so', () => {
    const schema = z.object({ try: z.coerce.number(), again: z.stringbool() });
    fc.assert(
      fc.property(fc.record({ try: fc.nat(), again: fc.boolean() }), (sent) => {
        expect(readParams(schema, queryIn(writeQuery('/menu', sent)))).toEqual({ ok: true, value: sent });
      }),
    );
  });

  test('is sorted, whatever the order in which it was given', () => {
    fc.assert(
      fc.property(params, (sent) => {
        const keys = [...new URLSearchParams(writeQuery('/menu', sent)).keys()];
        expect(keys).toEqual(Object.keys(sent).toSorted((a, b) => (a < b ? -1 : 1)));
        expect(writeQuery('/menu', Object.fromEntries(Object.entries(sent).toReversed()))).toBe(
          writeQuery('/menu', sent),
        );
      }),
    );
  });

  test('is made of characters that every SDK of Plivo signs alike', () => {
    fc.assert(
      fc.property(params, (sent) => {
        expect(writeQuery('/menu', sent)).toMatch(/^\?[A-Za-z0-9._~=&-]+$/);
      }),
    );
  });

  test('is nothing without parameters', () => {
    expect(writeQuery('/menu', {})).toBe('');
    expect(writeQuery('/menu', { lang: undefined, try: null })).toBe('');
  });
});

describe('what cannot travel', () => {
  test.each([
    ['a list', ['en']],
    ['an object', { lang: 'en' }],
    ['a function', () => 'en'],
    ['a date', new Date(0)],
    ['a symbol', Symbol('en')],
    ['no number at all', Number.NaN],
    ['a number without end', Infinity],
  ])('is %s', (_, text) => {
    expect(codeOf(() => writeQuery('/menu', { city: text }))).toBe('E_PARAM');
  });

  test('is told without the value, which may be a caller’s', () => {
    expect(() => writeQuery('/menu', { city: ['+14155550100'] })).toThrow(
      'The parameter city of /menu has a value that cannot be written into a URL.\n' +
        'Fix: give city a text, a finite number or a boolean. [E_PARAM]',
    );
  });

  test('is a text that is too long for the address', () => {
    expect(writeQuery('/menu', { city: 'x'.repeat(3061) })).toHaveLength(3067);
    expect(() => writeQuery('/menu', { city: 'x'.repeat(3062), lang: 'en' })).toThrow(
      'The parameter city of /menu makes its address longer than 3072 characters.\n' +
        'Fix: give city a shorter text, or the key of an entry in your own store. [E_PARAM]',
    );
    expect(codeOf(() => writeQuery('/menu', { city: 'ñ'.repeat(1200) }))).toBe('E_PARAM');
  });

  test.each(['Lang', '__again', '_lang', '2nd', 'la ng', 'läng', ''])(
    'is a parameter named "%s", which could be a field of Plivo’s or a mark of ours',
    (param) => {
      expect(codeOf(() => writeQuery('/menu', { [param]: 'en' }))).toBe('E_PARAM_NAME');
    },
  );
});

describe('readParams', () => {
  test('gives nothing where there is no schema', () => {
    expect(readParams(undefined, { lang: 'en' })).toEqual({ ok: true, value: {} });
  });

  test('rejects what the schema rejects', () => {
    const schema = z.object({ lang: z.enum(['en', 'es']) });
    expect(readParams(schema, { lang: 'fr' })).toMatchObject({ ok: false });
    expect(readParams(schema, {})).toMatchObject({ ok: false });
    expect(readParams(schema, { lang: ['en', 'es'] })).toMatchObject({ ok: false });
  });

  test('takes a schema that was made by hand', () => {
    const upper = handMade((asked) => ({ value: { lang: (asked as { lang: string }).lang.toUpperCase() } }));
    expect(readParams(upper, { lang: 'en' })).toEqual({ ok: true, value: { lang: 'EN' } });
    expect(
      readParams(
        handMade(() => ({ issues: [{ message: 'no' }] })),
        {},
      ),
    ).toMatchObject({ ok: false });
  });

  test('waits for a schema that is asynchronous', async () => {
    const later = handMade(async (asked) => ({ value: asked as object }));
    await expect(readParams(later, { lang: 'en' })).resolves.toEqual({ ok: true, value: { lang: 'en' } });
    const never = handMade(async () => ({ issues: [{ message: 'no' } satisfies StandardSchemaV1.Issue] }));
    await expect(readParams(never, {})).resolves.toMatchObject({ ok: false });
  });
});
