import type { StandardSchemaV1 } from '@standard-schema/spec';
import { flow, Hangup, level, Response as Document, signRequest, Speak, callback } from 'plivo-jsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { heard, serve, type Served } from '../served.ts';

const publicUrl = 'https://ivr.example.com';
const token = 'made_up_token';
const done: string[] = [];
const notOpen = () => {};
let open = notOpen;

const say = (text: string) => (
  <Document>
    <Speak>{text}</Speak>
    <Hangup />
  </Document>
);

const counted = level('/counted', ({ call }) => {
  done.push(call.digits ?? 'nothing');
  return say(`Visit ${done.length}.`);
});
const slow = level('/counted/slow', async () => {
  await new Promise<void>((resolve) => {
    open = resolve;
  });
  done.push('slow');
  return say(`Visit ${done.length}.`);
});
const waiting: { readonly go: () => void; readonly giveUp: () => void }[] = [];
const signalled = level('/counted/signalled', async (_props, { signal }) => {
  await new Promise<void>((go, reject) => {
    waiting.push({
      go: () => (signal?.aborted ? reject(signal.reason) : go()),
      giveUp: () => reject(signal?.reason),
    });
  });
  done.push('signalled');
  return say(`Visit ${done.length}.`);
});
const told = callback('/counted/told', ({ call }) => void done.push(call.kind));
let isDown = true;
const toldInVain = callback('/counted/told-in-vain', ({ call }) => {
  done.push(isDown ? 'in vain' : call.kind);
  if (!isDown) return;
  isDown = false;
  throw new Error('no database');
});
const toldSlowly = callback('/counted/told-slowly', async ({ call }) => {
  await new Promise<void>((go, reject) => {
    waiting.push({ go, giveUp: () => reject(new Error('no database')) });
  });
  done.push(call.kind);
});
/** Zod would try without a promise first. */
const slowParams = {
  '~standard': {
    version: 1,
    vendor: 'none',
    async validate(value: object) {
      await new Promise<void>((go, giveUp) => waiting.push({ go, giveUp }));
      return { value };
    },
  },
} as unknown as StandardSchemaV1<{ a: string }>;
const readSlowly = level('/counted/read-slowly', { params: slowParams }, async (_props, { signal }) => {
  await Promise.resolve();
  done.push(signal?.aborted ? 'aborted' : 'waited for');
  return say('Read.');
});

let app: Served;

beforeAll(async () => {
  app = await serve({
    flows: [
      flow('counted', { levels: [counted, slow, signalled, told, toldInVain, toldSlowly, readSlowly] }),
    ],
    publicUrl,
    authTokens: [token],
  });
});
afterAll(() => app.close());
beforeEach(() => {
  done.length = 0;
  app.taken();
});

const fields = { CallUUID: 'b7c1d2e3', From: '14155550100', Digits: '1' };
const sign = (path: string, params: Record<string, string> = fields, nonce?: string) => ({
  ...signRequest({ method: 'POST', url: publicUrl + path, params, nonce }, token),
});

describe('the same signed request again', () => {
  test('gets the same bytes, and its level does not run again', async () => {
    const headers = sign('/counted');
    const first = await (await app.post('/counted', fields, headers)).text();
    const again = await (await app.post('/counted', fields, headers)).text();
    expect(first).toContain('Visit 1.');
    expect(again).toBe(first);
    expect(done).toEqual(['1']);
    expect(app.taken()).toMatchObject([
      { level: 'info', msg: expect.stringContaining('call b7c1d2e3  getdigits-action  POST /counted') },
      {
        level: 'info',
        event: 'duplicate',
        reason: 'signature',
        msg: '/counted was requested again, and gives the same answer.',
      },
    ]);
  });

  test('is known however its header is written, and with the signature of an older token beside it', async () => {
    const { 'x-plivo-signature-v3': signature, ...nonce } = sign('/counted');
    await app.post('/counted', fields, { ...nonce, 'x-plivo-signature-v3': signature });
    const other = `${'A'.repeat(43)}=`;
    await app.post('/counted', fields, { ...nonce, 'x-plivo-signature-v3': ` ${other} , ${signature}` });
    await app.post('/counted', fields, { ...nonce, 'x-plivo-signature-ma-v3': signature });
    expect(done).toEqual(['1']);
  });

  test('waits for the first when that is still under way', async () => {
    const headers = sign('/counted/slow');
    const first = app.post('/counted/slow', fields, headers);
    await expect.poll(() => open).not.toBe(notOpen);
    const again = app.post('/counted/slow', fields, headers);
    await app.line('signature');
    open();
    expect(await (await again).text()).toBe(await (await first).text());
    expect(done).toEqual(['slow']);
  });

  test('does not take a notice twice', async () => {
    const hangup = { CallUUID: 'over', Event: 'Hangup', HangupCause: 'NORMAL_CLEARING' };
    const headers = sign('/counted/told', hangup);
    for (const _ of [1, 2]) {
      const reply = await app.post('/counted/told', hangup, headers);
      expect([reply.status, await reply.text()]).toEqual([200, '']);
    }
    expect(done).toEqual(['hangup']);
  });
});

