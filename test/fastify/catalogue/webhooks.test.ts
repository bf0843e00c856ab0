import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { heard, serve, type Served } from '../served.ts';
import { forget, got, trouble } from '../trouble.tsx';
import { ask } from './ask.ts';
import { canaries, rowsOf, setUp, type Mode, type Row, type Step } from './row.ts';
import { webhooks } from './rows.ts';

let app: Served;
/** The logs of all servers. */
let written = '';
/** What would have ended a process of their own. */
const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
process.on('unhandledRejection', note);
afterAll(() => void process.off('unhandledRejection', note));

beforeEach(() => forget());
afterEach(async () => {
  vi.useRealTimers();
  written += app.written();
  await app.close();
});

describe.each(['local', 'live'] as const)('%s', (mode) => {
  const rows = rowsOf(webhooks, mode);

  test.each(rows)('row $row: $what', async ({ steps, log, metrics, secret, skew, options }: Row) => {
    if (skew !== undefined) vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + skew });
    app = await serve({ flows: [inspireWorks, trouble, got], ...setUp[mode], ...options });
    app.taken();
    let before: string | undefined;
    for (const step of steps) before = await check(step, mode, before);
    const lines = app.taken();
    expect(lines).toMatchObject(log);
    expect(lines).toHaveLength(log.length);
    expect(await app.counted()).toEqual(metrics);
    // Of a message alone: what a program reads is JSON, and JSON escapes.
    for (const { msg } of lines) expect(msg).not.toMatch(unprintable);
    for (const text of [secret ?? []].flat())
      expect(app.written()).not.toContain(JSON.stringify(text).slice(1, -1));
  });
});

test('after all of this neither a number nor a name is in the log', () => {
  expect(written).toContain('b7c1d2e3-canary');
  expect(written).not.toMatch(canaries);
});

test('after all of this no rejection went unhandled', async () => {
  await new Promise(setImmediate);
  expect(unhandled).toEqual([]);
});

const unprintable = /[^\P{Cc}\n]/u;

const nothing = { said: [], next: [], xml: '' };
const [anyList, anyText, either] = [expect.any(Array), expect.any(String), expect.any(Boolean)] as unknown[];

/** Sends a step and compares what it gets; gives the bytes. */
async function check(step: Step, mode: Mode, before: string | undefined): Promise<string> {
  const { status = 200, said, next, holds = '', allow = null, closes, sameAgain } = step;
  const { replies, closed } = await ask(app.port, mode, step);
  const isDocument = said !== undefined || next !== undefined;
  const document = {
    said: said ?? anyList,
    next: next ?? anyList,
    xml: expect.stringContaining(holds),
  };
  const wanted = { allow, ...(isDocument ? document : nothing) };
  expect(replies.map((reply) => reply.status)).toEqual([status].flat());
  const got = await Promise.all(replies.map(look));
  expect(got).toEqual(got.map(() => wanted));
  expect(closed).toEqual(closes ?? either);
  const bytes = got.map(({ xml }) => xml).join('');
  expect(bytes).toEqual(sameAgain ? before : anyText);
  return bytes;
}

async function look(reply: Response) {
  const isEmpty = (await reply.clone().text()) === '';
  return { allow: reply.headers.get('allow'), ...(isEmpty ? nothing : await heard(reply)) };
}
