import fc from 'fast-check';
import { signRequest, verifyRequest } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { decodeText, decodeTexts, encodedText, encodeText } from '../../src/flow/param-text.ts';
import { plivo } from '../support/plivo-sdk.ts';

const plain = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-'];
const plainText = fc.string({ unit: fc.constantFrom(...plain), minLength: 1, maxLength: 30 });
const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('encodeText', () => {
  test.each([
    ['en', 'en'],
    ['2026-01-31', '2026-01-31'],
    ['~', '~'],
    ['', '~b64.'],
    ['José', '~b64.Sm9zw6k'],
    ['+14155550100', '~b64.KzE0MTU1NTUwMTAw'],
    ['a b&c=d', '~b64.YSBiJmM9ZA'],
    ['line\nline', '~b64.bGluZQpsaW5l'],
    ['😀', '~b64.8J-YgA'],
  ])('writes %j as %s', (text, encoded) => {
    expect(encodeText(text)).toBe(encoded);
    expect(decodeText(encoded)).toBe(text);
  });

  test('writes no other characters than those that every SDK of Plivo signs alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(encodeText(text)).toMatch(/^[A-Za-z0-9._~-]+$/);
      }),
    );
  });

  test('writes half an emoji as the replacement character, as every form does', () => {
    const half = '😀'.slice(0, 1);
    expect(decodeText(encodeText(half))).toBe('\uFFFD');
    expect(new URLSearchParams({ half }).toString()).toBe('half=%EF%BF%BD');
  });

  test('is found in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = `at ${encodeText(`${text} `)}, here`;
        expect(written.replace(encodedText, '')).toBe('at , here');
      }),
    );
  });
});

test('an encoded text is found in a form and in a URL inside a URL', () => {
  const once = new URLSearchParams({ next: `/p?who=${encodeText('José')}` }).toString();
  const twice = new URLSearchParams({ next: once }).toString();
  expect(once.replace(encodedText, '[hidden]')).toBe('next=%2Fp%3Fwho%3D[hidden]');
  expect(twice.replace(encodedText, '[hidden]')).toBe('next=next%3D%252Fp%253Fwho%253D[hidden]');
  expect('%257eb64%2eSm9zw6k, here'.replace(encodedText, '[hidden]')).toBe('[hidden], here');
});

describe('decodeText', () => {
  const comesBack = (text: string) => {
    expect(decodeText(encodeText(text))).toBe(text);
  };

  test('returns what was encoded', () => {
    fc.assert(fc.property(anyText, comesBack), { numRuns: 1_000 });
    expect.hasAssertions();
  });

  test('returns a plain text that looks encoded, however often it was encoded', () => {
    const looksEncoded = fc.oneof(
      plainText.map((text) => `~b64.${text}`),
      anyText.map((text) => encodeText(encodeText(text))),
      fc.constantFrom('~b64.', '~b64.ZW4', '~b64.Sm9zw6k', '~b64.fmI2NC5TbTl6dzZr'),
    );
    fc.assert(fc.property(looksEncoded, comesBack));
    expect.hasAssertions();
  });

  test('reads each text from one spelling only', () => {
    // "en" needs no encoding; the last character of the others has bits that base64 ignores, and they have padding.
    for (const text of ['~b64.ZW4', '~b64.Sm9zw6l', '~b64.Sm9zw6k=', '~b64.Sm9z w6k'])
      expect(decodeText(text)).toBe(text);
    fc.assert(
      fc.property(fc.oneof(anyText, plainText), (text) => {
        const spelling = `~b64.${text}`;
        const decoded = decodeText(spelling);
        expect(decoded === spelling || encodeText(decoded) === spelling).toBe(true);
      }),
    );
  });

  test('leaves links alone that were made before texts were encoded', () => {
    fc.assert(
      fc.property(
        plainText.filter((text) => !text.startsWith('~b64.')),
        (text) => {
          expect(decodeText(text)).toBe(text);
        },
      ),
    );
    expect(decodeText('José')).toBe('José');
  });

  test('leaves bytes that are no text as they are', () => {
    expect(decodeText('~b64._____w')).toBe('~b64._____w');
  });
});

test('decodeTexts decodes each text once, and keeps lists and names', () => {
  const query = { lang: 'en', who: '~b64.fmI2NC5TbTl6dzZr', list: ['~b64.Sm9zw6k'], '~b64.Sm9zw6k': 'x' };
  expect(decodeTexts(query)).toEqual({ ...query, who: '~b64.Sm9zw6k' });
  expect(query.who).toBe('~b64.fmI2NC5TbTl6dzZr');
});

test('an address with an encoded text is signed alike by Plivo’s SDK, also after a proxy has escaped it', () => {
  const token = 'made_up_token_000000000000000000000000001';
  const params = { CallUUID: 'c-1', Digits: '1' };
  fc.assert(
    fc.property(anyText, fc.constantFrom('GET', 'POST'), (text, method) => {
      const url = `https://ivr.example.com/next?lang=en&who=${encodeText(text)}`;
      const headers = signRequest({ method, url, params }, token);
      const { 'x-plivo-signature-v3': signature, 'x-plivo-signature-v3-nonce': nonce } = headers;
      expect(plivo.validateV3Signature(method, url, nonce, token, signature, { ...params })).toBe(true);
      const escaped = url.replaceAll('~', '%7E');
      expect(verifyRequest({ method, url: escaped, params, signature, nonce }, token)).toEqual({ ok: true });
    }),
  );
});
