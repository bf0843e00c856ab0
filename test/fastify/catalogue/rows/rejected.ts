import { expect } from 'vitest';
import { answered, says, type Line, type Request, type Row } from '../row.ts';

const at = '/ivr/action?lang=en';

/** A row whose request is turned away. */
const rejected = (
  row: number,
  what: string,
  status: number,
  reason: string,
  request: Request & { readonly allow?: string; readonly closes?: true },
  level: 'warn' | 'info' = 'warn',
  route: string | undefined = '/ivr/action',
): Row => ({
  row,
  what: `${what} is ${status}`,
  steps: [{ path: at, form: says('Digits=1'), ...request, status }],
  log: [{ level, event: 'reject', reason, msg: `Rejected a request to ${route}: ${reason}` } satisfies Line],
  metrics: [`ivr_reject_total{reason="${reason}"} 1`],
});

const nowhere = 'an unknown address';

const typed = (what: string, type: string, reason = 'media_type', row = 11) =>
  rejected(row, what, 415, reason, { headers: { 'content-type': type } });

/** Media types, methods and addresses that are not Plivo's. */
const shapes: readonly Row[] = [
  rejected(10, 'a body of JSON', 415, 'media_type', {
    form: '{"Digits":"1"}',
    headers: { 'content-type': 'application/json' },
  }),
  typed('a body of plain text', 'text/plain'),
  typed('a body in parts', 'multipart/form-data; boundary=x'),
  typed('a body of a garbled type', 'application/x-www-form-urlencoded; charset=utf-8; q'),
  typed('a body of a type that only begins like a form', 'application/x-www-form-urlencodedx'),
  rejected(11, 'a body without a type', 415, 'media_type', { raw: [], headers: { 'content-type': '' } }),
  typed(
    'a form in another character set',
    'application/x-www-form-urlencoded; charset=iso-8859-1',
    'charset',
    12,
  ),
  rejected(13, 'a compressed body', 415, 'encoding', { headers: { 'content-encoding': 'gzip' } }),
  rejected(
    14,
    'GET on a level that takes POST',
    405,
    'method',
    { method: 'GET', allow: 'POST' },
    'warn',
    '/ivr/*',
  ),
  ...['HEAD', 'PUT', 'OPTIONS', 'TRACE', 'DELETE', 'PATCH'].map((method) =>
    rejected(15, method, 405, 'method', { method, raw: [], form: '', allow: 'POST' }, 'warn', nowhere),
  ),
  rejected(
    15,
    'HEAD on a level that takes GET',
    405,
    'method',
    { method: 'HEAD', path: '/ivr', allow: 'GET, POST' },
    'warn',
    nowhere,
  ),
];

const wrongAddress: Row = {
  row: 16,
  what: 'an unknown address that Plivo asks for is an apology, and told loudly',
  steps: [
    {
      path: '/wrong-address',
      form: says('Digits=1'),
      said: ['We are sorry, something went wrong on our side. Please call again later. Goodbye.'],
      next: ['Hangup'],
    },
  ],
  log: [
    {
      level: 'error',
      event: 'route',
      reason: 'unknown',
      // In development the path follows.
      msg: expect.stringMatching(
        /^Plivo requested a path that no level has; the caller hears an apology\.(?: Fix: compare the URLs in the console of Plivo with the levels that are listed at start\.$|\nNo flow has a level at \/wrong-address\.)/,
      ) as string,
    },
  ],
  metrics: ['ivr_route_total{reason="unknown"} 1'],
};

