import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { signRequest } from '../../../src/webhook/signature/sign.ts';
import { heard, serve, type Served } from '../served.ts';
import { trouble } from '../trouble.tsx';

const publicUrl = 'https://ivr.example.com';
const [token, newToken] = ['made_up_token_1', 'made_up_token_2'];
const params = { CallUUID: 'b7c1d2e3', From: '14155550100', Digits: '1' };

let app: Served;

beforeAll(async () => {
  app = await serve({ flows: [inspireWorks, trouble], publicUrl, authTokens: [token, newToken] });
});

afterAll(() => app.close());

const sign = (path: string, key = token, of: Record<string, string> = params, at = publicUrl) => ({
  ...signRequest({ method: 'POST', url: at + path, params: of }, key),
});

/** Status and body. */
const answer = async (reply: Response) => [reply.status, await reply.text()];
const rejected = [403, ''];
const menu = ['GetDigits https://ivr.example.com/ivr/level2', 'Hangup'];

describe('a request that Plivo signed', () => {
  test.each([
    ['/ivr', menu],
    ['/ivr/level2', ['GetDigits https://ivr.example.com/ivr/action?lang=en', 'Hangup']],
    ['/ivr/action?lang=en', ['Hangup']],
  ])('is served at %s', async (path, next) => {
    expect((await heard(await app.post(path, params, sign(path)))).next).toEqual(next);
  });

  test('is served by GET, its fields in the address', async () => {
    const path = `/ivr?${new URLSearchParams(params)}`;
    const headers = signRequest({ method: 'GET', url: publicUrl + path }, token);
    expect((await heard(await app.get(path, { ...headers }))).next).toEqual(menu);
  });

  test('is served with either token while they rotate', async () => {
    expect((await heard(await app.post('/ivr', params, sign('/ivr', newToken)))).next).toEqual(menu);
    const { 'x-plivo-signature-v3-nonce': nonce, ...first } = sign('/ivr', 'a token that is gone');
    const second = signRequest({ method: 'POST', url: `${publicUrl}/ivr`, params, nonce }, token);
    const both = `${first['x-plivo-signature-v3']}, ${second['x-plivo-signature-v3']}`;
    expect(
      (await heard(await app.post('/ivr', params, { ...second, 'x-plivo-signature-v3': both }))).next,
    ).toEqual(menu);
  });

  test('is served with the signature of the main account, for a call of a subaccount', async () => {
    const { 'x-plivo-signature-v3': signature, ...nonce } = sign('/ivr');
    expect(
      (await heard(await app.post('/ivr', params, { ...nonce, 'x-plivo-signature-ma-v3': signature }))).next,
    ).toEqual(menu);
    const own = sign('/ivr', 'the token of a subaccount');
    const main = signRequest(
      { method: 'POST', url: `${publicUrl}/ivr`, params, nonce: own['x-plivo-signature-v3-nonce'] },
      token,
    );
    expect(
      (
        await heard(
          await app.post('/ivr', params, { ...own, 'x-plivo-signature-ma-v3': main['x-plivo-signature-v3'] }),
        )
      ).next,
    ).toEqual(menu);
  });

  test('is served at a level that is gone: the flow starts over', async () => {
    const { said } = await heard(await app.post('/ivr/level9?lang=en', params, sign('/ivr/level9?lang=en')));
    expect(said).toEqual(['Let us start over.']);
  });
});

describe('any other request gets 403 and nothing', () => {
  test('without a signature', async () => {
    app.taken();
    expect(await answer(await app.post('/ivr', params))).toEqual(rejected);
    expect(app.taken()).toMatchObject([
      { level: 'warn', reason: 'missing', msg: 'Rejected a request to /ivr: missing' },
    ]);
  });

  test('with a forged signature', async () => {
    app.taken();
    expect(await answer(await app.post('/ivr', params, sign('/ivr', 'another token')))).toEqual(rejected);
    expect(app.taken()).toMatchObject([
      { level: 'warn', reason: 'mismatch', msg: 'Rejected a request to /ivr: mismatch' },
    ]);
  });

  test('with a field that was changed, added or left out', async () => {
    const headers = sign('/ivr');
    expect(await answer(await app.post('/ivr', { ...params, Digits: '2' }, headers))).toEqual(rejected);
    expect(await answer(await app.post('/ivr', { ...params, Extra: '2' }, headers))).toEqual(rejected);
    expect(await answer(await app.post('/ivr', { CallUUID: 'b7c1d2e3' }, headers))).toEqual(rejected);
  });

  test('with the signature of another level, or of other parameters', async () => {
    expect(await answer(await app.post('/ivr/level2', params, sign('/ivr')))).toEqual(rejected);
    expect(await answer(await app.post('/ivr/action?lang=es', params, sign('/ivr/action?lang=en')))).toEqual(
      rejected,
    );
  });

  test('with the signature of an address that a proxy claims', async () => {
    const headers = sign('/ivr', token, params, 'https://staging.example.com');
    expect(
      await answer(
        await app.post('/ivr', params, {
          ...headers,
          'x-forwarded-host': 'staging.example.com',
          'x-forwarded-proto': 'https',
        }),
      ),
    ).toEqual(rejected);
  });

  test('at a level that is gone, and at a callback', async () => {
    app.taken();
    expect(await answer(await app.post('/ivr/level9', params))).toEqual(rejected);
    expect(await answer(await app.post('/trouble/told', params))).toEqual(rejected);
    expect(app.taken()).toMatchObject([
      { level: 'warn', reason: 'missing' },
      { level: 'warn', reason: 'missing' },
    ]);
  });

  test('before its level runs', async () => {
    app.taken();
    expect(await answer(await app.post('/trouble/throws', params))).toEqual(rejected);
    expect(app.taken()).toMatchObject([{ reason: 'missing' }]);
  });

  test('and nothing of the caller or of a token is in the log', () => {
    expect(app.written()).not.toMatch(/14155550100|made_up_token/);
  });
});
