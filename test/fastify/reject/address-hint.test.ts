import { signRequest } from 'plivo-jsx';
import { afterEach, expect, test } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { serve, type Served } from '../served.ts';

const token = 'made_up_token';
const params = { CallUUID: 'b7c1d2e3', From: '14155550100' };

let app: Served | undefined;
afterEach(() => app?.close());

const signedAt = (url: string) => ({ ...signRequest({ method: 'POST', url, params }, token) });

test.each([
  [
    'http instead of https',
    'http://ivr.example.com',
    'https://ivr.example.com/ivr',
    'Plivo signed https://ivr.example.com/ivr, and the app believes that its address is http://ivr.example.com/ivr.\n' +
      'Fix: set PUBLIC_URL, or the option publicUrl, to https://ivr.example.com.',
  ],
  [
    'a port that Plivo does not see',
    'https://ivr.example.com:5000',
    'https://ivr.example.com/ivr',
    'Plivo signed https://ivr.example.com/ivr, and the app believes that its address is https://ivr.example.com:5000/ivr.\n' +
      'Fix: set PUBLIC_URL, or the option publicUrl, to https://ivr.example.com.',
  ],
  [
    'a path that is no part of it',
    'https://ivr.example.com/phone',
    'https://ivr.example.com/ivr',
    'Plivo signed https://ivr.example.com/ivr, and the app believes that its address is https://ivr.example.com/phone/ivr.\n' +
      'Fix: set PUBLIC_URL, or the option publicUrl, to https://ivr.example.com.',
  ],
  [
    'capital letters',
    'HTTPS://IVR.example.com',
    'https://ivr.example.com/ivr',
    'Plivo signed https://ivr.example.com/ivr, and the app believes that its address is HTTPS://IVR.example.com/ivr.\n' +
      'Fix: set PUBLIC_URL, or the option publicUrl, to https://ivr.example.com.',
  ],
  [
    'a slash at the end of the answer URL',
    'https://ivr.example.com',
    'https://ivr.example.com/ivr/',
    'Plivo signed https://ivr.example.com/ivr/, and the app believes that its address is https://ivr.example.com/ivr.\n' +
      'Fix: let the proxy forward the path as Plivo requests it, with or without a slash at its end.',
  ],
])(
  'PUBLIC_URL with %s is told once, with the address that would have fitted',
  async (_, publicUrl, signed, msg) => {
    app = await serve({ flows: [inspireWorks], publicUrl, authTokens: [token] });
    for (const nonce of ['first', 'second']) {
      const headers = signRequest({ method: 'POST', url: signed, params, nonce }, token);
      expect((await app.post('/ivr', params, { ...headers })).status).toBe(403);
    }
    expect(app.taken()).toMatchObject([
      { level: 'error', event: 'auth', reason: 'url_hint', msg },
      { level: 'warn', event: 'auth', reason: 'mismatch' },
      { level: 'warn', event: 'auth', reason: 'mismatch' },
    ]);
    expect(app.written()).not.toMatch(/14155550100|made_up_token/);
  },
);

test('a host that a proxy names is found, and is not trusted', async () => {
  app = await serve({ flows: [inspireWorks], publicUrl: 'https://old.example.com', authTokens: [token] });
  const headers = { ...signedAt('https://ivr.example.com/ivr'), 'x-forwarded-host': 'ivr.example.com' };
  expect((await app.post('/ivr', params, headers)).status).toBe(403);
  expect(app.taken()[0]).toMatchObject({ reason: 'url_hint' });
});

test('a signature of another token has no hint: whose it is cannot be known', async () => {
  app = await serve({
    flows: [inspireWorks],
    publicUrl: 'https://ivr.example.com',
    authTokens: ['another_token'],
  });
  expect((await app.post('/ivr', params, signedAt('https://ivr.example.com/ivr'))).status).toBe(403);
  expect(app.taken()).toMatchObject([{ reason: 'mismatch' }]);
});
