import { expect, test } from 'vitest';
import { progressOn } from '../../../../src/cli/commands/check/progress.ts';

const output = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
};

test('a terminal has one line, which is cleared at the end', () => {
  const terminal = output(true);
  const progress = progressOn(terminal);
  progress.show({ states: 1, requests: 2, waiting: 11 });
  progress.show({ states: 2, requests: 4, waiting: 10 });
  progress.clear();
  expect(terminal.written).toEqual(['\r\u001B[K1 states, 2 requests, 11 to come', '\r\u001B[K']);
});

test('a file has nothing', () => {
  const file = output(false);
  const progress = progressOn(file);
  progress.show({ states: 1, requests: 2, waiting: 11 });
  progress.clear();
  expect(file.written).toEqual([]);
});
