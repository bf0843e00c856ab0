import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { heard, serve, type Served } from '../served.ts';
import { forget, trouble } from '../trouble.tsx';
import { ask } from './ask.ts';
import { canaries, setUp, type Mode, type Row, type Step } from './row.ts';
import { webhooks } from './rows.ts';

let app: Served;

beforeEach(() => forget());
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
});

describe.each(['local', 'live'] as const)('%s', (mode) => {
  const rows = webhooks.filter(({ only = mode }) => only === mode);

  test.each(rows)('row $row: $what', async ({ steps, log, metrics, secret, skew, options }: Row) => {
    if (skew !== undefined) vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + skew });
    app = await serve({ flows: [inspireWorks, trouble], deadline: 60, ...setUp[mode], ...options });
    app.taken();
    let before: string | undefined;
    for (const step of steps) before = await check(step, mode, before);
    const lines = app.taken();
    expect(lines).toMatchObject(log);
    expect(lines).toHaveLength(log.length);
    expect(await app.counted()).toEqual(metrics);
    expect(app.written()).not.toMatch(canaries);
    // Of a message alone: what a program reads is JSON, and JSON escapes.
    for (const { msg } of lines) expect(msg).not.toMatch(unprintable);
    if (secret !== undefined) expect(app.written()).not.toContain(JSON.stringify(secret).slice(1, -1));
  });
});

const unprintable = /[^\P{Cc}\n]/u;

/** Sends one request and compares what it gets; gives the bytes. */
async function check(step: Step, mode: Mode, before: string | undefined): Promise<string> {
  const { status = 200, said, next, holds, allow, closes, sameAgain } = step;
  const { replies, closed } = await ask(app.port, mode, step);
  expect(replies.map((reply) => reply.status)).toEqual([status].flat());
  if (closes) expect(closed).toBe(true);
  let bytes = '';
  for (const reply of replies) {
    expect(reply.headers.get('allow')).toBe(allow ?? null);
    bytes += await reply.clone().text();
    if (said === undefined && next === undefined) continue;
    const document = await heard(reply);
    expect(document).toMatchObject({ said: said ?? document.said, next: next ?? document.next });
  }
  if (said === undefined && next === undefined) expect(bytes).toBe('');
  if (holds !== undefined) expect(bytes).toContain(holds);
  if (sameAgain) expect(bytes).toBe(before);
  return bytes;
}
