import { expect, test } from 'vitest';
import { lastLines } from '../../src/testing/last-lines.ts';
import { callTo, response } from '../phone/documents.ts';

/** The first line of what is left of a call with so many lines before: the request, the prompts, and the end. */
async function firstLine(prompts: number): Promise<string | undefined> {
  const { call } = await callTo(response('<Speak>on</Speak>'.repeat(prompts)));
  return lastLines(call).split('\n')[0]?.trim();
}

test.each([
  [18, '0.0  POST / → 200'],
  [19, '… 1 line before, see phone.transcript()'],
  [20, '… 2 lines before, see phone.transcript()'],
])('of a call with %i prompts the message of an error begins with %s', async (prompts, line) => {
  expect(await firstLine(prompts)).toBe(line);
});
