import type { StandardSchemaV1 } from '@standard-schema/spec';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AuthoredValues } from '../../src/flow/authored-values.ts';

const told = (schema: StandardSchemaV1<unknown, object> | undefined, languages: readonly string[] = []) => {
  const words = new AuthoredValues(schema, languages);
  return (param: string, values: readonly string[]) => values.filter((value) => words.has(param, value));
};

describe('the words of an author', () => {
  test.each([
    ['an enumeration', z.enum(['en', 'es']), ['en', 'es', 'fr'], ['en', 'es']],
    ['one with a default', z.enum(['en', 'es']).catch('en'), ['en', 'fr'], ['en']],
    ['one that may be missing', z.enum(['en', 'es']).optional(), ['en', 'undefined'], ['en']],
    ['one that becomes something else', z.enum(['1', '2']).transform(Number), ['1', '3'], ['1']],
    ['one word or another', z.literal('a').or(z.literal('b')), ['a', 'b', 'c'], ['a', 'b']],
    ['one word or any text', z.literal('a').or(z.string()), ['a', 'Lovelace'], ['a']],
    ['a truth value', z.stringbool(), ['true', 'false', 'Lovelace'], ['true', 'false']],
    ['a small number', z.coerce.number().int().min(1).max(3), ['0', '1', '3', '4'], ['1', '3']],
    ['a number without an end', z.coerce.number().int().min(1), ['1', '2'], []],
    ['a number that may be any key', z.coerce.number().int().min(0).max(9), ['0', '4'], []],
    ['a number of a wide range', z.coerce.number().int().min(-5).max(100), ['-5', '4', '50'], []],
    [
      'a number beyond those that can be counted',
      z
        .number()
        .min(2 ** 60)
        .max(2 ** 61),
      [String(2 ** 60)],
      [],
    ],
    ['any key or a word', z.enum([...'0123456789', 'none']), ['4', 'none'], ['none']],
    ['a code', z.enum(['911', 'none']), ['911', 'none'], ['none']],
    ['a text', z.string(), ['Lovelace', ''], []],
    ['a date', z.coerce.date(), ['2026-01-01'], []],
  ])('%s', (_, schema, values, known) => {
    expect(told(z.object({ param: schema }))('param', values)).toEqual(known);
  });

  test('of a union of objects', () => {
    const schema = z.union([z.object({ a: z.literal('x') }), z.object({ b: z.literal('y') })]);
    expect([told(schema)('a', ['x', 'y']), told(schema)('b', ['x', 'y'])]).toEqual([['x'], ['y']]);
  });

  test('are those of this parameter', () => {
    expect(told(z.object({ topic: z.enum(['sales']), name: z.string() }))('name', ['sales'])).toEqual([]);
  });

  test('are the languages that the flow speaks, whatever the schema says', () => {
    expect(told(undefined, ['en', 'es'])('lang', ['en', 'fr'])).toEqual(['en']);
    expect(told(z.object({ lang: z.string() }), ['en'])('lang', ['en', 'fr'])).toEqual(['en']);
  });

  test('cannot be known of a library that does not tell them, or fails at it', () => {
    const validate = (value: unknown) => ({ value: value as object });
    const fails = () => {
      throw new Error('no JSON');
    };
    const standard = { version: 1, vendor: 'test', validate } as const;
    const failing = { ...standard, jsonSchema: { input: fails, output: fails } };
    for (const schema of [{ '~standard': standard }, { '~standard': failing }])
      expect(told(schema)('name', ['Lovelace'])).toEqual([]);
  });

  test('are no names that every object has', () => {
    const words = new AuthoredValues(z.object({}), []);
    expect([words.names('constructor'), words.has('constructor', 'name')]).toEqual([false, false]);
  });
});
