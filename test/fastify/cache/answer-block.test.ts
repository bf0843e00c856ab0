import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { AnswerBlock } from '../../../src/fastify/cache/answer-block.ts';
import { collision, ReplyCache } from '../../../src/fastify/cache/reply-cache.ts';

afterEach(() => void vi.useRealTimers());

test('what is written can be read, whatever its characters', () => {
  const block = new AnswerBlock();
  const text = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(text, text, text, (id, key, answer) => {
      expect(block.write(id, key, answer)).toBe(true);
      expect(block.read(id, 1000)).toEqual({ key, answer });
    }),
    { numRuns: 2000 },
  );
});

test('a name that was never written has nothing', () => {
  const block = new AnswerBlock();
  block.write('one', 'POST /ivr\nDigits=1', '<Response/>');
  expect(block.read('two', 1000)).toBeUndefined();
});

test('clear() removes everything', () => {
  const block = new AnswerBlock();
  block.write('one', 'asked', 'answer');
  block.clear();
  expect(block.read('one', 1000)).toBeUndefined();
});

test('what is older than asked for is not given', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const block = new AnswerBlock();
  block.write('one', 'asked', 'answer');
  vi.advanceTimersByTime(1000);
  expect(block.read('one', 1000)).toEqual({ key: 'asked', answer: 'answer' });
  vi.advanceTimersByTime(1);
  expect(block.read('one', 1000)).toBeUndefined();
});

test('a full block takes no more, and loses nothing of what it has', () => {
  const block = new AnswerBlock();
  const answer = 'é'.repeat(100_000);
  let written = 0;
  while (block.write(`${written}`, `asked ${written}`, answer)) written++;
  expect(written).toBe(83);
  expect(block.read('0', 60_000)).toEqual({ key: 'asked 0', answer });
  expect(block.read('82', 60_000)).toEqual({ key: 'asked 82', answer });
  expect(block.read('83', 60_000)).toBeUndefined();
});

test('replies keep at least the last 16 MB and at most 32', () => {
  const replies = new ReplyCache();
  const answer = 'x'.repeat(100_000);
  for (let at = 0; at < 1000; at++) replies.keep(`${at}`, `asked ${at}`, answer);
  const found = Array.from({ length: 1000 }, (_, at) => replies.find(`${at}`, `asked ${at}`) === answer);
  const oldest = found.indexOf(true);
  expect(found.lastIndexOf(false)).toBe(oldest - 1);
  expect(1000 - oldest).toBeGreaterThan(160);
  expect(1000 - oldest).toBeLessThan(336);
  expect(replies.find('999', 'asked something else')).toBe(collision);
});

test('replies keep an answer for ten minutes', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const replies = new ReplyCache();
  replies.keep('one', 'asked', 'answer');
  vi.advanceTimersByTime(600_000);
  expect(replies.find('one', 'asked')).toBe('answer');
  vi.advanceTimersByTime(1);
  expect(replies.find('one', 'asked')).toBeUndefined();
});
