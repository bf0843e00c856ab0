/**
 * The table of the matrix.
 * @module
 */
import type { Case } from './case.ts';
import { bundlers } from './cases/bundlers.ts';
import { flows } from './cases/flows.ts';
import { installs } from './cases/installs.ts';
import { linters } from './cases/linters.ts';
import { runtimes } from './cases/runtimes.ts';
import { tests } from './cases/tests.ts';
import { stores } from './cases/stores.ts';
import { types } from './cases/types.ts';

/** All cases, in the order in which they run. */
export const cases: readonly Case[] = [
  ...types,
  ...tests,
  ...installs,
  ...flows,
  ...bundlers,
  ...runtimes,
  ...linters,
  ...stores,
];
