import type { Row } from '../row.ts';

/** What is no HTTP is told by a line without a request. */
const line = (reason: string, level: string) => ({
  level,
  event: 'reject',
  reason,
  msg: `Rejected a connection: ${reason}`,
});

const garbage = (what: string, bytes: string): Row => ({
  row: 49,
  what: `${what} is 400, and the connection is closed`,
  steps: [{ bytes: [bytes], status: 400, closes: true }],
  log: [line('http', 'debug')],
  metrics: ['ivr_reject_total{reason="http"} 1'],
});

const form = 'Content-Type: application/x-www-form-urlencoded\r\n';
const post = (headers: string, body = '') => `POST /ivr HTTP/1.1\r\nHost: h\r\n${form}${headers}\r\n${body}`;
const get = (more = '') => `GET /ivr?CallUUID=${more || 'a'} HTTP/1.1\r\nHost: 127.0.0.1\r\n`;

/** What comes over a connection that is no request, or more than one. */
export const connection: readonly Row[] = [
  {
    row: 48,
    what: 'requests in one go are answered one after the other',
    only: 'local',
    steps: [
      {
        bytes: [
          `${get()}\r\n${post('Content-Length: 15\r\n', 'CallUUID=b&From')}${get('c')}Connection: close\r\n\r\n`,
        ],
        status: [200, 200, 200],
        next: ['GetDigits https://ivr.example.com/ivr/level2', 'Hangup'],
        closes: true,
      },
    ],
    // The one with a body is answered last, and still sent in its place.
    log: ['a  answer  GET', 'c  answer  GET', 'b  answer  POST'].map((call) => ({
      level: 'info',
      msg: `call ${call} /ivr  →  GetDigits /ivr/level2, Hangup  (… ms)`,
    })),
    metrics: [],
  },
  {
    row: 48,
    what: 'requests in one go of which one is rejected are answered one after the other',
    only: 'live',
    steps: [{ bytes: [`${get()}\r\n${get()}Connection: close\r\n\r\n`], status: [403, 403], closes: true }],
    log: [
      { level: 'warn', event: 'auth', reason: 'missing' },
      { level: 'warn', event: 'auth', reason: 'missing' },
    ],
    metrics: ['ivr_auth_total{reason="missing"} 2'],
  },
  garbage('a length and chunks at once', post('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n', 'a=1')),
  garbage('a negative length', post('Content-Length: -1\r\n')),
  garbage('two lengths', post('Content-Length: 1\r\nContent-Length: 2\r\n', 'ab')),
  garbage('a header without a colon', 'GET /ivr HTTP/1.1\r\nHost: h\r\nnonsense\r\n\r\n'),
  garbage('a space before the colon', 'GET /ivr HTTP/1.1\r\nHost : h\r\n\r\n'),
  garbage('garbage', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001'),
  garbage('another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'),
  {
    row: 49,
    what: 'a bad chunk is 400, and the connection is closed',
    steps: [
      {
        bytes: [post('Transfer-Encoding: chunked\r\n', 'zz\r\na=1\r\n0\r\n\r\n')],
        status: 400,
        closes: true,
      },
    ],
    log: [line('http', 'debug')],
    metrics: ['ivr_reject_total{reason="http"} 1'],
  },
  {
    // Node answers it by itself, before there is anything to count.
    row: 49,
    what: 'a request without a host is 400, and the connection is closed',
    steps: [{ bytes: ['GET /ivr HTTP/1.1\r\n\r\n'], status: 400, closes: true }],
    log: [],
    metrics: [],
  },
  ...[
    ['at a level', '/ivr', '/ivr'],
    ['at an unknown address', '/nowhere', 'an unknown address'],
  ].map(([where, path, route]): Row => ({
    row: 50,
    what: `two hosts are 400 ${where}`,
    steps: [{ method: 'GET', path: path!, raw: ['Host: evil.example'], status: 400 }],
    log: [{ level: 'warn', event: 'reject', reason: 'host', msg: `Rejected a request to ${route}: host` }],
    metrics: ['ivr_reject_total{reason="host"} 1'],
  })),
];