test('a notice whose handler failed is handled when it comes again, and then no more', async () => {
  const hangup = { CallUUID: 'over', Event: 'Hangup', HangupCause: 'NORMAL_CLEARING' };
  const headers = sign('/counted/told-in-vain', hangup);
  for (const _ of [1, 2, 3]) {
    const reply = await app.post('/counted/told-in-vain', hangup, headers);
    expect([reply.status, await reply.text()]).toEqual([200, '']);
  }
  expect(done).toEqual(['in vain', 'hangup']);
});

test('a notice that comes again while its handler is at it waits, and is handled anew when that fails', async () => {
  const hangup = { CallUUID: 'over', Event: 'Hangup', HangupCause: 'NORMAL_CLEARING' };
  const headers = sign('/counted/told-slowly', hangup);
  const first = app.post('/counted/told-slowly', hangup, headers);
  await expect.poll(() => waiting.length).toBe(1);
  const again = app.post('/counted/told-slowly', hangup, headers);
  await app.line('signature');
  waiting.shift()!.giveUp();
  await expect.poll(() => waiting.length).toBe(1);
  waiting.shift()!.go();
  expect([(await first).status, (await again).status]).toEqual([200, 200]);
  expect(done).toEqual(['hangup']);
});

describe('the same signature over another content', () => {
  test.each([
    ['a name that eats its value', '/counted', 'CallUUIDb=7c1d2e3&Digits=1&From=14155550100'],
    ['all fields in one', '/counted', 'CallUUID=b7c1d2e3Digits1From14155550100'],
  ])('is rejected: %s', async (_, path, form) => {
    const headers = sign('/counted');
    await app.post('/counted', fields, headers);
    app.taken();
    const reply = await app.post(path, form, headers);
    expect([reply.status, await reply.text()]).toEqual([403, '']);
    expect(done).toEqual(['1']);
    expect(app.taken()).toMatchObject([
      {
        level: 'error',
        event: 'reject',
        reason: 'collision',
        msg: 'Rejected a request to /counted: collision',
      },
    ]);
  });
});

test('a request that is signed anew is answered with the one that is still under way', async () => {
  const first = app.post('/counted/slow', fields, sign('/counted/slow', fields, 'nonce-1'));
  await expect.poll(() => open).not.toBe(notOpen);
  const again = app.post('/counted/slow', fields, sign('/counted/slow', fields, 'nonce-2'));
  await app.line('running');
  open();
  expect((await heard(await again)).xml).toBe(await (await first).text());
  expect(done).toEqual(['slow']);
});

