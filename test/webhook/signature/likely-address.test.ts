import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { likelyAddress, type Mismatched } from '../../../src/webhook/signature/likely-address.ts';
import { signRequest } from '../../../src/webhook/signature/sign.ts';

/** Counts the hashes that are made from now on, in this module and in those that were loaded before. */
function countedHashes() {
  const createHmac = vi.spyOn(crypto, 'createHmac');
  syncBuiltinESMExports();
  return createHmac;
}

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const token = 'made_up_token_1';
const params = { CallUUID: 'c-1', From: '14155550100', Digits: '1' };

/** A request that Plivo signed for one address, as an app sees it that believes to have another one. */
function mismatched(
  signed: string,
  publicUrl: string,
  target: string,
  headers: Pick<Mismatched, 'host' | 'forwardedHost' | 'forwardedPrefix'> = {},
): Mismatched {
  const { 'x-plivo-signature-v3': signature, 'x-plivo-signature-v3-nonce': nonce } = signRequest(
    { method: 'POST', url: signed, params },
    token,
  );
  return { method: 'POST', params, signature, nonce, publicUrl, target, ...headers };
}

const a = 'https://a.example';

describe('tells what Plivo signed', () => {
  test.each([
    ['the other scheme', `${a}/ivr`, 'http://a.example', '/ivr', {}, a],
    ['http', 'http://a.example/ivr', a, '/ivr', {}, 'http://a.example'],
    [
      'a port that the app does not add',
      'https://a.example:8080/ivr',
      a,
      '/ivr',
      {},
      'https://a.example:8080',
    ],
    ['no port', `${a}/ivr`, 'https://a.example:5000', '/ivr', {}, a],
    ['no port, and the other scheme', `${a}/ivr`, 'http://a.example:3000', '/ivr', {}, a],
    ['a usual port in words', 'https://a.example:443/ivr', a, '/ivr', {}, 'https://a.example:443'],
    ['www.', 'https://www.a.example/ivr', a, '/ivr', {}, 'https://www.a.example'],
    ['no www.', `${a}/ivr`, 'https://www.a.example', '/ivr', {}, a],
    ['the host of the request', `${a}/ivr`, 'https://old.example', '/ivr', { host: 'a.example' }, a],
    [
      'the host that a proxy got, on another port',
      'https://a.example:8443/ivr',
      'http://127.0.0.1:5000',
      '/ivr',
      { host: '127.0.0.1:5000', forwardedHost: 'a.example:8443, inner.example' },
      'https://a.example:8443',
    ],
    ['the path of PUBLIC_URL once', `${a}/app/ivr`, `${a}/app`, '/app/ivr', {}, a],
    ['the path of PUBLIC_URL twice', `${a}/app/app/ivr`, `${a}/app`, '/ivr', {}, `${a}/app/app`],
    ['a path that a proxy takes off', `${a}/app/ivr`, a, '/ivr', { forwardedPrefix: '/app/' }, `${a}/app`],
    ['another scheme and path', `${a}/app/ivr`, 'http://a.example/app', '/app/ivr', {}, a],
  ])('%s', (_, signed, publicUrl, target, headers, instead) => {
    expect(likelyAddress(mismatched(signed, publicUrl, target, headers), [token])).toEqual({
      signed,
      believed: publicUrl + target,
      message: `Plivo signed ${signed}, and the app believes that its address is ${publicUrl}${target}.`,
      fix: `set PUBLIC_URL, or the option publicUrl, to ${instead}.`,
    });
  });

  test.each([
    [
      '/ivr/',
      '/ivr',
      'let the proxy forward the path as Plivo requests it, with or without a slash at its end.',
    ],
    [
      '/ivr',
      '/ivr/',
      'let the proxy forward the path as Plivo requests it, with or without a slash at its end.',
    ],
    ['', '/', "write https://a.example/ in Plivo's console, with the slash at the end."],
  ])('a slash at the end: %j for %j', (signed, target, fix) => {
    expect(likelyAddress(mismatched(a + signed, a, target), [token])).toMatchObject({
      signed: a + signed,
      fix,
    });
  });

  test.each([
    [' made_up_token_1', 'white space'],
    ['made_up_token_1\n', 'white space'],
    ['"made_up_token_1"', 'quotes'],
    [" 'made_up_token_1' ", 'quotes'],
  ])('what is around the token %j', (written, flaw) => {
    expect(likelyAddress(mismatched(`${a}/ivr`, a, '/ivr'), ['another', written])).toEqual({
      signed: `${a}/ivr`,
      believed: `${a}/ivr`,
      message: `Plivo signed with the token that the app has, but for the ${flaw} around it.`,
      fix: `remove the ${flaw} around the auth token.`,
    });
  });

  test('with any of several tokens, and of a GET', () => {
    const target = '/ivr?From=14155550100&lang=en';
    const headers = signRequest({ method: 'GET', url: a + target }, token);
    const request = {
      method: 'GET',
      publicUrl: 'http://a.example',
      target,
      signature: headers['x-plivo-signature-v3'],
      nonce: headers['x-plivo-signature-v3-nonce'],
    };
    expect(likelyAddress(request, ['another', token])?.fix).toBe(
      'set PUBLIC_URL, or the option publicUrl, to https://a.example.',
    );
  });
});

