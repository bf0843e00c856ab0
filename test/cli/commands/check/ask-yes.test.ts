import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askYes } from '../../../../src/cli/commands/check/ask-yes.ts';

test.each([
  ['y\n', true],
  ['Yes\n', true],
  ['n\n', false],
  ['\n', false],
  ['', false],
])('the answer %j is %s', async (answer, isYes) => {
  let asked = '';
  const stderr = { write: (text: string) => (asked += text) };
  const io = { stdin: new PassThrough().end(answer), stdout: stderr, stderr, env: {} };
  expect(await askYes(io, 'Go on? ')).toBe(isYes);
  expect(asked).toBe('Go on? ');
});
