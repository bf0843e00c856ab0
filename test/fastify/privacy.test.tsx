import { inspect } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { signRequest } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import inspireWorks from '../../flows/inspire-works/flow.ts';
import { outcomeOf, printed, startCommand } from '../cli/run-command.ts';
import { sized } from '../support/size.ts';
import { canariesIn, fieldsOf, token, type Fields } from './privacy/canary.ts';
import { carried, carry } from './privacy/carry.tsx';
import { keptLog } from './served.ts';
import { trouble } from './trouble.tsx';

// A thousand calls, and two processes.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const publicUrl = 'https://ivr.example.com';
const type = 'application/x-www-form-urlencoded';

/** Each level has what the levels behind it have. */
const levels = sized<readonly string[]>(
  ['trace', 'fatal'],
  ['trace', 'debug', 'info', 'warn', 'error', 'fatal'],
);

/** What one caller's call asks for; what the caller says of themselves is in every request. */
const paths = [
  ...trouble.levels.map(({ path }) => path),
  '/ivr',
  '/ivr/level2',
  '/ivr/action?lang=en',
  '/ivr/action?lang=5550142857',
  '/ivr/level2?try=5550142857',
  '/ivr/transferred?lang=es',
  '/ivr/gone',
  '/nowhere',
  '/plain',
  '/plain/fails',
  '/plain/inspects',
  '/plain/cuts',
  '/plain/text',
  ...carried,
];

/** What an author prints is theirs; nothing else may go there. */
const besides = { text: '' };

beforeAll(() => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, 'write').mockImplementation(((chunk: string | Uint8Array, ...rest: never[]) => {
      besides.text += chunk.toString();
      return write(chunk, ...rest);
    }) as typeof stream.write);
  }
  process.on('warning', ({ message }) => (besides.text += message));
});

afterAll(() => vi.restoreAllMocks());

interface Kept {
  readonly app: FastifyInstance;
  readonly log: () => string;
}

async function make(level: string, development: boolean): Promise<Kept> {
  const kept = keptLog(level);
  const app = await createApp({
    flows: [inspireWorks, trouble, carry],
    publicUrl,
    authTokens: [token],
    development,
    deadline: 20,
    logger: kept.logger,
  });
  app.post('/plain', ({ body }) => {
    throw new Error(`no plain answer to ${JSON.stringify(body)}`, { cause: body });
  });
  app.post('/plain/fails', async ({ body }) => Promise.reject(body));
  app.post('/plain/inspects', ({ body }) => {
    throw new Error(inspect(body));
  });
  app.post('/plain/cuts', ({ body }) => {
    const { Speech = '', CallerName = '' } = body as Fields;
    throw new Error(`${Speech.slice(0, 150)} from ${encodeURIComponent(CallerName)}`);
  });
  app.post('/plain/text', async ({ body }) =>
    Promise.reject((body as Fields)['Speech'] ?? (body as Fields)['From']),
  );
  app.post('/plain/query', ({ query }) => {
    throw new Error(`no answer to ${JSON.stringify(query)}`);
  });
  app.post('/plain/path/:name/:code', ({ params }) => {
    const { name, code } = params as Fields;
    throw new Error(`no ${name} with ${code}`);
  });
  await app.ready();
  return { app, log: () => kept.text };
}

/** Replies to whoever is not Plivo, and apologies: there nothing of the caller may be. */
const replies: string[] = [];

async function send({ app }: Kept, method: 'GET' | 'POST', path: string, fields: Fields, isOurs = true) {
  const form = new URLSearchParams(fields).toString();
  const url = method === 'GET' ? `${path}${path.includes('?') ? '&' : '?'}${form}` : path;
  const signature = signRequest(
    { method, url: publicUrl + url, ...(method === 'POST' && { params: fields }) },
    isOurs ? token : `${token}-of-yesterday`,
  );
  const headers = {
    'content-type': type,
    authorization: `Bearer ${token}`,
    cookie: `session=${token}`,
    'x-forwarded-for': fields['From']!,
    ...signature,
  };
  const request = { method, url, headers, ...(method === 'POST' && { payload: form }) };
  const { statusCode, body, headers: given } = await app.inject(request);
  if (statusCode !== 200 || body.includes('Sorry') || body.includes('sorry'))
    replies.push(body, JSON.stringify(given));
  return request;
}

