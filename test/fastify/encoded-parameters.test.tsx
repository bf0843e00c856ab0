import { flow, level, preview, Redirect, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { encodeText } from '../../src/flow/param-text.ts';
import { heard, serve, type Served } from './served.ts';

const cities = ['Málaga', 'Sevilla'] as const;
const params = z.object({
  who: z.string().max(30),
  city: z.enum(cities).default('Sevilla'),
  fails: z.stringbool().optional(),
});
const greet = level(
  '/p/next',
  { params, methods: ['GET', 'POST'] },
  async ({ params: { who, city, fails } }) => {
    const { href } = greet({ who, city });
    if (fails === true) throw new Error(`nobody greets ${href} (${new URLSearchParams({ next: href })})`);
    if (who === 'slow') await new Promise((resolve) => setTimeout(resolve, 200));
    return (
      <Response>
        <Speak>{`Hello ${who} of ${city}`}</Speak>
      </Response>
    );
  },
);
const start = level('/p', ({ call: { callerName, from } }) => (
  <Response>
    <Redirect>{greet({ who: callerName ?? from ?? '', city: 'Málaga' })}</Redirect>
  </Response>
));
const greeting = flow('greeting', {
  levels: [start, greet],
  examples: () => [
    { title: 'A name', link: greet({ who: 'José "Pepe"', city: 'Málaga' }) },
    { title: 'A plain name', link: greet({ who: 'Ana' }) },
  ],
});

const publicUrl = 'https://ivr.example.com';
const token = 'a-made-up-token';

test.each([
  ['14155550100', 'Hello 14155550100 of Málaga'],
  ['+14155550100', 'Hello +14155550100 of Málaga'],
  ['sip:josé@example.com', 'Hello sip:josé@example.com of Málaga'],
  ['~b64.Sm9zw6k', 'Hello ~b64.Sm9zw6k of Málaga'],
])('a caller %s is greeted by a level that gets the number in its URL', async (from, sentence) => {
  const app = await createApp({ flows: [greeting], publicUrl, authTokens: [token] });
  const phone = await call(app, '/p', { from, publicUrl, token });
  expect(phone.heard.map(({ text }) => text)).toEqual([sentence]);
});

let app: Served;

beforeAll(async () => {
  app = await serve({ flows: [greeting], deadline: 10_000 });
});

afterAll(() => app.close());

test('the log has an encoded value only if the author wrote it', async () => {
  app.taken();
  await app.post('/p', { CallUUID: 'c-1', CallerName: 'José Canary' });
  await app.post(`/p/next?city=${encodeText('Málaga')}&who=${encodeText('José Canary')}`, 'CallUUID=c-1');
  expect(app.taken().map(({ msg }) => msg)).toEqual([
    'call c-1  answer  POST /p  →  Redirect /p/next?city=Málaga&who=[hidden]  (… ms)',
    'call c-1  answer  POST /p/next who=[hidden] city=Málaga  →  end of document  (… ms)',
  ]);
});

test('an error does not say an encoded value', async () => {
  app.taken();
  const who = encodeText('José Canary');
  await app.post(`/p/next?fails=true&who=${who}`, 'CallUUID=c-2');
  const [line] = app.taken();
  expect(line?.msg).toContain('nobody greets /p/next?city=Sevilla&who=[hidden] (');
  expect(line?.msg).toContain('(next=%2Fp%2Fnext%3Fcity%3DSevilla%26who%3D[hidden])');
  expect(app.written()).not.toContain(who.slice('~b64.'.length));
  expect(app.written()).not.toContain('Canary');
});

test('a schema checks the decoded value', async () => {
  const longest = encodeText('ñ'.repeat(30));
  expect((await heard(await app.post(`/p/next?who=${longest}`, 'CallUUID=c-3'))).said).toEqual([
    `Hello ${'ñ'.repeat(30)} of Sevilla`,
  ]);
  const tooLong = encodeText('ñ'.repeat(31));
  expect((await heard(await app.post(`/p/next?who=${tooLong}`, 'CallUUID=c-4'))).said).toEqual([
    'Let us start over.',
  ]);
});

test('an encoded parameter that the level does not declare is rejected like any other', async () => {
  const reply = await app.post(`/p/next?who=Ana&age=${encodeText('27 años')}`, 'CallUUID=c-5');
  expect((await heard(reply)).said).toEqual(['Let us start over.']);
});

test('a GET request has an encoded parameter among the fields', async () => {
  const reply = await app.get(`/p/next?who=${encodeText('José')}&CallUUID=c-6&From=14155550100`);
  expect((await heard(reply)).said).toEqual(['Hello José of Sevilla']);
});

test('a URL that a person has written is read too', async () => {
  const reply = await app.post('/p/next?who=Jos%C3%A9', 'CallUUID=c-7');
  expect((await heard(reply)).said).toEqual(['Hello José of Sevilla']);
});

test('the retry of a slow level keeps its encoded parameters', async () => {
  const slow = await serve({ flows: [greeting], deadline: 20 });
  const city = encodeText('Málaga');
  const { next } = await heard(await slow.post(`/p/next?city=${city}&who=slow`, 'CallUUID=c-8'));
  expect(next).toContain(`Redirect ${publicUrl}/p/next?__again=1&city=${city}&who=slow`);
  await slow.close();
});

test('/test-xml says what an encoded parameter is', async () => {
  const text = await (await app.get('/test-xml')).text();
  expect(text).toContain(
    '## A name\n/p/next?city=~b64.TcOhbGFnYQ&who=~b64.Sm9zw6kgIlBlcGUi  ' +
      '(city is "Málaga", who is "José \\"Pepe\\"")\n',
  );
  expect(text).toContain('## A plain name\n/p/next?who=Ana\n');
});

test('preview reads an address as a server does', async () => {
  const { href } = greet({ who: 'José & Ana' });
  expect(await preview([greeting], href, { baseUrl: publicUrl })).toContain(
    'Hello José &amp; Ana of Sevilla',
  );
});
