import { describe, expect, test, vi } from 'vitest';
import type { Finding } from '../../soak/finding.ts';
import { deadline } from '../../soak/parts/deadline.ts';
import { flood } from '../../soak/parts/flood.ts';
import { load } from '../../soak/parts/load.ts';
import { restart } from '../../soak/parts/restart.ts';
import { slow } from '../../soak/parts/slow.ts';

// Each starts a server or two, and waits for what these do after some seconds.
vi.setConfig({ testTimeout: 120_000 });

/** What `npm run soak` measures, in small. Times are not looked at. */
const counts = (findings: readonly Finding[]) =>
  findings.filter(({ isCount }) => isCount).map(({ what, value }) => `${what}: ${value}`);

describe.concurrent('a server in production', () => {
  test('answers every signed webhook with its document', async () => {
    expect(counts(await load([{ rate: 200, seconds: 2, p99: 50 }]))).toEqual([
      '200/s for 2 s: wrong or missing answers: 0',
    ]);
  });

  test('closes connections that only want to be held, with 408, and answers callers meanwhile', async () => {
    expect(counts(await slow(50, 10))).toEqual([
      '50 idle connections: still open: 0',
      '50 idle connections: without 408: 0',
      '50 slow bodies: still open: 0',
      '50 slow bodies: without 408: 0',
      'callers meanwhile, 10/s: wrong or missing answers: 0',
    ]);
  });

  test('rejects every request of strangers, and answers callers meanwhile', async () => {
    expect(counts(await flood(200, 1))).toEqual([
      'unsigned, paths of 15 KB: not answered with 414: 0',
      'unsigned, paths of 15 KB: callers meanwhile: wrong or missing answers: 0',
      'unsigned, paths of levels: not answered with 403: 0',
      'unsigned, paths of levels: callers meanwhile: wrong or missing answers: 0',
    ]);
  });

  test('is replaced by another one without losing a request', async () => {
    expect(counts(await restart(2, 50))).toEqual([
      '2 restarts at 50/s: ended with another code than 0: 0',
      '2 restarts at 50/s: accepted requests lost: 0',
      '2 restarts at 50/s: wrong or missing answers: 0',
    ]);
  });

  test('answers with a document when a level never comes back', async () => {
    expect(counts(await deadline(20, 1))).toEqual([
      '20 POSTs to a level that never answers: wrong or missing answers: 0',
    ]);
  });
});
