import fc from 'fast-check';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { Agent, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flow, level, Response as Document, signRequest, Speak, verifyRequest } from 'plivo-jsx';
import plivoJsx, { createApp } from 'plivo-jsx/fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sized } from '../support/size.ts';

const publicUrl = 'https://ivr.example.com';
const token = 'made_up_token';
const form = { CallUUID: 'c-1', Digits: '1' };

/** A flow whose levels take any parameter and say which they got. */
const payments = () => {
  const options = { params: z.record(z.string(), z.unknown()) };
  const pay = level('/', options, ({ params }) => (
    <Document>
      <Speak>{JSON.stringify(params, Object.keys(params).toSorted())}</Speak>
    </Document>
  ));
  const again = level('/pay', options, ({ params }) => (
    <Document>
      <Speak>{JSON.stringify(params, Object.keys(params).toSorted())}</Speak>
    </Document>
  ));
  return flow('payments', { levels: [pay, again] });
};

const settings = () => ({ flows: [payments()], publicUrl, authTokens: [token] });

type RouterOptions = NonNullable<FastifyServerOptions['routerOptions']> & {
  readonly useSemicolonDelimiter?: boolean;
};

async function plain(routerOptions: RouterOptions): Promise<FastifyInstance> {
  const app = Fastify({ routerOptions });
  await app.register(plivoJsx, settings());
  return app;
}

const apps: readonly [string, () => Promise<FastifyInstance>][] = [
  ['createApp', () => createApp(settings())],
  ['an app with the plugin', () => plain({})],
  ['one whose router splits at ;', () => plain({ useSemicolonDelimiter: true })],
  [
    'one whose router looks away from case and slashes',
    () => plain({ caseSensitive: false, ignoreTrailingSlash: true, ignoreDuplicateSlashes: true }),
  ],
  [
    'one with another parser of queries',
    () => plain({ querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)) }),
  ],
];

const agent = new Agent({ keepAlive: true });
afterAll(() => agent.destroy());

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly target: string;
}

/** Sends a target letter for letter, with the signature of another one. */
function send(port: number, { method, target }: Sent, headers: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const type = method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const options = {
      host: '127.0.0.1',
      port,
      path: target,
      method,
      agent,
      headers: { ...type, ...headers },
    };
    const sent = httpRequest(options, (reply) => {
      let text = `${reply.statusCode} `;
      reply.on('data', (chunk: Buffer) => (text += chunk.toString()));
      reply.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end(method === 'GET' ? '' : new URLSearchParams(form).toString());
  });
}

const signed = ({ method, target }: Sent) => ({
  ...signRequest({ method, url: publicUrl + target, params: method === 'GET' ? {} : form }, token),
});

const letter = fc.constantFrom(...'ab=&+ %@?;#/.é');
const text = fc.string({ unit: letter, maxLength: 3 });
const item = fc.tuple(
  fc.oneof(fc.constantFrom('to', 'a', '__again'), text),
  fc.oneof(fc.constantFrom('1', '2'), text),
);

const escaped = (one: string) =>
  encodeURIComponent(one).replace(/^[a-z.]$/, (plainOne) => `%${plainOne.charCodeAt(0).toString(16)}`);

/** A text in one of its spellings; `bare` may stand as they are. */
const spelled = (g: fc.GeneratorValue, of: string, bare: RegExp) =>
  [...of]
    .map((one) => {
      if (bare.test(one) && g(fc.boolean)) return one;
      if (one === ' ' && g(fc.boolean)) return '+';
      return g(fc.boolean) ? escaped(one) : escaped(one).toLowerCase();
    })
    .join('');

type Items = readonly (readonly [name: string, value: string])[];

const queryOf = (g: fc.GeneratorValue, items: Items) =>
  items
    .map(([name, value]) => {
      const lone = value === '' && name !== '' && g(fc.boolean);
      const rest = lone ? '' : `=${spelled(g, value, /[ab12@?;/.=to]/)}`;
      return spelled(g, name, /[ab@?;/.to_]/) + rest + (g(fc.boolean) ? '' : '&');
    })
    .join('&');