/** One call: each step by POST or GET, some of them twice, rejected, or misread. */
async function call(kept: Kept, number: number): Promise<void> {
  const fields = fieldsOf(number);
  const path = paths[number % paths.length]!;
  const post = await send(kept, 'POST', path, fields);
  await send(kept, 'GET', path, fields);
  await kept.app.inject(post);
  // The same signature over a field that became part of the one before it.
  const joined = post.payload?.replace('&To=', 'To');
  await kept.app.inject({ ...post, ...(joined !== undefined && { payload: joined }) });
  await send(kept, 'POST', path, fields, false);
  const odd = {
    ...post,
    headers: { ...post.headers, 'content-type': ['application/json', 'text/plain'][number % 2]! },
  };
  await kept.app.inject(odd);
  await kept.app.inject({ ...post, url: `${path}%zz${fields['From']}` });
  await kept.app.inject({ ...post, url: `/${fields['From']}/${fields['CallerName']}` });
  await send(kept, 'POST', path, { ...fields, Event: 'Hangup', HangupCause: 'NORMAL_CLEARING' });
  await send(kept, 'POST', path, fields);
}

describe.each([
  ['development', true],
  ['production', false],
] as const)('in %s', (_, development) => {
  test.each(levels)('87 calls leave nothing of the caller in a log of the level %s', async (level) => {
    const kept = await make(level, development);
    const first = levels.indexOf(level) * 200 + (development ? 100 : 0);
    await Promise.all(Array.from({ length: 87 }, (_each, index) => call(kept, first + index)));
    const metrics = await kept.app.plivoMetrics();
    await kept.app.close();
    // But at the last level there is something to look at.
    expect(kept.log().length > 1_000).toBe(level !== 'fatal');
    expect(canariesIn(kept.log())).toEqual([]);
    expect(canariesIn(metrics)).toEqual([]);
    expect(metrics).toContain('ivr_auth_total{reason="mismatch"}');
  });
});

test('nothing of a caller is in a rejection, an apology, or anything else that is printed', () => {
  expect(replies.length).toBeGreaterThan(1_000);
  expect(canariesIn(replies.join('\n'))).toEqual([]);
  expect(canariesIn(besides.text)).toEqual([]);
});

test.each([
  ['development', {}],
  ['production', { NODE_ENV: 'production' }],
])('plivo-jsx start prints nothing of a caller in %s', async (_, mode) => {
  const child = startCommand(['start'], {
    ...mode,
    PORT: '0',
    PUBLIC_URL: publicUrl,
    PLIVO_AUTH_TOKEN: token,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [, port] = await printed(child, /http:\/\/127\.0\.0\.1:(\d+)[^]*(?:must be signed|"serving")/);
  const ask = (path: string, init: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, init).then((reply) => reply.text());
  for (let number = 0; number < 50; number++) {
    const fields = fieldsOf(number);
    const path = paths.filter((each) => each.startsWith('/ivr'))[number % 7]!;
    const body = new URLSearchParams(fields).toString();
    const headers = {
      'content-type': type,
      authorization: token,
      ...signRequest({ method: 'POST', url: publicUrl + path, params: fields }, token),
    };
    await ask(path, { method: 'POST', body, headers });
    await ask(path, { method: 'POST', body: body.replace('&To=', 'To'), headers });
    await ask(path, { method: 'POST', body, headers: { 'content-type': 'text/plain' } });
    await ask(`/${encodeURIComponent(fields['From']!)}?${body}`, {});
    await ask(`/ivr?${body}`, {
      headers: { ...signRequest({ method: 'GET', url: `${publicUrl}/ivr?${body}` }, token) },
    });
  }
  const ended = outcomeOf(child);
  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
  expect(output).toContain('getdigits-action');
  expect(canariesIn(output)).toEqual([]);
});

describe('what looks for canaries finds them', () => {
  const { From, CallerName, Digits, Speech } = fieldsOf(3);

  test.each([
    `calls ${From}`,
    `to (415) 555-0142857`,
    `n=%2B1%20415%20555%200142857`,
    'number 5.5.5.0.1.4.2.8.5.7',
    `hello ${CallerName}`,
    `keys ${Digits}.`,
    `{"digits":"${Digits}"}`,
    `heard ${encodeURIComponent(Speech!)}`,
    `heard ${JSON.stringify(Speech)}`,
    `to ~b64.${Buffer.from(CallerName!).toString('base64url')},`,
    `token ${token}`,
  ])('%s', (text) => {
    expect(canariesIn(text)).not.toEqual([]);
  });

  test('and nothing else', () => {
    expect(
      canariesIn('call 6f1f8a2c  POST /ivr/level2 try=2 → GetDigits, at 2026-01-01 12:00:00 (1.4 ms)'),
    ).toEqual([]);
  });
});
