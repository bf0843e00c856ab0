import { flow, GetDigits, level, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const menu = level('/shop', () => (
  <Response>
    <GetDigits action={choice()} numDigits={1} timeout={5}>
      <Speak>Press a key.</Speak>
    </GetDigits>
  </Response>
));
const choice = level('/shop/choice', ({ call: { digits } }) => (
  <Response>
    <Speak>You pressed {digits}.</Speak>
  </Response>
));
const tenants = level(
  '/tenants',
  { params: z.object({ tenant: z.string().optional() }) },
  ({ params: { tenant } }) => (
    <Response>
      <Speak>Welcome to {tenant ?? 'nobody'}.</Speak>
    </Response>
  ),
);
let wakes = false;
const slow = level('/slow', async () => {
  if (!wakes) await new Promise((resolve) => setTimeout(resolve, 60));
  wakes = true;
  return (
    <Response>
      <Speak>At last.</Speak>
    </Response>
  );
});

const publicUrl = 'https://ivr.example.com';
const flows = [
  flow('shop', { levels: [menu, choice] }),
  flow('tenants', { levels: [tenants] }),
  flow('slow', { levels: [slow] }),
];
const app = await createApp({ flows, deadline: 40 });
const signed = await createApp({ flows, publicUrl, authTokens: ['secret'] });

const texts = (phone: { readonly heard: readonly { readonly text: string }[] }) =>
  phone.heard.map(({ text }) => text);

describe('a call begins as usual where the answer URL in Plivo’s console has', () => {
  describe.each([
    ['a slash at the end', '/shop/'],
    ['several', '/shop//'],
    ['a query', '/shop?tenant=1'],
    [
      'a query of other names and of values that no link may have',
      '/shop?tenant-Id=a%20b&utm_source=ads&_gl=1*2&x',
    ],
    ['both', '/shop/?tenant=1'],
  ])('%s', (_what, path) => {
    test.each(['POST', 'GET'] as const)('by %s', async (answerMethod) => {
      const phone = await call(app, path, { answerMethod });
      expect(texts(phone)).toEqual(['Press a key.']);
      await phone.press('1');
      expect(texts(phone)).toEqual(['Press a key.', 'You pressed 1.']);
    });

    test('signed, over the URL as it is written there', async () => {
      const phone = await call(signed, path, { publicUrl, token: 'secret' });
      await phone.press('1');
      expect(texts(phone)).toEqual(['Press a key.', 'You pressed 1.']);
    });
  });

  test('two slashes before the path', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await app.inject({ method: 'POST', url: '//shop', headers, payload: 'CallUUID=b7c1d2e3' });
    expect(reply.body).toContain('<Speak>Press a key.</Speak>');
  });

  test('a query, and a first level that is slow: its retry is answered', async () => {
    expect(texts(await call(app, '/slow?tenant=1'))).toEqual(['One moment, please.', 'At last.']);
  });
});

test('the first level gets the parameters that it declares', async () => {
  expect(texts(await call(app, '/tenants/?tenant=4&utm_source=x'))).toEqual(['Welcome to 4.']);
});

test('a path in other letters is another path', async () => {
  const phone = await call(app, '/Shop', { failures: 'allow' });
  expect(texts(phone)[0]).toMatch(/^We are sorry/);
});

test('a parameter with the name of a field starts the flow over, so a form is not ignored as a parameter', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const url = '/shop?From=15551234567';
  const { body } = await app.inject({ method: 'POST', url, headers, payload: 'CallUUID=b7c1d2e3' });
  expect(body).toContain('<Speak>Let us start over.</Speak>');
  expect(body).toContain('<Redirect>http://localhost:80/shop?__again=1</Redirect>');
});

test('a later step with a parameter that its level does not declare starts the flow over', async () => {
  const payload = 'CallUUID=b7c1d2e3&Digits=1';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const url of ['/shop/choice?tenant=1', '/shop?tenant=1']) {
    const { body } = await app.inject({ method: 'POST', url, headers, payload });
    expect(body).toContain('<Speak>Let us start over.</Speak>');
  }
});