describe('a request that was signed anew and answered with the one that was under way', () => {
  test('gets the same bytes when it is sent again, and its level does not run again', async () => {
    const headers = sign('/counted/slow', fields, 'nonce-11');
    open = notOpen;
    const first = app.post('/counted/slow', fields, sign('/counted/slow', fields, 'nonce-12'));
    await expect.poll(() => open).not.toBe(notOpen);
    const anew = app.post('/counted/slow', fields, headers);
    await app.line('running');
    open();
    const document = await (await first).text();
    expect(await (await anew).text()).toBe(document);
    expect(await (await app.post('/counted/slow', fields, headers)).text()).toBe(document);
    expect(done).toEqual(['slow']);
  });

  test('rejects another content under its signature, also before it is answered', async () => {
    const headers = sign('/counted/slow', fields, 'nonce-13');
    open = notOpen;
    const first = app.post('/counted/slow', fields, sign('/counted/slow', fields, 'nonce-14'));
    const other = 'CallUUIDb=7c1d2e3&Digits=1&From=14155550100';
    await expect.poll(() => open).not.toBe(notOpen);
    const anew = app.post('/counted/slow', fields, headers);
    await app.line('running');
    expect((await app.post('/counted/slow', other, headers)).status).toBe(403);
    open();
    await Promise.all([first, anew]);
    expect((await app.post('/counted/slow', other, headers)).status).toBe(403);
    expect(done).toEqual(['slow']);
  });

  test('is handled once more when the notice under way fails, however many wait', async () => {
    const path = '/counted/told-slowly';
    const hangup = { CallUUID: 'over', Event: 'Hangup', HangupCause: 'NORMAL_CLEARING' };
    const ask = (nonce: string) => app.post(path, hangup, sign(path, hangup, nonce));
    const first = ask('nonce-15');
    await expect.poll(() => waiting.length).toBe(1);
    let joined = 0;
    const others = ['nonce-16', 'nonce-17', 'nonce-18'].map(ask);
    await expect
      .poll(() => (joined += app.taken().filter(({ reason }) => reason === 'running').length))
      .toBe(3);
    waiting.shift()!.giveUp();
    await expect.poll(() => waiting.length).toBe(1);
    waiting.shift()!.go();
    const replies = await Promise.all([first, ...others]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const nonce of ['nonce-16', 'nonce-17', 'nonce-18']) await ask(nonce);
    expect(done).toEqual(['hangup']);
  });
});

test('a request that is signed anew after the first was answered is a new one: callers do press a key twice', async () => {
  await app.post('/counted', fields, sign('/counted', fields, 'nonce-3'));
  await app.post('/counted', fields, sign('/counted', fields, 'nonce-4'));
  expect(done).toEqual(['1', '1']);
});

test('a component is told that its client has gone, also when that was while its parameters were read', async () => {
  const path = '/counted/read-slowly?a=b';
  const gone = new AbortController();
  const reply = app.post(path, fields, sign(path), gone.signal);
  await expect.poll(() => waiting.length).toBe(1);
  gone.abort();
  await expect(reply).rejects.toThrow('aborted');
  await app.get('/ready');
  waiting.shift()!.go();
  await app.line('caller');
  await expect.poll(() => done).toEqual(['aborted']);
});

describe('when the first try is hung up on while its level waits for something that the signal ends', () => {
  const path = '/counted/signalled';
  const ask = (nonce: string, until?: AbortSignal) =>
    app.post(path, fields, sign(path, fields, nonce), until);

  test.each([
    ['the same request', 'nonce-5', 'nonce-5', 'signature'],
    ['one that is signed anew', 'nonce-6', 'nonce-7', 'running'],
  ])('%s that waits as well gets the document, made once', async (_, one, two, reason) => {
    const gone = new AbortController();
    const first = ask(one, gone.signal);
    await expect.poll(() => waiting.length).toBe(1);
    const again = ask(two);
    await app.line(reason);
    gone.abort();
    await expect(first).rejects.toThrow('aborted');
    await app.get('/ready');
    waiting.shift()!.go();
    expect((await heard(await again)).said).toEqual(['Visit 1.']);
    expect(done).toEqual(['signalled']);
  });

  test.each([
    ['the same request', 'nonce-8', 'nonce-8', 'signature'],
    ['one that is signed anew', 'nonce-9', 'nonce-10', 'running'],
  ])('%s that comes before the level has given up is answered anew', async (_, one, two, reason) => {
    const gone = new AbortController();
    const first = ask(one, gone.signal);
    await expect.poll(() => waiting.length).toBe(1);
    gone.abort();
    await expect(first).rejects.toThrow('aborted');
    await app.line('caller');
    const again = ask(two);
    await app.line(reason);
    waiting.shift()!.giveUp();
    await expect.poll(() => waiting.length).toBe(1);
    waiting.shift()!.go();
    expect((await heard(await again)).said).toEqual(['Visit 1.']);
  });
});

test('what happened is in the metrics, and nothing of the caller', async () => {
  const text = await app.metrics();
  expect(text).toContain('ivr_duplicate_total{reason="signature"} 13');
  expect(text).toContain('ivr_duplicate_total{reason="running"} 8');
  expect(text).toContain('ivr_reject_total{reason="collision"} 4');
  expect(text).toMatch(/^ivr_webhooks_total\{route="\/counted"\} \d+$/m);
  expect(text).not.toContain('14155550100');
});