/** The text that Plivo signs, each delimiter of it taken for one or for a letter of a name or value. */
function readAnew(g: fc.GeneratorValue, items: Items): string {
  const pairs = items.map(([name, value]) => `${name}=${value}`).toSorted();
  return [...pairs.join('&')]
    .map((one) => (/[&=]/.test(one) && g(fc.boolean) ? one : spelled(g, one, /[ab12@?;/.to_]/)))
    .join('');
}

const someItems = () => fc.array(item, { maxLength: 3 });
const inAnyOrder = (of: Items) => fc.shuffledSubarray([...of], { minLength: of.length });
const upTo = (max: number) => fc.nat({ max });
const oneOf = (g: fc.GeneratorValue, ...all: readonly string[]) => all[g(upTo, all.length - 1)]!;

/** Two targets that may have one signature. */
function twins(g: fc.GeneratorValue): readonly [Sent, Sent] {
  const method = g(fc.boolean) ? 'GET' : 'POST';
  const path = oneOf(g, '/', '/pay', '/pay', '/pay;to=1', '/PAY', '/pay/', '/pay;a=1?b=2&');
  const items = g(someItems);
  const fields = method === 'GET' ? '&CallUUID=c-1&X-PH-Own=a%3D1%26to%3D2' : '';
  const first = queryOf(g, items);
  const second = g(fc.boolean) ? queryOf(g, g(inAnyOrder, items)) : readAnew(g, items);
  const mark = oneOf(g, '?', '?', '?', '?', '#', ';', '??', '?&');
  const tail = oneOf(g, '', '', '', '', '&', '&&', '#', '#to=3', '&#&to=3', ';to=3');
  return [
    { method, target: `${path}?${first}${fields}` },
    { method, target: `${path}${mark}${second}${fields}${tail}` },
  ];
}

describe.each(apps)('two targets with one signature lead a level to the same parameters: %s', (_, make) => {
  const servers: FastifyInstance[] = [];
  // Two, since one would know the second request for a forged one by the first.
  beforeAll(async () => {
    for (const app of [await make(), await make()]) {
      await app.listen({ host: '127.0.0.1', port: 0 });
      servers.push(app);
    }
  });
  afterAll(() => Promise.all(servers.map((app) => app.close())));
  const ports = () => servers.map((app) => (app.server.address() as AddressInfo).port) as [number, number];

  const answers = async ([one, other]: readonly [Sent, Sent]) => {
    const [first, second] = ports();
    const headers = signed(one);
    return [await send(first, one, headers), await send(second, other, headers)] as const;
  };

  test('whatever stands between, behind and in them', { timeout: 60_000 }, async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const both = twins(g);
        const [genuine, other] = await answers(both);
        if (!genuine.startsWith('200') || !other.startsWith('200')) return;
        if (both[0].target !== both[1].target) accepted++;
        expect(other).toBe(genuine);
      }),
      { numRuns: sized(300, 1500) },
    );
    expect(accepted).toBeGreaterThan(sized(20, 100));
  });

  test.each<[string, string]>([
    ['/pay', '/pay#to=1'],
    ['/pay', '/pay#__again=1'],
    ['/pay?to=1', '/pay?to=1#&a=2'],
    ['/pay?a=1%26to=2', '/pay?a=1&to=2'],
    ['/pay?a=1&to=2', '/pay?a=1%26to=2'],
    ['/pay?to=a=b', '/pay?to%3Da=b'],
  ])('%s and %s', async (one, other) => {
    const both = await answers([
      { method: 'POST', target: one },
      { method: 'POST', target: other },
    ]);
    expect(new Set(both.filter((answer) => answer.startsWith('200'))).size).toBe(1);
    expect(both.filter((answer) => /^40[03] $/.test(answer))).toHaveLength(1);
  });

  test('a repeated name gives its values sorted', async () => {
    const [one, other] = await answers([
      { method: 'POST', target: '/pay?to=2&to=1' },
      { method: 'POST', target: '/pay?to=1&to=2' },
    ]);
    expect(one).toContain('<Speak>{"to":["1","2"]}</Speak>');
    expect(other).toBe(one);
  });
});

