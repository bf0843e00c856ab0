import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { signRequest } from '../../../src/webhook/signature/sign.ts';
import { verifyRequest, type ReceivedRequest } from '../../../src/webhook/signature/verify.ts';
import { sized } from '../../support/size.ts';
import { withoutFragment } from './any-request.ts';

interface Vector {
  id: number;
  label: string;
  method: string;
  url: string;
  nonce: string | null;
  authToken: string | null;
  params: Record<string, string | string[]>;
  signature: string | null;
  verify: 'accept' | 'reject' | 'unreachable';
}

const vectorsFile = new URL('../../data/plivo/signature-vectors.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(vectorsFile, 'utf8')) as { vectors: Vector[] };

const token = 'made_up_token_000000000000000000000000001';
const url = 'https://ivr.example.com/ivr/level2?lang=en';
const request = { method: 'POST', url, params: { CallUUID: 'c-1', Digits: '1' } };
const sign = (of: { method: string; url: string; params?: object; nonce?: string }, key = token) => {
  const headers = signRequest(of as Parameters<typeof signRequest>[0], key);
  const signature = headers['x-plivo-signature-v3'];
  return { ...of, signature, nonce: headers['x-plivo-signature-v3-nonce'] } as ReceivedRequest;
};
const hmac = (text: string, key = token) => createHmac('sha256', key).update(text).digest('base64');
const rejected = (reason: string) => ({ ok: false, reason });

afterEach(() => void vi.restoreAllMocks());

describe('decides the vectors', () => {
  test('are 220', () => expect(vectors).toHaveLength(220));

  test.each(vectors.filter(({ verify }) => verify !== 'unreachable'))('$id $label: $verify', (vector) => {
    const received = {
      method: vector.method,
      url: withoutFragment(vector.url),
      params: vector.params,
      signature: vector.signature ?? undefined,
      nonce: vector.nonce ?? undefined,
    };
    expect(verifyRequest(received, vector.authToken ?? undefined).ok).toBe(vector.verify === 'accept');
  });

  test.each(vectors.filter(({ verify }) => verify === 'unreachable'))('$id $label: no throw', (vector) => {
    expect(() =>
      verifyRequest(
        { ...vector, signature: vector.signature ?? '' } as ReceivedRequest,
        vector.authToken ?? '',
      ),
    ).not.toThrow();
  });
});

describe('rejects with a reason', () => {
  const good = sign(request);
  test.each([
    ['no signature', { ...good, signature: undefined }, 'missing'],
    ['an empty signature', { ...good, signature: '' }, 'missing'],
    ['no nonce', { ...good, nonce: undefined }, 'missing'],
    ['an empty nonce', { ...good, nonce: '' }, 'nonce'],
    ['a nonce with a dot', { ...good, nonce: 'Digits1.123' }, 'nonce'],
    ['a nonce of 500 characters', { ...good, nonce: '1'.repeat(500) }, 'nonce'],
    ['PUT', { ...good, method: 'PUT' }, 'method'],
    ['post in small letters', { ...good, method: 'post' }, 'method'],
    ['a URL over 4 KB', { ...good, url: `https://h.example/${'a'.repeat(4096)}` }, 'url_size'],
    ['a path alone', { ...good, url: '/ivr' }, 'url'],
    ['another scheme', { ...good, url: 'ftp://h.example/' }, 'url'],
    ['no host', { ...good, url: 'https:///ivr' }, 'url'],
    ['letters beyond ASCII in the URL', { ...good, url: 'https://h.example/é' }, 'url'],
    ['a fragment', { ...good, url: `${url}#` }, 'url'],
    ['a lone surrogate in the URL', { ...good, url: 'https://h.example/\ud800' }, 'url'],
    ['a broken escape in the query', { ...good, url: 'https://h.example/?a=%zz' }, 'url_escape'],
    ['a broken escape in the path', { ...good, url: 'https://h.example/%' }, 'url_escape'],
    ['%FF in the query', { ...good, url: 'https://h.example/?a=%FF' }, 'url_escape'],
    ['__proto__ in the query', { ...good, url: `${url}&__proto__=x` }, 'names'],
    ['1,001 query items', { ...good, url: `https://h.example/?${'a&'.repeat(1000)}` }, 'names'],
    ['null as a value', { ...good, params: { Digits: null } }, 'params'],
    ['an object as a value', { ...good, params: { Digits: {} } }, 'params'],
    ['text as parameters', { ...good, params: 'Digits=1' }, 'params'],
    ['another value', { ...good, params: { ...request.params, Digits: '2' } }, 'mismatch'],
    ['a signature of 12,000 commas', { ...good, signature: ','.repeat(12_000) }, 'mismatch'],
  ])('%s', (_, received, reason) => {
    expect(verifyRequest(received as ReceivedRequest, token)).toEqual(rejected(reason));
  });

  test.each([[undefined], [''], [' \n'], [[]], [['', ' ']]])('the token %j', (tokens) => {
    const empty = { ...request, nonce: '1', signature: hmac('https://ivr.example.com/ivr/level2', '') };
    expect(verifyRequest(empty, tokens)).toEqual(rejected('token'));
  });

  test('a signature in a second spelling of Base64', () => {
    const { signature = '' } = good;
    const last = signature.at(-2)!;
    const next = String.fromCharCode(last.charCodeAt(0) + 1);
    expect(verifyRequest({ ...good, signature: `${signature.slice(0, -2)}${next}=` }, token).ok).toBe(false);
    expect(verifyRequest({ ...good, signature: signature.slice(0, -1) }, token).ok).toBe(false);
  });
});

describe('another request with the signature of one that Plivo sent', () => {
  const stolen = sign({ ...request, url: 'https://h.example/ivr?level=main' });

  test.each([
    [
      'the body in the nonce',
      { url: 'https://h.example/ivr', params: {}, nonce: `Digits1.${stolen.nonce}` },
      'nonce',
    ],
    [
      'another path, by an @ in the query',
      { url: 'https://h.example/admin?x=@h.example/ivr?level=main' },
      'mismatch',
    ],
    ['__proto__ in the query', { url: 'https://h.example/ivr?level=main&__proto__=x' }, 'names'],
    ['a query behind a #', { url: 'https://h.example/ivr?level=main#&to=mallory' }, 'url'],
    ['a query behind a # that takes the place of the ?', { url: 'https://h.example/ivr#level=main' }, 'url'],
    ['a 1,001st item', { url: `https://h.example/ivr?level=main${'&a'.repeat(1000)}` }, 'names'],
    ['bytes that are no UTF-8', { url: 'https://h.example/ivr?level=main%FE' }, 'url_escape'],
  ])('is rejected: %s', (_, change, reason) => {
    expect(verifyRequest({ ...stolen, ...change }, token)).toEqual(rejected(reason));
  });

  // Names and values have no delimiter between them: no verifier can tell these, and a server must.
  test.each([
    ['a field in the value of another', { params: { CallUUID: 'c-1Digits1' } }],
    ['a name that begins the value', { params: { C: 'allUUIDc-1', Digits: '1' } }],
    ['a value that ends the name', { params: { CallUUID: 'c-1', Digits1: '' } }],
    ['the body in the query', { url: 'https://h.example/ivr?level=main.CallUUIDc-1Digits1', params: {} }],
    [
      'a POST as a GET',
      { method: 'GET', url: 'https://h.example/ivr?level=main.CallUUIDc-1Digits1', params: {} },
    ],
    ['an escaped letter', { url: 'https://h.example/ivr?%6Cevel=m%61in' }],
    ['an empty item', { url: 'https://h.example/ivr?&level=main&' }],
  ])("fits by Plivo's format: %s", (_, change) => {
    expect(verifyRequest({ ...stolen, ...change }, token)).toEqual({ ok: true });
  });
});

describe('accepts', () => {
  test('any of several tokens while they rotate', () => {
    expect(verifyRequest(sign(request, 'old'), ['new', '', 'old'])).toEqual({ ok: true });
    expect(verifyRequest(sign(request, 'other'), ['new', 'old'])).toEqual(rejected('mismatch'));
  });

  test('any of several signatures in the header, with spaces', () => {
    const good = sign(request);
    expect(verifyRequest({ ...good, signature: `AAAA, ${good.signature} ,b` }, token)).toEqual({ ok: true });
  });

  test('an @ in path and query, and an IPv6 host', () => {
    expect(sign({ method: 'GET', url: 'https://[::1]:8443/a@b?c=d@e', nonce: '7' }).signature).toBe(
      hmac('https://[::1]:8443/a@b?c=d@e.7'),
    );
  });

  test('parameters in a Map', () => {
    const params = new Map<string, string | string[]>([
      ['Digits', ['2', '1']],
      ['a', ''],
    ]);
    expect(sign({ method: 'POST', url: 'https://h.example', params, nonce: '7' }).signature).toBe(
      hmac('https://h.example?Digits1Digits2a.7'),
    );
  });
});

test('leaves its input as it was', () => {
  const params = Object.freeze({ Digits: Object.freeze(['2', '1']) });
  const of = Object.freeze(sign({ method: 'POST', url, params }));
  expect(verifyRequest(of, Object.freeze([token]))).toEqual({ ok: true });
  expect(params.Digits).toEqual(['2', '1']);
});

test('never throws, whatever it gets', () => {
  const broken = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error('trap');
      },
    },
  );
  const anything = fc.oneof(fc.anything(), fc.constant(broken), fc.constant(new Map([[Symbol('s'), 1]])));
  fc.assert(
    fc.property(anything, anything, anything, (first, second, third) => {
      const loose = verifyRequest as (...of: unknown[]) => { ok: boolean };
      expect(loose(first, second).ok).toBe(false);
      expect(loose({ ...sign(request), params: first, url: second }, third).ok).toBe(false);
      expect(loose({ method: 'POST', url, params: first, nonce: second, signature: third }, [token]).ok).toBe(
        false,
      );
    }),
    { numRuns: sized(1_000, 3_000) },
  );
});

