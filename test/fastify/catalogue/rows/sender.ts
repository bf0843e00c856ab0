import { says, token, type Line, type Request, type Row } from '../row.ts';

const menu = ['GetDigits https://ivr.example.com/ivr/level2', 'Hangup'];
const form = says('Digits=1');

const rejected = (row: number, what: string, reason: string, request: Request): Row => ({
  row,
  what: `${what} is 403 and nothing`,
  only: 'live',
  steps: [{ path: '/ivr', form, ...request, status: 403 }],
  log: [
    { level: 'warn', event: 'auth', reason, msg: `Rejected a request to /ivr: ${reason}` } satisfies Line,
  ],
  metrics: [`ivr_auth_total{reason="${reason}"} 1`],
});

const header = 'x-plivo-signature-v3';
const forwarded = {
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'http',
  'x-forwarded-for': '203.0.113.9',
  forwarded: 'host=evil.example;proto=http',
};

const mismatch: Line = { level: 'warn', event: 'auth', reason: 'mismatch' };
const hinted = (at: string): Line => ({
  level: 'error',
  event: 'auth',
  reason: 'url_hint',
  msg: `Plivo signed ${at}/ivr, and the app believes that its address is https://ivr.example.com/ivr.\nFix: set PUBLIC_URL, or the option publicUrl, to ${at}.`,
});

/** Who asks. */
export const sender: readonly Row[] = [
  rejected(51, 'a request without signature and nonce', 'missing', { signed: false }),
  rejected(51, 'a signature without its nonce', 'missing', {
    signed: false,
    headers: { [header]: 'A'.repeat(43) + '=' },
  }),
  rejected(51, 'a nonce without its signature', 'missing', {
    signed: false,
    headers: { [`${header}-nonce`]: '1' },
  }),
  rejected(52, 'a request of another account', 'mismatch', {
    signed: { token: 'the token of another account' },
  }),
  rejected(52, 'another form than was signed', 'mismatch', { signed: { form: says('Digits=2') } }),
  rejected(52, 'a request that was signed for another address', 'mismatch', {
    signed: { path: '/ivr/level2' },
  }),
  {
    row: 52,
    what: 'forged requests are all counted',
    only: 'live',
    steps: Array.from({ length: 9 }, () => ({ path: '/ivr', form, signed: { token: 'no' }, status: 403 })),
    log: Array.from({ length: 9 }, () => ({ level: 'warn', reason: 'mismatch' })),
    metrics: ['ivr_auth_total{reason="mismatch"} 9'],
  },
  {
    row: 53,
    what: 'what Plivo signed for https is served behind a proxy that speaks http to us',
    only: 'live',
    steps: [{ path: '/ivr', form, headers: { 'x-forwarded-proto': 'https' }, next: menu }],
    log: [{ level: 'info' }],
    metrics: [],
  },
  ...[
    ['http', 'http://ivr.example.com'],
    ['another port', 'https://ivr.example.com:443'],
  ].map(([what, at]): Row => ({
    row: 53,
    what: `what was signed for ${what} is 403, and the likely cause is told once`,
    only: 'live',
    steps: [1, 2].map(() => ({ path: '/ivr', form, signed: { at: at! }, status: 403 })),
    log: [hinted(at!), mismatch, mismatch],
    metrics: ['ivr_auth_total{reason="mismatch"} 2', 'ivr_auth_total{reason="url_hint"} 1'],
  })),
  {
    row: 54,
    what: 'forwarded headers decide nothing: the signature is that of the public address',
    only: 'live',
    steps: [
      { path: '/ivr', form, headers: forwarded, next: menu },
      { path: '/ivr', form, headers: forwarded, signed: { at: 'http://evil.example' }, status: 403 },
    ],
    log: [{ level: 'info' }, hinted('http://evil.example'), mismatch],
    metrics: ['ivr_auth_total{reason="mismatch"} 1', 'ivr_auth_total{reason="url_hint"} 1'],
  },
  {
    row: 54,
    what: 'forwarded headers decide nothing: links lead to the host that was asked',
    only: 'local',
    options: { publicUrl: undefined },
    steps: [
      {
        path: '/ivr',
        form,
        headers: forwarded,
        next: ['GetDigits http://127.0.0.1/ivr/level2', 'Hangup'],
        raw: [],
      },
    ],
    log: [{ level: 'info' }],
    metrics: [],
  },
  rejected(55, 'a nonce with a dot', 'nonce', { signed: { nonce: 'Digits1.31627761595286130198' } }),
  rejected(55, 'a nonce of 500 characters', 'nonce', { signed: { nonce: '1'.repeat(500) } }),
  rejected(55, 'an empty nonce', 'nonce', { signed: { nonce: '' }, raw: [] }),
  ...[-10, 10].map((minutes): Row => ({
    row: 69,
    what: `a clock that is ${minutes} minutes wrong changes nothing`,
    only: 'live',
    skew: minutes * 60_000,
    steps: [{ path: '/ivr', form, next: menu }],
    log: [{ level: 'info' }],
    metrics: [],
  })),
  {
    row: 52,
    what: 'one of several tokens is enough while they are replaced',
    only: 'live',
    options: { authTokens: ['made_up_token_that_is_new', token] },
    steps: [{ path: '/ivr', form, next: menu }],
    log: [{ level: 'info' }],
    metrics: [],
  },
];
