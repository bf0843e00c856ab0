import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { UnderlyingSource } from 'node:stream/web';
import Fastify from 'fastify';
import formbody from '@fastify/formbody';
import { signRequest, verifyWebhook, type ServerRequest, type VerifiedWebhook } from 'plivo-jsx';
import { afterEach, describe, expect, test } from 'vitest';

/** The part of Express that is used here; it has no types of its own. */
interface Express {
  (): RequestListener & Router;
  Router(): Router;
  readonly urlencoded: (options: object) => object;
  readonly text: (options: object) => object;
  readonly raw: (options: object) => object;
}
interface Router {
  use(...handlers: (string | object)[]): void;
  post(path: string, handler: (request: ServerRequest, response: { end(text: string): void }) => void): void;
}
const express = createRequire(import.meta.url)('express') as Express;

const publicUrl = 'https://ivr.example.com';
const token = 'a-made-up-token';
const options = { publicUrl, authTokens: token };
const type = 'application/x-www-form-urlencoded';
const fields = { CallUUID: 'c-1', From: '+14155550100', CallerName: 'José & Ana', Digits: '1' };
const form = new URLSearchParams(fields).toString();

/** A webhook as Plivo posts it. */
const webhook = (target: string, body = form, address = publicUrl): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': type,
    ...signRequest({ method: 'POST', url: address + target, params: fields }, token),
  },
  body,
});

const summaryOf = (verified: VerifiedWebhook) =>
  verified.ok
    ? [verified.call.kind, verified.call.digits, verified.call.raw['CallerName']].join(' ')
    : verified.reason;

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ask = async (url: string, init: RequestInit) => (await fetch(url, init)).text();

const signed = 'getdigits-action 1 José & Ana';
const changed = form.replace('Digits=1', 'Digits=2');

describe.each([
  ['http', publicUrl],
  ['a public URL with a path', `${publicUrl}/voice`],
  ['a public URL with a slash', `${publicUrl}/`],
])('a request of node:http, with %s', (_, address) => {
  test.each([
    ['that Plivo signed', form, signed],
    ['that was changed', changed, 'mismatch'],
    ['with too many bytes', `${form}&x=${'x'.repeat(70_000)}`, 'body_size'],
  ])('%s', async (_each, body, result) => {
    const url = await listen(async (request, response) => {
      response.end(summaryOf(await verifyWebhook(request, { ...options, publicUrl: address })));
    });
    const target = '/answer?lang=en';
    expect(await ask(url + target, webhook(target, body, address.replace(/\/$/, '')))).toBe(result);
  });
});

test('a GET request of node:http has its fields in the query', async () => {
  const url = await listen(async (request, response) => {
    response.end(summaryOf(await verifyWebhook(request, options)));
  });
  const target = `/answer?${form}`;
  const headers = { ...signRequest({ method: 'GET', url: publicUrl + target }, token) };
  expect(await ask(url + target, { headers })).toBe(signed);
  expect(await ask(`${url}/answer?${changed}`, { headers })).toBe('mismatch');
});

test('a GET request has all fields behind the first question mark', async () => {
  const url = await listen(async (request, response) => {
    const webhook = await verifyWebhook(request, options);
    response.end(webhook.ok ? JSON.stringify(webhook.call.raw) : webhook.reason);
  });
  const target = '/answer?CallUUID=1&CallerName=who?&Digits=1&From=155';
  const headers = { ...signRequest({ method: 'GET', url: publicUrl + target }, token) };
  expect(JSON.parse(await ask(url + target, { headers }))).toEqual({
    CallUUID: '1',
    CallerName: 'who?',
    Digits: '1',
    From: '155',
  });
});

test('a request whose body somebody else has read is rejected', async () => {
  const url = await listen(async (request, response) => {
    for await (const _ of request);
    response.end(summaryOf(await verifyWebhook(request, options)));
  });
  expect(await ask(`${url}/answer`, webhook('/answer'))).toBe('params');
});

describe.each<[string, object | undefined]>([
  ['without a parser', undefined],
  ['urlencoded', express.urlencoded({ extended: false })],
  ['urlencoded, extended', express.urlencoded({ extended: true })],
  ['text', express.text({ type })],
  ['raw', express.raw({ type })],
])('a request of Express, %s', (_, parser) => {
  test.each([
    [form, signed],
    [changed, 'mismatch'],
  ])('with the form %s is %s', async (body, result) => {
    const app = express();
    if (parser !== undefined) app.use(parser);
    const router = express.Router();
    router.post('/answer', async (request, response) => {
      response.end(summaryOf(await verifyWebhook(request, options)));
    });
    app.use('/voice', router);
    const url = await listen(app);
    expect(await ask(`${url}/voice/answer?lang=en`, webhook('/voice/answer?lang=en', body))).toBe(result);
  });
});

test.each([
  [form, signed],
  [changed, 'mismatch'],
])('a request of Fastify with the form %s is %s', async (body, result) => {
  const app = Fastify();
  await app.register(formbody);
  app.post('/answer', async (request) => summaryOf(await verifyWebhook(request, options)));
  const { headers, method } = webhook('/answer', body);
  const reply = await app.inject({
    method: method as 'POST',
    url: '/answer',
    headers: headers as {},
    payload: body,
  });
  expect(reply.body).toBe(result);
});

