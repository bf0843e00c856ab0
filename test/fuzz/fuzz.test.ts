import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { injectCases } from '../../fuzz/inject.ts';
import { malformed } from '../../fuzz/malformed.ts';
import { Random } from '../../fuzz/random.ts';
import { Report } from '../../fuzz/report.ts';
import { makeCase } from '../../fuzz/case.ts';
import { openSockets } from '../../fuzz/sockets.ts';
import { sized } from '../support/size.ts';

// Some connections last until the server has enough of them.
vi.setConfig({ testTimeout: 120_000 });

const seed = 4711;
const requests = sized(600, 3_000);
const connections = sized(250, 400);
const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);

beforeEach(() => {
  process.on('unhandledRejection', note);
});

afterEach(() => {
  process.off('unhandledRejection', note);
});

test('requests made by chance are answered with a document or a rejection', async () => {
  const report = new Report();
  await injectCases(report, seed, 0, requests);
  expect(report.failures).toEqual([]);
  expect([report.finished, unhandled]).toEqual([requests, []]);
  // They reach the levels, and every door on the way there.
  expect(report.statuses.get(200)).toBeGreaterThan(requests / 3);
  expect([...report.statuses.keys()].toSorted()).toEqual([200, 400, 403, 404, 405, 413, 414, 415]);
});

test('connections made by chance are answered or closed', async () => {
  const report = new Report();
  await openSockets(report, seed, 0, connections);
  expect(report.failures).toEqual([]);
  expect([report.finished, unhandled]).toEqual([connections, []]);
  expect([...report.statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 403, 408, 431]));
});

test('the same seed and number make the same request, so that a bad one can be had again', () => {
  const made = (number: number) => makeCase(new Random(seed, number));
  expect(made(17)).toEqual(made(17));
  expect(made(17)).not.toEqual(made(18));
});

test('what a strict parser does not take is found', () => {
  expect(malformed('<Response><Speak>a</Speak></Response>')).toBeUndefined();
  expect(malformed('<Response>]]></Response>')).toMatch(/^no document: /);
  expect(malformed('<html/>')).toBe('no document: the root is html in <html/>');
});
