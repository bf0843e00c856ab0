import { expect, test } from 'vitest';
import { styleFor } from '../../src/cli/style.ts';

test('colours are for terminals, and not with NO_COLOR', () => {
  const red = (isTTY: boolean, variables: Record<string, string>) =>
    styleFor({ isTTY }, variables)('red', 'no');
  expect([red(true, {}), red(false, {}), red(true, { NO_COLOR: '1' }), red(true, { NO_COLOR: '' })]).toEqual([
    '\u001B[31mno\u001B[0m',
    'no',
    'no',
    '\u001B[31mno\u001B[0m',
  ]);
});