describe('a Request of Fetch', () => {
  const request = (body = form, target = '/answer?lang=en') =>
    new Request(`http://127.0.0.1:3000${target}`, webhook('/answer?lang=en', body));

  test.each([
    ['that Plivo signed', request(), signed],
    ['that was changed', request(changed), 'mismatch'],
    ['at another address', request(form, '/answer?lang=es'), 'mismatch'],
    ['with too many bytes', request(`${form}&x=${'x'.repeat(70_000)}`), 'body_size'],
    ['without a signature', new Request('http://127.0.0.1/', { method: 'POST', body: form }), 'missing'],
    ['without a body', new Request('http://127.0.0.1/', { method: 'POST' }), 'missing'],
    ['with another method', new Request(`${publicUrl}/`, { ...webhook('/'), method: 'PUT' }), 'method'],
  ])('%s', async (_, received, result) => {
    expect(summaryOf(await verifyWebhook(received, options))).toBe(result);
  });

  test('whose body was read before', async () => {
    const received = request();
    await received.text();
    expect(summaryOf(await verifyWebhook(received, options))).toBe('params');
  });

  test('of a subaccount, with the token of the main account', async () => {
    const received = request();
    const { headers } = received;
    headers.set('x-plivo-signature-ma-v3', headers.get('x-plivo-signature-v3')!);
    headers.set('x-plivo-signature-v3', 'c2lnbmVkIHdpdGggYW5vdGhlciB0b2tlbiBvZiBhY2M=');
    expect(summaryOf(await verifyWebhook(received, options))).toBe(signed);
  });

  test.each([undefined, '', []])('is not accepted with the tokens %j', async (authTokens) => {
    expect(summaryOf(await verifyWebhook(request(), { publicUrl, authTokens }))).toBe('token');
  });

  test('is accepted with the second of two tokens', async () => {
    const verified = await verifyWebhook(request(), { publicUrl, authTokens: ['next-token', token] });
    expect(summaryOf(verified)).toBe(signed);
  });
});

describe('a body', () => {
  const headersOf = (init: RequestInit) => init.headers as Record<string, string>;
  const streamed = (source: UnderlyingSource<Uint8Array>, headers: Record<string, string>) =>
    new Request(`${publicUrl}/answer`, {
      method: 'POST',
      headers,
      body: new ReadableStream(source),
      duplex: 'half',
    } as RequestInit);
  const signedHeaders = headersOf(webhook('/answer'));
  const never = () => new Promise<void>(() => {});

  test.each<[string, string, Record<string, string>, object?]>([
    ['without a signature', 'missing', {}],
    ['without a nonce', 'missing', { 'x-plivo-signature-v3': signedHeaders['x-plivo-signature-v3']! }],
    ['with a nonce of another kind', 'nonce', { ...signedHeaders, 'x-plivo-signature-v3-nonce': 'a.b' }],
    ['without a token', 'token', signedHeaders, { authTokens: undefined }],
  ])('that never arrives is not waited for: %s', async (_, reason, headers, others) => {
    const verified = await verifyWebhook(streamed({ pull: never }, headers), { ...options, ...others });
    expect(summaryOf(verified)).toBe(reason);
  });

  test('of a request with another method is not waited for', async () => {
    const { headers } = webhook('/answer');
    const received = {
      method: 'PUT',
      url: '/answer',
      headers,
      body: undefined,
      [Symbol.asyncIterator]: never,
    };
    expect(summaryOf(await verifyWebhook(received as never, options))).toBe('method');
  });

  test('that is too big is not read to its end, and its sender is told', async () => {
    let cancelled = false;
    const source: UnderlyingSource<Uint8Array> = {
      pull: (controller) => controller.enqueue(new Uint8Array(10_000)),
      cancel() {
        cancelled = true;
        return never();
      },
    };
    expect(summaryOf(await verifyWebhook(streamed(source, signedHeaders), options))).toBe('body_size');
    expect(cancelled).toBe(true);
  });

  test('may arrive in pieces, of which some are empty', async () => {
    const pieces = [...form].flatMap((letter) => ['', letter, '']);
    const source: UnderlyingSource<Uint8Array> = {
      pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(piece));
      },
    };
    expect(summaryOf(await verifyWebhook(streamed(source, signedHeaders), options))).toBe(signed);
  });
});

test('a target without a slash at its beginning is not Plivo’s: it would continue the host', async () => {
  const url = '.example.net/answer';
  const headers = signRequest({ method: 'POST', url: publicUrl + url, params: fields }, token);
  const request = { method: 'POST', url, headers: { ...headers }, body: fields };
  expect(summaryOf(await verifyWebhook(request, options))).toBe('url');
});

test.each([
  [undefined, 'token'],
  [null, 'token'],
  [{}, 'token'],
  [{ authTokens: token }, 'url'],
])('without all options no request is accepted: %j', async (given, reason) => {
  const { headers } = webhook('/answer');
  const request = { method: 'POST', url: '/answer', headers, body: fields };
  expect(summaryOf(await verifyWebhook(request as never, given as never))).toBe(reason);
});

test.each([null, undefined, {}, { headers: {} }, 'text'])('%j is no request', async (nothing) => {
  expect((await verifyWebhook(nothing as never, options)).ok).toBe(false);
});
