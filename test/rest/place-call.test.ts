import { runInNewContext } from 'node:vm';
import { createServer, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { PlivoJsxError, placeCall } from 'plivo-jsx';
import { afterEach, describe, expect, test } from 'vitest';
import { placeCallWith } from '../../src/rest/place-call.ts';
import { fakePlivo, type Answer } from './fake-plivo.ts';

const call = { to: '+15550123456', from: '+15550654321', answerUrl: 'https://ivr.example.com/ivr' };
const credentials = { authId: 'MAXXXXXXXXXXXXXXXXXX', authToken: 'a-token' };
const fired = {
  status: 201,
  body: { message: 'call fired', request_uuid: 'a-request', api_id: 'an-api-id' },
};

let api: Awaited<ReturnType<typeof fakePlivo>> | undefined;
const waits: number[] = [];
const sleep = async (milliseconds: number) => {
  waits.push(milliseconds);
};

afterEach(() => {
  api?.close();
  api = undefined;
  waits.length = 0;
});

async function place(...answers: readonly [Answer, ...Answer[]]) {
  api = await fakePlivo(answers);
  return placeCallWith(call, { ...credentials, apiUrl: api.apiUrl, timeout: 300 }, sleep);
}

const failure = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (error) {
    expect(error).toBeInstanceOf(PlivoJsxError);
    return error as PlivoJsxError;
  }
  throw new Error('Nothing was thrown.');
};

const message = async (promise: Promise<unknown>) => (await failure(promise)).message;

/** An error of another realm, as each one is in Jest. */
const inJest = (code: string) => runInNewContext(code) as Error;

/** A fetch that fails as Node's does, without a network. */
function failing(cause: Error) {
  let tries = 0;
  const fetch = async (): Promise<Response> => {
    tries += 1;
    throw new TypeError('fetch failed', { cause });
  };
  return { fetch, tries: () => tries };
}

describe('a call that Plivo takes', () => {
  test('is one POST with the credentials, and gives the id of the request', async () => {
    expect(await place(fired)).toEqual({
      requestUuid: 'a-request',
      requestUuids: ['a-request'],
      message: 'call fired',
      apiId: 'an-api-id',
    });
    expect(api!.received).toEqual([
      {
        method: 'POST',
        url: '/v1/Account/MAXXXXXXXXXXXXXXXXXX/Call/',
        authorization: `Basic ${btoa('MAXXXXXXXXXXXXXXXXXX:a-token')}`,
        body: {
          from: '15550654321',
          to: '15550123456',
          answer_url: 'https://ivr.example.com/ivr',
          answer_method: 'POST',
        },
      },
    ]);
  });

  test.each([200, 202])('may be answered with %i as well', async (status) => {
    expect(await place({ status, body: { message: 'call queued', request_uuid: 'a-request' } })).toEqual({
      requestUuid: 'a-request',
      requestUuids: ['a-request'],
      message: 'call queued',
      apiId: undefined,
    });
    expect(api!.received.length).toBe(1);
  });

  test('may go to several numbers and SIP addresses, each with an id', async () => {
    const body = { message: 'calls fired', request_uuid: ['one', 'two'], api_id: 'an-api-id' };
    api = await fakePlivo([{ status: 201, body }]);
    const to = '15550123456<sip:ann@phone.plivo.com';
    expect(await placeCall({ ...call, to }, { ...credentials, apiUrl: api.apiUrl })).toEqual({
      requestUuid: 'one',
      requestUuids: ['one', 'two'],
      message: 'calls fired',
      apiId: 'an-api-id',
    });
    expect(api.received.map(({ body: sent }) => sent)).toEqual([expect.objectContaining({ to })]);
  });

  test.each([[[]], [[7]], [''], [null], [{}]])('is unknown with the id %j', async (id) => {
    const placing = place({ status: 201, body: { message: 'calls fired', request_uuid: id } });
    expect(await message(placing)).toContain('answered with status 201 and no request id');
  });

  test('with http is placed after a warning', async () => {
    api = await fakePlivo([fired]);
    const warnings: string[] = [];
    await placeCall(
      { ...call, answerUrl: 'http://ivr.example.com/ivr' },
      { ...credentials, apiUrl: `${api.apiUrl}/`, onWarning: (warning) => warnings.push(warning) },
    );
    expect(warnings).toEqual([
      'answerUrl is http, so anyone on the way can read and change the call. Use https where you can.',
    ]);
    expect(api.received.map(({ url }) => url)).toEqual(['/v1/Account/MAXXXXXXXXXXXXXXXXXX/Call/']);
  });
});

