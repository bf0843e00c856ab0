import fc from 'fast-check';
import { signRequest, verifyRequest } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { sized } from '../../support/size.ts';
import { publicAddress, usualSpelling } from '../../../src/webhook/signature/public-address.ts';

describe('a public address is taken as it is written, but for slashes at its end', () => {
  test.each([
    ['https://ivr.example.com', 'https://ivr.example.com'],
    ['https://ivr.example.com/', 'https://ivr.example.com'],
    ['https://ivr.example.com//', 'https://ivr.example.com'],
    ['https://ivr.example.com/app/', 'https://ivr.example.com/app'],
    ['HTTPS://IVR.example.com', 'HTTPS://IVR.example.com'],
    ['https://ivr.example.com:443', 'https://ivr.example.com:443'],
    ['https://ivr.example.com:', 'https://ivr.example.com:'],
    ['http://ivr.example.com:80/a', 'http://ivr.example.com:80/a'],
    ['http://ivr.example.com:443', 'http://ivr.example.com:443'],
    ['http://[::1]:5000', 'http://[::1]:5000'],
    ['https://xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
    ['https://ivr.example.com/gr%C3%BC%C3%9Fe/a@b', 'https://ivr.example.com/gr%C3%BC%C3%9Fe/a@b'],
  ])('%j', (text, url) => {
    expect(publicAddress(text)).toEqual({ url });
  });
});

describe('a public address that a request cannot have is rejected, with its spelling in a request', () => {
  test.each([
    ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
    ['https://ivr.example.com/grüße', 'https://ivr.example.com/gr%C3%BC%C3%9Fe'],
    ['https://ivr。example。com', 'https://ivr.example.com'],
    ['https://ivr．example．com/', 'https://ivr.example.com'],
    ['https://ex\u200bample.com', 'https://example.com'],
    ['https://ivr.example.com.', 'https://ivr.example.com'],
    ['https://ivr.example.com.:8443/a', 'https://ivr.example.com:8443/a'],
    ['https://%68.example', 'https://h.example'],
    ['https://0x7f.1', 'https://127.0.0.1'],
    ['https://h.example/a/../b', 'https://h.example/b'],
    ['https://h.example\\a', 'https://h.example/a'],
    ['https://h.example/{a}', 'https://h.example/%7Ba%7D'],
    ['https://h.example/\u0001/a', 'https://h.example/%01/a'],
  ])('%j', (text, usual) => {
    expect(publicAddress(text)).toEqual({
      problem: `is spelled ${usual} in a request`,
      suggestion: `write ${usual}, here and in Plivo's console: Plivo signs the text that stands there`,
    });
  });
});

describe('what is no public address is rejected', () => {
  const none = {
    problem: 'is no address',
    suggestion: 'give it as https://ivr.example.com, without a query',
  };
  test.each([
    ['', none],
    ['ivr.example.com', none],
    ['ftp://ivr.example.com', none],
    ['https://', none],
    ['https://a b.example', none],
    [' https://ivr.example.com', none],
    ['https://ivr.example.com/a b', none],
    ['https://ivr.example.com:99999', none],
    ['https://ivr.example.com?x=1', none],
    ['https://ivr.example.com/#top', none],
    [
      'https://ivr.example.com/%zz',
      { problem: 'holds a broken percent escape', suggestion: 'write %25 for a percent sign' },
    ],
  ])('%j', (text, problem) => {
    expect(publicAddress(text)).toEqual(problem);
  });

  test.each(['https://me:secret@ivr.example.com', 'https://me@ivr.example.com', 'https://me:secret@'])(
    'and one with a password is not repeated: %s',
    (text) => {
      const rejected = publicAddress(text);
      expect(rejected).toMatchObject({ isSecret: true });
      expect(JSON.stringify(rejected)).not.toContain('secret@');
    },
  );
});

test('over every address that is taken a request can be signed and verified', () => {
  const part = fc.constantFrom(
    '',
    'a',
    'B',
    'ü',
    '.',
    '。',
    ':',
    ':443',
    ':80',
    '/',
    '//',
    '/..',
    '%',
    '%41',
    '@',
    '\\',
    '[',
    ' ',
    '?',
    '#',
  );
  const text = fc
    .tuple(fc.constantFrom('https://', 'HTTP://', 'http://'), fc.array(part, { maxLength: 6 }))
    .map(([scheme, parts]) => `${scheme}ivr.example${parts.join('')}`);
  let taken = 0;
  fc.assert(
    fc.property(fc.oneof(text, fc.webUrl(), fc.string()), (written) => {
      const { url } = publicAddress(written);
      if (url === undefined) return;
      taken++;
      const request = { method: 'POST', url: `${url}/ivr`, params: { CallUUID: 'c-1' } };
      const headers = signRequest(request, 'made_up_token');
      const [signature, nonce] = [headers['x-plivo-signature-v3'], headers['x-plivo-signature-v3-nonce']];
      expect(verifyRequest({ ...request, signature, nonce }, 'made_up_token')).toEqual({ ok: true });
      expect(publicAddress(usualSpelling(url))).toEqual({ url: usualSpelling(url) });
    }),
    { numRuns: sized(600, 3_000) },
  );
  expect(taken).toBeGreaterThan(sized(20, 100));
});