describe('a form that a caller filled is never read as a query', () => {
  const anything = { params: z.record(z.string(), z.string()) };
  const tenant = { params: z.object({ tenant: z.string().optional(), a: z.string().optional() }) };
  const said = (params: object) => (
    <Document>
      <Speak>{JSON.stringify(params)}</Speak>
    </Document>
  );
  const ivr = () =>
    flow('ivr', {
      levels: [
        level('/ivr', tenant, ({ params }) => said(params)),
        level('/ivr/later', tenant, ({ params }) => said(params)),
        level('/ivr/loose', anything, ({ params }) => said(params)),
      ],
    });
  const header = '=x&tenant=evil.CallUUID5EventStartAppFrom19995551234';
  const genuine = { CallUUID: 'u', Event: 'StartApp', From: '15551234567', 'X-PH-a': header };
  const glued = 'CallUUIDuEventStartAppFrom15551234567X-PH-a=x&tenant=evil';
  const rest = 'CallUUID=5&Event=StartApp&From=19995551234';

  test.each<[string, string, string, string, 'GET' | 'POST']>([
    ['a part of it as a name', '', `?${glued}`, rest, 'POST'],
    ['a part of it as a name, escaped', '', `?${glued.replace('CallUUID', '%43allUU%49D')}`, rest, 'POST'],
    ['all of it as names', '', `?${glued}.${rest.replace(/[&=]/g, '')}`, '', 'POST'],
    ['all of it as names of a GET', '', `?${glued}.${rest.replace(/[&=]/g, '')}`, '', 'GET'],
    ['a part of it behind a parameter', '?a=1', `?a=1.${glued}`, rest, 'POST'],
    ['a part of it behind an added parameter', '?_gl=1', `?_gl=1.${glued}`, rest, 'POST'],
    [
      'a part of it behind a parameter of a GET',
      '?a=1',
      `?a=1.${glued}.${rest.replace(/[&=]/g, '')}`,
      '',
      'GET',
    ],
  ])('%s', async (_, query, forgedQuery, payload, method) => {
    const app = await createApp({ flows: [ivr()], publicUrl, authTokens: [token] });
    for (const path of ['/ivr', '/ivr/later', '/ivr/loose']) {
      const headers = signRequest({ method: 'POST', url: publicUrl + path + query, params: genuine }, token);
      const forged = {
        method,
        url: publicUrl + path + forgedQuery,
        signature: headers['x-plivo-signature-v3'],
        nonce: headers['x-plivo-signature-v3-nonce'],
      };
      const params = Object.fromEntries(new URLSearchParams(payload));
      // Plivo's format has one text for both requests.
      expect(verifyRequest({ ...forged, params }, token)).toEqual({ ok: true });
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const reply = await app.inject({
        method,
        url: path + forgedQuery,
        ...(method === 'GET' ? { headers: { ...headers } } : { payload, headers: { ...type, ...headers } }),
      });
      expect(reply.body).not.toContain('evil');
      expect(reply.statusCode).toBe(400);
    }
  });
});

test('an own route that asks verifyRequest lets no fragment in', async () => {
  const app = Fastify();
  await app.register(plivoJsx, { publicUrl });
  app.addHook('preHandler', async (request, reply) => {
    const received = {
      method: request.method,
      url: publicUrl + request.url,
      params: request.body as typeof form,
      signature: request.headers['x-plivo-signature-v3']?.toString(),
      nonce: request.headers['x-plivo-signature-v3-nonce']?.toString(),
    };
    if (!verifyRequest(received, token).ok) return reply.code(403).send();
  });
  app.post('/pay', (request) => request.query);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const headers = signed({ method: 'POST', target: '/pay' });
  expect(await send(port, { method: 'POST', target: '/pay' }, headers)).toBe('200 {}');
  expect(await send(port, { method: 'POST', target: '/pay#to=mallory' }, headers)).toBe('403 ');
  await app.close();
});