describe('works in linear time', () => {
  test('decodes each character of a URL once', () => {
    const decode = vi.spyOn(globalThis, 'decodeURIComponent');
    const hostile = `https://h.example/${'%20'.repeat(400)}?${'%20='.repeat(500)}`;
    sign({ method: 'GET', url: hostile });
    const work = decode.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
    expect(work).toBeGreaterThan(0);
    expect(work).toBeLessThanOrEqual(hostile.length);
  });

  test('reads each parameter once', () => {
    const reads: string[] = [];
    const params = new Proxy(
      { a: '1', b: '2', c: '3' },
      {
        get(target, key, self) {
          reads.push(String(key));
          return Reflect.get(target, key, self) as unknown;
        },
      },
    );
    verifyRequest({ ...sign(request), params }, token);
    expect(reads).toEqual(['a', 'b', 'c']);
  });

  test('reads no parameter of a request whose URL is over 4 KB', () => {
    const entries = vi.fn<() => ArrayIterator<[string, string]>>(() => [][Symbol.iterator]());
    const params = Object.assign(new Map<string, string>(), { [Symbol.iterator]: entries });
    verifyRequest({ ...sign(request), params, url: `https://h.example/${'/'.repeat(100_000)}` }, token);
    expect(entries).not.toHaveBeenCalled();
  });
});