/** Addresses that nobody has, and what is too large. */
const sizes: readonly Row[] = [
  wrongAddress,
  rejected(
    17,
    'an unknown address that anyone else asks for',
    404,
    'path',
    { path: '/wp-login.php', form: 'log=admin', signed: false },
    'info',
    nowhere,
  ),
  rejected(
    17,
    'an unknown address that anyone asks for by GET',
    404,
    'path',
    { method: 'GET', path: '/favicon.ico', signed: false },
    'info',
    nowhere,
  ),
  rejected(18, 'a body of two megabytes', 413, 'body_size', {
    form: Buffer.alloc(2 * 1024 * 1024, 'a'),
    closes: true,
  }),
  rejected(18, 'a body that says that it has two megabytes', 413, 'body_size', {
    raw: ['Content-Length: 2097152'],
    form: '',
    closes: true,
  }),
  rejected(18, 'a body of two megabytes that does not say so', 413, 'body_size', {
    raw: ['Transfer-Encoding: chunked'],
    form: `200000\r\n${'a'.repeat(0x20_00_00)}\r\n0\r\n\r\n`,
    closes: true,
  }),
  rejected(19, 'a form of five thousand fields', 413, 'params', {
    form: says(Array.from({ length: 5000 }, (_, at) => `a${at}=1`).join('&')),
    closes: true,
  }),
  ...[
    {
      what: 'an address of twenty kilobytes',
      bytes: `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: h\r\n\r\n`,
    },
    {
      what: 'a header of twenty kilobytes',
      bytes: `POST /ivr HTTP/1.1\r\nHost: h\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    },
    {
      what: 'two thousand headers',
      bytes: `POST /ivr HTTP/1.1\r\nHost: h\r\n${'X: aaaaaaaa\r\n'.repeat(2000)}\r\n`,
    },
  ].map(({ what, bytes }): Row => ({
    row: 20,
    what: `${what} is 431`,
    steps: [{ bytes: [bytes], status: 431, closes: true }],
    log: [
      { level: 'warn', event: 'reject', reason: 'header_size', msg: 'Rejected a connection: header_size' },
    ],
    metrics: ['ivr_reject_total{reason="header_size"} 1'],
  })),
  rejected(
    21,
    'an address of 4 to 16 kilobytes',
    414,
    'url_size',
    { path: `/ivr?a=${'a'.repeat(4100)}` },
    'warn',
    '/ivr',
  ),
  rejected(
    21,
    'an unknown address of 4 to 16 kilobytes',
    414,
    'url_size',
    { method: 'GET', path: `/${'a'.repeat(15_000)}` },
    'warn',
    nowhere,
  ),
];

const brokenForm = (form: string, row: number, what: string, reason: string, level?: 'warn'): Row => ({
  row,
  what: `${what} in the form is taken as it is, and asks the caller again`,
  steps: [
    {
      path: at,
      form: Buffer.from(says(form), 'latin1'),
      said: ['We did not get a choice.'],
      next: ['Redirect https://ivr.example.com/ivr?try=2'],
    },
  ],
  log: [
    {
      ...answered(
        'call b7c1d2e3  getdigits-action (keys: shape)  POST /ivr/action lang=en  →  Redirect /ivr?try=2  (… ms)',
        level,
      ),
      event: 'input',
      reason,
    },
  ],
  metrics: [`ivr_input_total{reason="${reason}"} 1`],
});

const forged = (form: string, row: number, what: string): Row => ({
  row,
  what: `${what} in the form is 403 when it is not what was signed`,
  only: 'live',
  steps: [
    { path: at, form: Buffer.from(says(form), 'latin1'), signed: { form: says('Digits=1') }, status: 403 },
  ],
  log: [{ level: 'warn', event: 'auth', reason: 'mismatch' }],
  metrics: ['ivr_auth_total{reason="mismatch"} 1'],
});

/** Escapes, bytes and names that are broken or meant to break something. */
const spelling: readonly Row[] = [
  brokenForm('Digits=%zz', 22, 'a broken escape', 'shape', 'warn'),
  brokenForm('Digits=%', 22, 'a lone %', 'shape', 'warn'),
  {
    row: 22,
    what: 'a broken escape in a field that is no key is told quietly',
    steps: [{ path: at, form: says('Digits=1&CallerName=%zz'), next: ['Hangup'] }],
    log: [
      {
        ...answered('call b7c1d2e3  getdigits-action  POST /ivr/action lang=en  →  Hangup  (… ms)'),
        event: 'input',
        reason: 'escape',
      },
    ],
    metrics: ['ivr_input_total{reason="escape"} 1'],
  },
  forged('Digits=%zz', 22, 'a broken escape'),
  rejected(23, 'a broken escape in the query', 400, 'escape', { path: '/ivr/action?lang=%zz', raw: [] }),
  rejected(23, 'a lone % in the query', 400, 'escape', { path: '/ivr/action?lang=%', raw: [] }),
  rejected(23, 'a broken escape in the path', 400, 'escape', { path: '/ivr/%zz', raw: [] }, 'warn', nowhere),
  rejected(23, 'a lone % at an unknown address', 400, 'escape', { path: '/%', raw: [] }, 'warn', nowhere),
  rejected(24, 'an escape in the query that is no UTF-8', 400, 'escape', {
    path: '/ivr/action?lang=%FF',
    raw: [],
  }),
  rejected(24, 'an overlong escape in the query', 400, 'escape', {
    path: '/ivr/action?lang=%C0%80',
    raw: [],
  }),
  brokenForm('Digits=\u00ff', 24, 'a byte that is no UTF-8', 'shape', 'warn'),
  {
    row: 24,
    what: 'a byte that is no UTF-8 in a name is told, and the call goes on',
    steps: [{ path: at, form: Buffer.from(says('Digits=1&Extra=\u00ff'), 'latin1'), next: ['Hangup'] }],
    log: [{ level: 'warn', event: 'input', reason: 'utf8' }],
    metrics: ['ivr_input_total{reason="utf8"} 1'],
  },
  forged('Digits=\u00ff', 24, 'a byte that is no UTF-8'),
  {
    row: 26,
    what: 'names that every object has are fields like others',
    steps: [
      {
        path: at,
        form: says('Digits=1&__proto__=x&constructor=y&toString=z&__proto__=again'),
        next: ['Hangup'],
      },
    ],
    log: [
      {
        ...answered('call b7c1d2e3  getdigits-action  POST /ivr/action lang=en  →  Hangup  (… ms)'),
        event: 'input',
        reason: 'names',
      },
    ],
    metrics: ['ivr_input_total{reason="names"} 1'],
  },
  ...['__proto__=x', '%5F%5fproto__=x', 'a=1&__proto__', 'a=__proto__'].map((query) =>
    rejected(27, `${query} in the query`, 400, 'names', { path: `/ivr/action?${query}`, raw: [] }),
  ),
  ...['/ivr/action#lang=en', `${at}#&__again=1`, `${at}#`].map((path) =>
    rejected(27, `the address ${path}, of which a part is not signed,`, 400, 'target', { path, raw: [] }),
  ),
  rejected(27, 'a whole address in place of a path', 400, 'target', {
    path: `http://ivr.example.com${at}`,
    raw: [],
  }),
  ...['lang=en%26to=ana', 'lang%3Den=ana', '%26lang=en', 'a=1&lang=en%26%26to%3Dana'].map((query) =>
    rejected(27, `${query}, which is signed as another query is,`, 400, 'delimiter', {
      path: `/ivr/action?${query}`,
      raw: [],
    }),
  ),
];

export const rejections: readonly Row[] = [...shapes, ...sizes, ...spelling];
