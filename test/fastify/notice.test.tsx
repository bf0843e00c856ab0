import { setTimeout as wait } from 'node:timers/promises';
import { callback, flow, level, Response as Document, Speak } from 'plivo-jsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from './served.ts';

/** A schema that asks a database which never answers. */
const never = {
  '~standard': { version: 1, vendor: 'test', validate: () => new Promise<never>(() => {}) },
} as const;
const told = callback('/notice/told', { params: never as never }, () => {});
const done: string[] = [];
const slow = callback('/notice/slow', async ({ call }) => {
  await wait(150);
  done.push(call.kind);
});
const begin = level('/notice', () => (
  <Document>
    <Speak>Hello</Speak>
  </Document>
));

let app: Served;

beforeAll(async () => {
  app = await serve({ flows: [flow('notice', { levels: [begin, told, slow] })], deadline: 100 });
});
afterAll(() => app.close());

test('a callback whose parameters are never read is answered after the deadline', async () => {
  const reply = await app.post('/notice/told', { CallUUID: 'c-1' });
  expect([reply.status, await reply.text()]).toEqual([200, '']);
  expect(app.taken()).toMatchObject([
    { event: 'callback', reason: 'deadline', msg: '/notice/told goes on in the background.' },
    { level: 'info' },
  ]);
});

test('a callback that takes longer than a document may is done when it is acknowledged', async () => {
  const reply = await app.post('/notice/slow', { CallUUID: 'c-2', Event: 'Hangup' });
  expect([reply.status, await reply.text(), done]).toEqual([200, '', ['hangup']]);
  expect(app.taken()).toMatchObject([{ level: 'info' }]);
});