describe('signRequest', () => {
  test('takes 20 random digits as nonce', () => {
    const headers = signRequest(request, token);
    expect(headers['x-plivo-signature-v3-nonce']).toMatch(/^\d{20}$/);
    expect(headers).not.toEqual(signRequest(request, token));
  });

  test('throws for what Plivo could not have sent', () => {
    expect(() => signRequest({ method: 'PUT', url }, token)).toThrow(/\(method\).*\n.*\[E_UNSIGNABLE\]/s);
    expect(() => signRequest(request, '')).toThrow(/\(token\)/);
  });
});

describe('the parameters may be', () => {
  const fields = { CallUUID: 'c-1', Digits: '1', 'X-PH-Name': 'José & Ana' };
  const signed = sign({ ...request, params: fields });
  const formData = new FormData();
  for (const [name, value] of Object.entries(fields)) formData.append(name, value);

  test.each([
    ['URLSearchParams', new URLSearchParams(fields)],
    ['FormData', formData],
    ['a Map', new Map(Object.entries(fields))],
    ['an object', fields],
    ['an object without a prototype', Object.assign(Object.create(null), fields) as typeof fields],
  ])('%s', (_, params) => {
    expect(verifyRequest({ ...signed, params }, token)).toEqual({ ok: true });
    const { method, url: address } = request;
    expect(signRequest({ method, url: address, params }, token)).toHaveProperty('x-plivo-signature-v3');
  });

  test('pairs in which a name occurs twice', () => {
    const params = new URLSearchParams('To=sip:b&Digits=1&To=sip:a');
    const twice = sign({ ...request, params: { Digits: '1', To: ['sip:a', 'sip:b'] } });
    expect(verifyRequest({ ...twice, params }, token)).toEqual({ ok: true });
    expect(verifyRequest({ ...twice, params: new URLSearchParams('To=sip:b&Digits=1') }, token)).toEqual(
      rejected('mismatch'),
    );
  });

  const withFile = new FormData();
  withFile.append('Digits', new Blob(['1']), 'digits.txt');

  test.each([
    ['a form with a file', withFile],
    ['the text of a form', 'CallUUID=c-1&Digits=1'],
    ['the bytes of a form', new TextEncoder().encode('CallUUID=c-1&Digits=1')],
    ['a stream', new Blob(['CallUUID=c-1']).stream()],
    ['a whole request', new Request('https://ivr.example.com/')],
    ['a promise', Promise.resolve(fields)],
    ['a list of pairs', Object.entries(fields)],
    ['a set', new Set(['Digits'])],
  ])('but not %s', (_, params) => {
    expect(verifyRequest({ ...signed, params: params as never }, token)).toEqual(rejected('params'));
  });
});