test('says nothing of the query, the fields and the token', () => {
  const request = mismatched(`${a}/ivr?pin=4711`, 'http://a.example', '/ivr?pin=4711');
  expect(JSON.stringify(likelyAddress(request, [token]))).not.toMatch(/4711|1415555|made_up/);
});

describe('finds nothing', () => {
  test.each([
    ['for another token', mismatched(`${a}/ivr`, 'http://a.example', '/ivr'), ['another']],
    ['for another host', mismatched('https://b.example/ivr', a, '/ivr'), [token]],
    ['for other fields', { ...mismatched(`${a}/ivr`, 'http://a.example', '/ivr'), params: {} }, [token]],
    [
      'without a signature',
      { ...mismatched(`${a}/ivr`, 'http://a.example', '/ivr'), signature: undefined },
      [token],
    ],
    ['without a token', mismatched(`${a}/ivr`, 'http://a.example', '/ivr'), []],
    [
      'in a host that is none',
      mismatched('https://b.example/x/ivr', a, '/ivr', { host: 'b.example/x' }),
      [token],
    ],
  ])('%s', (_, request, tokens) => {
    expect(likelyAddress(request, tokens)).toBeUndefined();
  });
});

test('makes at most 64 hashes, whatever it gets', () => {
  const text = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.constantFrom('https://a.example/app', '/ivr', 'b.example, c.example:1'),
  );
  const { signature, nonce } = mismatched(`${a}/ivr`, a, '/ivr');
  const createHmac = countedHashes();
  let most = 0;
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 5, maxLength: 5 }),
      fc.array(fc.string(), { maxLength: 9 }),
      (of, tokens) => {
        const [publicUrl = '', target = '', host, forwardedHost, forwardedPrefix] = of;
        createHmac.mockClear();
        const request = {
          method: 'POST',
          params,
          signature,
          nonce,
          publicUrl,
          target,
          host,
          forwardedHost,
          forwardedPrefix,
        };
        expect(likelyAddress(request, tokens)).toBeUndefined();
        most = Math.max(most, createHmac.mock.calls.length);
      },
    ),
  );
  const unlike = mismatched(`${a}/x`, `${a}/app`, '/ivr', {
    host: 'b.example:1',
    forwardedHost: 'c.example:2,d.example:3',
  });
  createHmac.mock.calls.length = 0;
  likelyAddress(unlike, [token]);
  expect([most > 0, most <= 64, createHmac.mock.calls.length]).toEqual([true, true, 64]);
});
