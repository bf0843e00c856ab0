import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../../src/cli/commands/doctor/send-request.ts';
import { answerFindings } from '../../../../src/cli/commands/doctor/answer.ts';
import { noReplyFinding, statusFinding } from '../../../../src/cli/commands/doctor/reachable.ts';
import { addressFindings } from '../../../../src/cli/commands/doctor/variables.ts';
import { TransportFailure } from '../../../../src/phone/http/transport.ts';

const base = 'https://ivr.example.com';
const good: Reply = {
  status: 200,
  contentType: 'application/xml; charset=utf-8',
  location: '',
  body: '<Response><Speak>Hello.</Speak></Response>',
  milliseconds: 3,
};

/** What is not good about an answer. */
const badOf = (change: Partial<Reply>) =>
  answerFindings({ ...good, ...change }, base)
    .filter(({ result }) => result !== 'ok')
    .map(({ check, result, message }) => [check, result, message]);

describe('an answer', () => {
  test.each(['text/xml', 'Application/XML', 'application/xml;charset=utf-8'])('may be %s', (contentType) => {
    expect(badOf({ contentType })).toEqual([]);
  });

  test.each<[Partial<Reply>, string, string, string]>([
    [{ milliseconds: 2001 }, 'time', 'warning', 'The answer took 2001 ms, and the caller hears silence.'],
    [{ contentType: '' }, 'content-type', 'wrong', 'The answer has no content type.'],
    [{ contentType: 'text/plain' }, 'content-type', 'wrong', 'The answer has the content type "text/plain".'],
    [{ body: '' }, 'document', 'wrong', 'The reply is empty.'],
    [{ body: '<Response>' }, 'document', 'wrong', '<Response> is never closed (line 1, column 10).'],
    [
      { body: '<Play/>' },
      'document',
      'wrong',
      'The document begins with <Play>, and Plivo wants <Response> (line 1, column 1).',
    ],
    [
      { body: '<Response><Say>Hi</Say></Response>' },
      'document',
      'wrong',
      'There is no Plivo element <Say> (line 1, column 11).',
    ],
    [
      { body: '<Response><Hangup color="red"/></Response>' },
      'document',
      'warning',
      '<Hangup> has no attribute color; Plivo ignores it (line 1, column 11).',
    ],
  ])('%o is found', (change, ...told) => {
    expect(badOf(change)).toEqual([told]);
  });
});

test('elements that stand too deep inside each other are found', () => {
  expect(badOf({ body: `<Response>${'<p>'.repeat(12_000)}${'</p>'.repeat(12_000)}</Response>` })).toEqual([
    [
      'document',
      'wrong',
      'More than 256 elements stand inside each other, and parsers of XML read no more (line 1, column 776).',
    ],
  ]);
});

test('a document of more than 100 KB is found', () => {
  expect(badOf({ body: `<Response>${' '.repeat(102_400)}</Response>` })).toEqual([
    ['size', 'wrong', 'The document has more than 100 KB, and Plivo reads no more.'],
  ]);
});

describe('a link', () => {
  const document = (url: string) => `<Response><GetDigits action="${url}"/><Hangup/></Response>`;

  test.each([base, `${base}/`, `${base}/ivr?lang=en`, `${base}?a=1`, `${base}#rc=2`])(
    'to %s is good',
    (url) => {
      expect(badOf({ body: document(url) })).toEqual([]);
    },
  );

  test.each([
    ['http://ivr.example.com/ivr', 'http://ivr.example.com/ivr'],
    ['https://ivr.example.com:8443/ivr?pin=1', 'https://ivr.example.com:8443/ivr'],
    ['https://ivr.example.com.evil.example/', 'https://ivr.example.com.evil.example/'],
    ['http://localhost:5000/ivr', 'http://localhost:5000/ivr'],
  ])('to %s is not', (url, shown) => {
    expect(badOf({ body: document(url) })).toEqual([
      ['links', 'wrong', `The action of <GetDigits> leads to ${shown}, which is not at ${base}.`],
    ]);
  });

  test.each(['/ivr', 'ivr', 'https://', 'mailto:a@b.example'])('%s is not absolute', (url) => {
    expect(badOf({ body: document(url) })).toEqual([
      ['links', 'wrong', 'The action of <GetDigits> is not an absolute URL, and Plivo needs one.'],
    ]);
  });

  test('of <Redirect> counts, and audio does not', () => {
    const elsewhere = 'https://other.example/a';
    const body = `<Response><Play>${elsewhere}.mp3</Play><Redirect>${elsewhere}</Redirect></Response>`;
    expect(badOf({ body })).toEqual([
      ['links', 'wrong', `The URL of <Redirect> leads to ${elsewhere}, which is not at ${base}.`],
    ]);
  });
});

describe('no reply', () => {
  const failed = (reason: 'ct' | 'rt', code?: string) =>
    new TransportFailure(
      reason,
      'no connection (X)',
      code === undefined ? {} : { cause: Object.assign(new Error(code), { code }) },
    );

  test.each([
    ['No name server knows ivr.example.com.', failed('ct', 'ENOTFOUND')],
    ['The name server did not answer when it was asked for ivr.example.com.', failed('ct', 'EAI_AGAIN')],
    ['Nothing listens at ivr.example.com.', failed('ct', 'ECONNREFUSED')],
    ['There is no network route to ivr.example.com.', failed('ct', 'ENETUNREACH')],
    ['The certificate of ivr.example.com has expired.', failed('ct', 'CERT_HAS_EXPIRED')],
    ['ivr.example.com: no connection (X).', failed('ct', 'EODD')],
    ['ivr.example.com accepts no connection within 5 s.', failed('ct')],
    ['ivr.example.com did not answer within 15 s.', failed('rt')],
    ['ivr.example.com closed the connection without an answer.', failed('rt', 'ECONNRESET')],
  ])('%s', (message, failure) => {
    expect(noReplyFinding(`${base}/ivr`, failure)).toMatchObject({
      check: 'reachable',
      result: 'wrong',
      message,
    });
  });
});

test.each([
  [200, 'ivr.example.com answers.'],
  [403, 'ivr.example.com answers.'],
  [302, 'ivr.example.com redirects to another address (status 302), and Plivo signs the first one.'],
  [404, 'There is nothing at /ivr of ivr.example.com (status 404).'],
  [405, '/ivr does not answer POST (status 405).'],
  [502, 'A tunnel or proxy answers for ivr.example.com, and not the app behind it (status 502).'],
])('status %d: %s', (status, message) => {
  expect(statusFinding(`${base}/ivr?pin=1`, { ...good, status }).message).toBe(message);
});

test('an address that Plivo can reach by https has nothing against it', () => {
  expect(addressFindings(base, true).map(({ result }) => result)).toEqual(['ok', 'ok']);
});