describe('a call that is rejected before anything is sent', () => {
  test.each([
    [
      { to: '0171555012' },
      'The number to call is not a phone number with its country code or a SIP address.\nFix: write a number as +15551234567, and a SIP address as sip:ann@phone.plivo.com. Nothing was sent. [E_NUMBER]',
    ],
    [
      { answerUrl: 'http://127.0.0.1:5000/ivr' },
      'Plivo cannot reach answerUrl: it is an address of this machine or a private network.\nFix: set answerUrl to the address of your tunnel or server, such as https://ivr.example.com. Nothing was sent. [E_PUBLIC_URL]',
    ],
  ])('%o', async (change, text) => {
    api = await fakePlivo([fired]);
    const placing = placeCall({ ...call, ...change }, { ...credentials, apiUrl: api.apiUrl });
    expect(await message(placing)).toBe(text);
    expect(api.received).toEqual([]);
  });

  test.each(['01715550123', '+1555FLOWERS', '+15551234567000000000', 'not-a-number', '; rm -rf'])(
    'a number that is none: %s',
    async (to) => {
      api = await fakePlivo([fired]);
      for (const change of [{ to }, { from: to }]) {
        const error = await failure(
          placeCall({ ...call, ...change }, { ...credentials, apiUrl: api.apiUrl }),
        );
        expect(error.code).toBe('E_NUMBER');
        expect(error.message).not.toContain(to);
      }
      expect(api.received).toEqual([]);
    },
  );

  test.each([{ authId: undefined }, { authToken: undefined }, { authToken: '' }, { authId: 'nobody' }])(
    'credentials that are none: %o',
    async (who) => {
      api = await fakePlivo([fired]);
      const error = await failure(placeCall(call, { ...credentials, ...who, apiUrl: api.apiUrl }));
      expect(error.code).toMatch(/^E_CREDENTIALS/);
      expect(api.received).toEqual([]);
    },
  );

  test.each([0, 1.5, Number.NaN, 2 ** 31])('timeout %d', async (timeout) => {
    const { fetch, tries } = failing(new Error('never'));
    expect(await message(placeCall(call, { ...credentials, timeout, fetch }))).toBe(
      'The option timeout is not a duration.\nFix: give whole milliseconds, such as 15000. Nothing was sent. [E_OPTION]',
    );
    expect(tries()).toBe(0);
  });
});

