/**
 * What may come over a connection: requests, broken requests, and no requests at all.
 * @module
 */
import { signRequest } from 'plivo-jsx';
import type { Random } from './random.ts';
import { paths, publicUrl, token } from './target.tsx';

/** What is written to one connection, and what the client does then. */
export interface Connection {
  /** Written one after the other. */
  readonly parts: readonly Buffer[];
  /** `ends`: says that no more comes; `waits`: says nothing; `resets`: is gone. */
  readonly afterwards: 'ends' | 'waits' | 'resets';
}

/** The connection of a number. */
export function makeConnection(random: Random): Connection {
  const bytes = random.pick(kinds)(random);
  const cuts = random.percent(30)
    ? random.list(1, 4, () => random.below(bytes.length + 1)).toSorted((a, b) => a - b)
    : [];
  const parts = [0, ...cuts].map((at, index) => bytes.subarray(at, cuts[index] ?? bytes.length));
  const chance = random.below(100);
  return { parts, afterwards: chance < 8 ? 'resets' : chance < 14 ? 'waits' : 'ends' };
}

type Make = (random: Random) => Buffer;

const text = (said: string) => Buffer.from(said, 'latin1');

/** A request of Plivo's for a level, as it should be. */
function good(random: Random, extra = ''): string {
  const path = random.pick(paths);
  const params = {
    CallUUID: `f0221a00-${random.below(1e4)}`,
    From: '14155550100',
    Digits: String(random.below(10)),
  };
  const form = new URLSearchParams(params).toString();
  const nonce = String(random.below(1e9));
  const signature = signRequest({ method: 'POST', url: publicUrl + path, params, nonce }, token);
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: ivr.example.com',
    'Content-Type: application/x-www-form-urlencoded',
    ...Object.entries(signature).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${head.join('\r\n')}\r\n${extra}Content-Length: ${form.length}\r\n\r\n${form}`;
}

const get = 'GET /ready HTTP/1.1\r\nHost: a\r\n\r\n';

/** Cut off anywhere. */
const half: Make = (random) => {
  const whole = good(random);
  return text(whole.slice(0, random.below(whole.length)));
};

/** Some bytes changed, put in or left out. */
const mutated: Make = (random) => {
  let bytes = text(good(random));
  for (let change = random.between(1, 8); change > 0; change--) {
    const at = random.below(bytes.length);
    const byte = Buffer.from([
      random.percent(40) ? random.pick([0, 9, 10, 13, 32, 58, 37, 255]) : random.below(256),
    ]);
    const gone = random.below(3);
    bytes = Buffer.concat([
      bytes.subarray(0, at),
      ...(random.percent(66) ? [byte] : []),
      bytes.subarray(at + gone),
    ]);
  }
  return bytes;
};

const pipelined: Make = (random) =>
  text(
    random
      .list(2, 6, () =>
        random.percent(70) ? good(random) : random.percent(50) ? get : 'GET / HTTP/1.1\r\n\r\n',
      )
      .join(''),
  );

const chunkSizes = [
  '0',
  '5',
  '-1',
  'ffffffffffffffff',
  '5;ext="a',
  'g',
  ' 5',
  '5 ',
  '0x5',
  '',
  '00000000000000005',
  '7fffffff',
];

const chunked: Make = (random) => {
  const chunks = random.list(
    0,
    4,
    () =>
      `${random.pick(chunkSizes)}\r\n${random.pick(['a=1&b', 'hello', '', 'xxxxxxxxxxx'])}${random.pick(['\r\n', '\n', ''])}`,
  );
  const end = random.pick([
    '0\r\n\r\n',
    '0\r\nTrailer: a\r\n\r\n',
    '',
    '0\r\n',
    '0\r\n\r\nGET /ready HTTP/1.1\r\nHost: a\r\n\r\n',
  ]);
  return text(
    `POST ${random.pick(paths)} HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n${chunks.join('')}${end}`,
  );
};

const lengths = [
  'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n',
  'Transfer-Encoding: chunked\r\nContent-Length: 50\r\n',
  'Content-Length: 5\r\nContent-Length: 6\r\n',
  'Content-Length: 5, 5\r\n',
  'Content-Length: +5\r\n',
  'Content-Length: -5\r\n',
  'Content-Length: 5a\r\n',
  'Content-Length : 5\r\n',
  'Content-Length: 99999999999999999999999\r\n',
  'Content-Length: 2000000\r\n',
  'Transfer-Encoding: identity\r\n',
  'Transfer-Encoding: chunked, chunked\r\n',
  'Transfer-Encoding: chunked, identity\r\n',
  'Transfer-Encoding: gzip\r\n',
  'Transfer-Encoding : chunked\r\n',
  'Transfer-Encoding:\tchunked\r\n',
  'Transfer-Encoding: xchunked\r\n',
  'Transfer-Encoding: \u000Bchunked\r\n',
];

/** Two readers of it may see two requests. */
const smuggled: Make = (random) =>
  text(
    `POST ${random.pick(paths)} HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n${random.pick(lengths)}${random.percent(20) ? random.pick(lengths) : ''}\r\n` +
      random.pick(['a=1&b', `0\r\n\r\n${get}`, `5\r\na=1&b\r\n0\r\n\r\n${get}`, '', good(random)]),
  );

const firstLines = [
  'GET /ready',
  'GET /ready HTTP/0.9',
  'GET /ready HTTP/1.0',
  'GET /ready HTTP/2.0',
  'PRI * HTTP/2.0',
  'OPTIONS * HTTP/1.1',
  'CONNECT 127.0.0.1:22 HTTP/1.1',
  'GET http://evil.example.com/ivr HTTP/1.1',
  'GET //evil.example.com/ivr HTTP/1.1',
  'GET ivr HTTP/1.1',
  'GET  /ivr HTTP/1.1',
  'get /ivr HTTP/1.1',
  'GET\t/ivr\tHTTP/1.1',
  'GET /ivr\u0000 HTTP/1.1',
  'GET /ivr#a HTTP/1.1',
  'GET /%zz HTTP/1.1',
  'GET /\u00FF HTTP/1.1',
  'TRACE /ivr HTTP/1.1',
  'FOO /ivr HTTP/1.1',
  `GET /${'a'.repeat(20_000)} HTTP/1.1`,
  `GET /${'a'.repeat(5_000)} HTTP/1.1`,
  '',
  '\r\n\r\nGET /ready HTTP/1.1',
];

const oddFirstLine: Make = (random) =>
  text(
    `${random.pick(firstLines)}\r\n${random.percent(80) ? 'Host: a\r\n' : ''}${random.percent(80) ? '\r\n' : ''}`,
  );

const headerLines: readonly string[] = [
  'Host: b\r\n',
  ' folded\r\n',
  'no colon\r\n',
  ': no name\r\n',
  'a b: c\r\n',
  'A: b\u0000c\r\n',
  'A: b\rc\r\n',
  'A: b\n',
  'Expect: 100-continue\r\n',
  'Expect: everything\r\n',
  'Upgrade: websocket\r\nConnection: Upgrade\r\n',
  'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n',
  'Connection: close\r\n',
  'Connection: keep-alive, close\r\n',
  'Keep-Alive: timeout=99999\r\n',
  'Content-Type: \u00FF\r\n',
  'X-Plivo-Signature-V3: a\r\nX-Plivo-Signature-V3: b\r\n',
  `A: ${'b'.repeat(20_000)}\r\n`,
  'A: b\r\n'.repeat(2_001),
  '\u00FF: a\r\n',
  '__proto__: a\r\n',
];

const oddHeaders: Make = (random) =>
  text(good(random, random.list(1, 3, () => random.pick(headerLines)).join('')));

const noise: Make = (random) =>
  random.pick<() => Buffer>([
    () => Buffer.from(random.list(0, 600, () => random.below(256))),
    () => Buffer.alloc(random.between(1, 2_000)),
    () => text('SSH-2.0-OpenSSH_9.2\r\n'),
    // The beginning of TLS: somebody asks for https where there is none.
    () =>
      Buffer.concat([
        Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]),
        Buffer.from(random.list(0, 500, () => random.below(256))),
      ]),
    () => text('\r\n'.repeat(random.between(1, 500))),
    () => Buffer.alloc(0),
  ])();

const kinds: readonly Make[] = [
  (random) => text(good(random)),
  half,
  mutated,
  mutated,
  pipelined,
  chunked,
  smuggled,
  oddFirstLine,
  oddHeaders,
  noise,
];
