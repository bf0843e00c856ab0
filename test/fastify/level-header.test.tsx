import * as fc from 'fast-check';
import { Choice, flow, Hangup, level, Menu, Response, Speak } from 'plivo-jsx';
import { createApp, type AppOptions } from 'plivo-jsx/fastify';
import { describe, expect, test } from 'vitest';
import { signRequest } from '../../src/webhook/signature/sign.ts';
import { readLevel, writeLevel } from '../../src/level-header.ts';

const sales = level('/menu/sales', () => (
  <Response>
    <Speak>Sales.</Speak>
    <Hangup />
  </Response>
));
const broken = level('/menu/broken', () => {
  throw new Error('out of order');
});
const menu = level('/menu', () => (
  <Response>
    <Menu onGiveUp={sales()}>
      <Choice digit="1" next={sales()}>
        For sales, press 1.
      </Choice>
      <Choice digit="2" next={broken()}>
        For the rest, press 2.
      </Choice>
    </Menu>
  </Response>
));

const flows = [flow('menu', { levels: [menu, sales, broken] })];

/** The header of the reply to a key; without one, of the first document. */
async function levelOf(digits: string | undefined, options: AppOptions = {}, uuid = 'check-1') {
  const app = await createApp({
    flows,
    development: true,
    ...options,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const send = (url: string, more: object) =>
    app.inject({
      method: 'POST',
      url,
      headers,
      payload: new URLSearchParams({ CallUUID: uuid, ...more }).toString(),
    });
  const first = await send('/menu', {});
  if (digits === undefined) return first.headers['x-plivo-jsx-level'];
  const [, action = ''] = /action="https?:\/\/[^/]+([^"]*)"/.exec(first.body) ?? [];
  const { headers: replied } = await send(action.replaceAll('&amp;', '&'), { Digits: digits });
  return replied['x-plivo-jsx-level'];
}

describe('the reply to a call that explores names the level whose document it is', () => {
  test.each([
    [undefined, '/menu'],
    ['1', '/menu/sales'],
    // The caller is asked again.
    ['9', '/menu'],
    // The apology is that of the level that failed.
    ['2', '/menu/broken'],
  ])('after the key %j: %s', async (digits, path) => {
    expect(await levelOf(digits)).toBe(path);
  });
});

describe('no reply names a level', () => {
  test.each<[string, AppOptions, string]>([
    ['of a real call', {}, '5c3a6b9e-8a0d-4f0e-9c44-0e7f64f0b7aa'],
    ['in production', { development: false }, 'check-1'],
    ['with a public URL', { publicUrl: 'https://ivr.example.com' }, 'check-1'],
  ])('%s', async (_, options, uuid) => {
    expect(await levelOf(undefined, options, uuid)).toBeUndefined();
  });
});

test('a signed request gets no name of a level either', async () => {
  const publicUrl = 'https://ivr.example.com';
  const app = await createApp({ flows, development: true, publicUrl, authTokens: ['a token'] });
  const params = { CallUUID: 'check-1' };
  const { statusCode, headers } = await app.inject({
    method: 'POST',
    url: '/menu',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...signRequest({ method: 'POST', url: `${publicUrl}/menu`, params }, 'a token'),
    },
    payload: new URLSearchParams(params).toString(),
  });
  expect([statusCode, headers['x-plivo-jsx-level']]).toEqual([200, undefined]);
});

const characters = fc
  .integer({ min: 0x20, max: 0x10ffff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

test('a path of any characters is read as it was written, in ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: characters }), (text) => {
      const header = writeLevel(`/${text}`);
      expect(header).toMatch(/^[\x21-\x7e]+$/);
      expect(readLevel(header)).toBe(`/${text}`);
    }),
  );
});

test.each([undefined, 1, '', 'menu', ['/a'], '/%'])('%j names no level', (header) => {
  expect(readLevel(header)).toBeUndefined();
});