describe('a call that was not placed', () => {
  test.each([401, 403])(
    'with status %i is a matter of credentials, and is not tried again',
    async (status) => {
      expect(await message(place({ status, body: { error: 'no' } }))).toBe(
        `Plivo did not accept the credentials (status ${status}); no call was placed.\nFix: compare the auth ID and the auth token with those in Plivo's console. [E_CALL_AUTH]`,
      );
      expect(api!.received.length).toBe(1);
    },
  );

  test.each([400, 404, 405, 422])('with status %i tells what Plivo says', async (status) => {
    expect(await message(place({ status, body: { error: 'answer_url parameter not present.' } }))).toBe(
      `Plivo rejected the call (status ${status}): answer_url parameter not present. No call was placed.\nFix: correct the value that Plivo names; the number that the call comes from must be a number of the account. [E_CALL_REJECTED]`,
    );
    expect(api!.received.length).toBe(1);
  });

  test.each<[string, unknown, string]>([
    ['a number', { error: 'from +15550654321 is not yours' }, 'from … is not yours'],
    ['a spaced number', { error: 'from +1 (555) 065-4321 is not yours' }, 'from … is not yours'],
    ['the token', { error: 'a-token is not it' }, '… is not it'],
    ['control characters', { error: 'no\r\n\u001b[31mway' }, 'no [31mway'],
    ['an object', { error: { to: ['is missing'] } }, '{"to":["is missing"]}'],
    ['a message', { message: 'not like this' }, 'not like this'],
    ['a page', '<html>', 'no reason given'],
    ['null', 'null', 'no reason given'],
    ['nothing', '', 'no reason given'],
    ['no error', { error: null, message: null }, 'no reason given'],
    ['an object that is too deep', `{"error":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 'no reason given'],
    ['JSON that is too deep', '['.repeat(60_000), 'no reason given'],
    ['ten megabytes', { error: '1'.repeat(10_000_000) }, 'no reason given'],
    ['hyphens that do not break', { error: '+1\u2011555\u2011123\u20114567 is wrong' }, '… is wrong'],
    ['commas', { error: 'no 1,555,123,4567' }, 'no …'],
    ['underscores', { error: 'no 1_555_123_4567' }, 'no …'],
    ['digits of full width', { error: 'no \uff11\uff15\uff15\uff15\uff11\uff12\uff13' }, 'no …'],
    ['digits of another script', { error: 'no ١٥٥٥١٢٣' }, 'no …'],
    ['spaces of a page', { error: 'no 1&nbsp;555&nbsp;123&#160;4567' }, 'no …'],
    ['a SIP address', { error: 'sip:ann.smith@phone.plivo.com is not an endpoint' }, '… is not an endpoint'],
    ['an encoded address', { error: 'no bob%40phone.plivo.com' }, 'no …'],
    [
      'credentials as HTTP has them',
      { error: `no ${btoa('MAXXXXXXXXXXXXXXXXXX:a-token')} here` },
      'no … here',
    ],
    ['marks that turn the text', { error: 'no\u202Eway\u2028here' }, 'no way here'],
    ['sixty kilobytes of digits', { error: '1 '.repeat(30_000) }, '…'],
    ['sixty kilobytes of words', { error: 'no '.repeat(20_000) }, `${'no '.repeat(99)}no`],
  ])('tells Plivo’s words without what is secret: %s', async (_name, body, reason) => {
    const error = await failure(place({ status: 400, body }));
    expect([error.code, error.facts]).toEqual(['E_CALL_REJECTED', { status: 400, reason }]);
  });

  test('never repeats the name in a SIP address that was called', async () => {
    const fetch = async () => Response.json({ error: 'endpoint ann.smith is offline' }, { status: 400 });
    const to = '+15551234567<sip:ann.smith@phone.plivo.com';
    const { facts } = await failure(placeCall({ ...call, to }, { ...credentials, fetch }));
    expect(facts['reason']).toBe('endpoint … is offline');
  });

  test('never repeats a number, however Plivo spells it', async () => {
    const separator = fc.constantFrom('', ' ', '-', '.', '/', ') ');
    const digits = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), separator), {
      minLength: 7,
      maxLength: 15,
    });
    await fc.assert(
      fc.asyncProperty(digits, async (parts) => {
        const spelled = parts.map(([digit, mark]) => `${digit}${mark}`).join('');
        const fetch = async () => Response.json({ error: `no: ${spelled}!` }, { status: 400 });
        const { facts } = await failure(placeCall(call, { ...credentials, fetch }));
        expect(facts['reason']).not.toMatch(/\d/);
      }),
    );
  });

  test('with status 429 waits as long as Plivo asks, and is then placed once', async () => {
    expect(await place({ status: 429, headers: { 'retry-after': '7' } }, fired)).toMatchObject({
      requestUuid: 'a-request',
      requestUuids: ['a-request'],
    });
    expect(waits).toEqual([7000]);
    expect(api!.received.length).toBe(2);
  });

  test('with status 429 and a date waits no longer than a minute', async () => {
    const headers = { 'retry-after': 'Thu, 31 Dec 2099 23:59:59 GMT' };
    expect(await place({ status: 429, headers }, fired)).toMatchObject({ requestUuid: 'a-request' });
    expect(waits).toEqual([60_000]);
  });

  test('with status 429 for ever gives up after three tries', async () => {
    expect(await message(place({ status: 429, body: '<html>' }))).toBe(
      'Plivo received too many requests from this account (status 429, 3 attempts); no call was placed.\nFix: wait a minute, and place calls more slowly. [E_CALL_LIMIT]',
    );
    expect(api!.received.length).toBe(3);
    expect(waits.length).toBe(2);
  });

  test('because nobody listens is tried three times', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const placing = placeCallWith(call, { ...credentials, apiUrl: `http://127.0.0.1:${port}` }, sleep);
    expect(await message(placing)).toBe(
      "Plivo's API could not be reached in 3 attempts; no call was placed.\nFix: check the network connection and the DNS server of this machine. [E_CALL_UNREACHABLE]",
    );
    expect(waits.length).toBe(2);
  });

  test.each<[string, Error]>([
    ['the name is unknown', Object.assign(new Error(), { code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
    ['the name server is silent', Object.assign(new Error(), { code: 'EAI_AGAIN', syscall: 'getaddrinfo' })],
    ['connecting takes too long', Object.assign(new Error(), { code: 'UND_ERR_CONNECT_TIMEOUT' })],
    ['connecting times out', Object.assign(new Error(), { code: 'ETIMEDOUT', syscall: 'connect' })],
    ['the name server fails', Object.assign(new Error(), { code: 'EAI_FAIL', syscall: 'getaddrinfo' })],
    ['no address answers', Object.assign(new AggregateError([]), { code: 'ETIMEDOUT' })],
    ['no address answers, in Jest', inJest('Object.assign(new AggregateError([]), { code: "ETIMEDOUT" })')],
  ])('because %s is tried three times', async (_name, cause) => {
    const { fetch, tries } = failing(cause);
    const error = await failure(placeCallWith(call, { ...credentials, fetch }, sleep));
    expect([error.code, tries()]).toEqual(['E_CALL_UNREACHABLE', 3]);
    expect((error.cause as Error).cause).toBe(cause);
  });

  test('is told alike when all errors are of another realm, as in Jest', async () => {
    const thrown = inJest(
      'new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ENOTFOUND" }) })',
    );
    const fetch = () => Promise.reject(thrown);
    const error = await failure(placeCallWith(call, { ...credentials, fetch }, sleep));
    expect(error.code).toBe('E_CALL_UNREACHABLE');
  });

  test('because nobody listens at first is placed once', async () => {
    const refused = failing(Object.assign(new Error(), { code: 'ECONNREFUSED', syscall: 'connect' }));
    api = await fakePlivo([fired]);
    const fetch: typeof globalThis.fetch = async (...request) =>
      refused.tries() === 2 ? globalThis.fetch(...request) : refused.fetch();
    const placed = await placeCallWith(call, { ...credentials, apiUrl: api.apiUrl, fetch }, sleep);
    expect([placed.requestUuid, api.received.length]).toEqual(['a-request', 1]);
  });

  test.each(['http://127.0.0.1:6667', 'http://127.0.0.1:1'])(
    'because fetch asks no such port: %s',
    async (apiUrl) => {
      expect(await message(placeCallWith(call, { ...credentials, apiUrl }, sleep))).toBe(
        'The option apiUrl is an address that fetch rejects.\n' +
          'Fix: leave it out for https://api.plivo.com, or give it another port. Nothing was sent. [E_OPTION]',
      );
      expect(waits).toEqual([]);
    },
  );

  test('because the fetch of the options is none', async () => {
    expect(await message(placeCall(call, { ...credentials, fetch: 'fetch' as never }))).toBe(
      'The option fetch is not a function.\nFix: give a function, or leave it out. Nothing was sent. [E_OPTION]',
    );
  });

  test('because the certificate is not trusted is not tried again', async () => {
    const { fetch, tries } = failing(Object.assign(new Error(), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }));
    expect(await message(placeCallWith(call, { ...credentials, fetch }, sleep))).toBe(
      "The certificate of Plivo's API is not trusted, so nothing was sent; no call was placed.\nFix: check the clock of this machine; behind a proxy, set NODE_EXTRA_CA_CERTS to the certificate of its authority. [E_CALL_CERTIFICATE]",
    );
    expect(tries()).toBe(1);
  });
});

describe('a call that may have been placed', () => {
  test.each<[string, Answer, string]>([
    ['a 500', { status: 500 }, 'answered with status 500'],
    ['a 503', { status: 503, headers: { 'retry-after': '1' } }, 'answered with status 503'],
    ['a gateway that gave up', { status: 408 }, 'answered with status 408'],
    ['a reset', 'reset', 'closed the connection'],
    ['a reset before the body was read', 'reset before the body', 'closed the connection'],
    ['no answer in time', 'silence', 'did not answer in time'],
    ['half an answer', 'half and reset', 'answered with status 201 and no request id'],
    ['half an answer and silence', 'half and silence', 'answered with status 201 and no request id'],
    ['a page instead of JSON', { status: 200, body: '<html>' }, 'answered with status 200 and no request id'],
    ['null', { status: 200, body: 'null' }, 'answered with status 200 and no request id'],
    [
      'an id that is none',
      { status: 201, body: { request_uuid: 7 } },
      'answered with status 201 and no request id',
    ],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, 'answered with status 302'],
    [
      'a redirect that repeats',
      { status: 307, headers: { location: '/elsewhere' } },
      'answered with status 307',
    ],
  ])('is never sent twice, and is told as unknown: %s', async (_name, answer, problem) => {
    expect(await message(place(answer, fired))).toBe(
      `Plivo ${problem}, so whether the call was placed is unknown.\nFix: look at the live calls and call logs in Plivo's console before you try again: a second request may be a second call. [E_CALL_UNKNOWN]`,
    );
    expect(api!.received.length).toBe(1);
    expect(waits).toEqual([]);
  });

  test('is told from the status, however long the answer is, and no more of it is read than is needed', async () => {
    expect((await failure(place({ endless: 201 }, fired))).facts).toEqual({
      problem: 'answered with status 201 and no request id',
    });
    await expect.poll(() => api!.sent.bytes).toBeGreaterThan(64 * 1024);
    // What the system keeps on the way is some megabytes, and what fetch would read in that time hundreds.
    expect(api!.sent.bytes).toBeLessThan(32 * 1024 * 1024);
    expect(api!.received.length).toBe(1);
  });

  test.each<[string, () => Promise<Response>]>([
    ['is never there', () => new Promise<Response>(() => {})],
    ['never ends', async () => new Response(new ReadableStream(), { status: 201 })],
  ])('is told in time when a fetch that is given ignores the signal and its answer %s', async (_, fetch) => {
    const error = await failure(placeCall(call, { ...credentials, fetch, timeout: 20 }));
    expect(error.code).toBe('E_CALL_UNKNOWN');
  });

  test('is not sent again after a 429 either', async () => {
    const error = await failure(place({ status: 429 }, { status: 500 }, fired));
    expect([error.code, api!.received.length]).toEqual(['E_CALL_UNKNOWN', 2]);
  });

  test.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', undefined])(
    'is told as unknown when the connection fails with %s',
    async (code) => {
      const { fetch, tries } = failing(Object.assign(new Error(), { code, syscall: 'read' }));
      const error = await failure(placeCallWith(call, { ...credentials, fetch }, sleep));
      expect([error.code, tries()]).toEqual(['E_CALL_UNKNOWN', 1]);
    },
  );
});

test('whatever Plivo answers, a second request follows only a 429', async () => {
  const status = fc.integer({ min: 200, max: 599 });
  await fc.assert(
    fc.asyncProperty(fc.array(status, { minLength: 3, maxLength: 3 }), async (statuses) => {
      const sent: number[] = [];
      const fetch = async () => {
        sent.push(statuses[sent.length]!);
        return new Response(null, { status: sent.at(-1)! });
      };
      await failure(placeCallWith(call, { ...credentials, fetch }, sleep));
      expect(sent.slice(0, -1).every((before) => before === 429)).toBe(true);
    }),
    { examples: [[[429, 429, 429]], [[429, 500, 201]], [[500, 201, 201]]] },
  );
});
