import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { webhooks } from './rows.ts';
import { overload } from './rows/overload.ts';
import { slow } from './rows/slow.ts';
import { unhandled } from './rows/unhandled.ts';
import { unsigned } from './rows/unsigned.ts';
import { waiting } from './rows/waiting.ts';

/** The numbers of the rows that are tests of their own, by their names. */
const written = ['process.full.test.ts', '../cache/shared/store.full.test.tsx'].flatMap((file) => [
  ...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/'row (\d+): /g),
]);

test('the catalogue has every row from 1 to 70', () => {
  const tables = [webhooks, waiting, slow, overload, unhandled, unsigned];
  const rows = new Set([...tables.flat().map(({ row }) => row), ...written.map(([, row]) => Number(row))]);
  const all = Array.from({ length: 70 }, (_, at) => at + 1);
  expect([...rows].toSorted((a, b) => a - b)).toEqual(all);
});

test('no row says the same as another', () => {
  const said = webhooks.map(({ row, what, only }) => `${row} ${what} ${only}`);
  expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([]);
});
