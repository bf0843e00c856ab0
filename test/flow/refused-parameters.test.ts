import { expect, test } from 'vitest';
import { callback, level } from 'plivo-jsx';
import * as z from 'zod';
import { readParams, type ParamsSchema } from '../../src/flow/params.ts';
import { refusedParameters } from '../../src/flow/refused-parameters.ts';

const says = async (params: ParamsSchema, query: Record<string, unknown>) => {
  const strict = level('/strict', { params }, () => null as never);
  const { message } = refusedParameters(strict as never, query, await readParams(params, query), false);
  return message.split('\n').slice(1, -2);
};

test('each parameter is named, with what its schema says', async () => {
  const schema = z.object({ name: z.string().min(1), page: z.coerce.number(), who: z.string() });
  expect(await says(schema, { name: '', page: 'x' })).toEqual([
    '  name: Too small: expected string to have >=1 characters',
    '  page: Invalid input: expected number, received NaN',
    '  who: Invalid input: expected string, received undefined',
  ]);
});

test('of a nested one the first name is told', async () => {
  const schema = z.object({
    list: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(z.email())),
  });
  expect(await says(schema, { list: 'Ana' })).toEqual(['  list: Invalid email address']);
});

test.each([
  ['Invalid type: Expected number but received "ann lee"', 'Invalid type: Expected number'],
  ['name must be at least length 9 (was "Ann Lee")', 'name must be at least length 9'],
  ['Ann Lee is no name', '[hidden] [hidden] is no name'],
  ['no LEE, please', 'no [hidden], please'],
  ['expected text, received undefined', 'expected text, received undefined'],
  ['first line\nAnn', 'first line'],
])('a value that a message quotes is left out: %s', async (message, shown) => {
  const quoting = {
    '~standard': {
      version: 1,
      vendor: 'ours',
      validate: () => ({ issues: [{ message, path: [{ key: 'name' }] }] }),
    },
  } as const;
  expect(await says(quoting, { name: 'Ann Lee' })).toEqual([`  name: ${shown}`]);
});

test('a name that nobody would write in TSX is not told', async () => {
  expect(await says(z.object({}), { '15551234567': '1', day: '2' })).toEqual([
    '  a parameter: not declared',
    '  day: not declared',
  ]);
});

test('the place and one fix follow', () => {
  const heard = callback('/heard', () => {});
  const { message } = refusedParameters(heard as never, { day: '1' }, { ok: true, value: {} }, false);
  expect(message).toMatch(
    /^\/heard does not accept these parameters\.\n {2}day: not declared\n {2}at <callback \/heard> \(test\/flow\/refused-parameters\.test\.ts:\d+:\d+\)\nFix: declare the parameter in the schema of the level, or remove it from the address\. \[E_PARAMS\]$/,
  );
});
