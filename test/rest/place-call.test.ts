import { createServer, type AddressInfo } from 'node:net';
import { PlivoJsxError, placeCall } from 'plivo-jsx';
import { afterEach, describe, expect, test } from 'vitest';
import { fakePlivo, type Answer } from './fake-plivo.ts';

const call = { to: '+15550123456', from: '+15550654321', answerUrl: 'https://ivr.example.com/ivr' };
const credentials = { authId: 'MAXXXXXXXXXXXXXXXXXX', authToken: 'a-token' };
const fired = {
  status: 201,
  body: { message: 'call fired', request_uuid: 'a-request', api_id: 'an-api-id' },
};

let api: Awaited<ReturnType<typeof fakePlivo>> | undefined;
const waits: number[] = [];
const wait = async (milliseconds: number) => {
  waits.push(milliseconds);
};

afterEach(() => {
  api?.close();
  api = undefined;
  waits.length = 0;
});

async function place(answers: readonly [Answer, ...Answer[]], change: Partial<typeof call> = {}) {
  api = await fakePlivo(answers);
  return placeCall({ ...call, ...change }, { ...credentials, apiUrl: api.apiUrl, timeout: 300, wait });
}

const message = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (error) {
    expect(error).toBeInstanceOf(PlivoJsxError);
    return (error as Error).message;
  }
  throw new Error('Nothing was thrown.');
};

describe('a call that Plivo takes', () => {
  test('is one POST with the credentials, and gives the id of the request', async () => {
    expect(await place([fired])).toEqual({ requestUuid: 'a-request', message: 'call fired' });
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
    expect(await place([{ ...fired, status }])).toMatchObject({ requestUuid: 'a-request' });
  });
});

describe('a call that was not placed', () => {
  test.each([
    [
      { to: '5550123456' },
      'The number to call is not in E.164 form.\nFix: write it with + and the country code, such as +15551234567. Nothing was sent. [E_NUMBER]',
    ],
    [
      { from: '+0' },
      'The number that the call comes from is not in E.164 form.\nFix: write it with + and the country code, such as +15551234567. Nothing was sent. [E_NUMBER]',
    ],
    [
      { answerUrl: 'http://127.0.0.1:5000/ivr' },
      'Plivo cannot reach the public address: it is an address of this machine or a private network.\nFix: set PUBLIC_URL to the address of your tunnel or server, such as https://ivr.example.com. Nothing was sent. [E_PUBLIC_URL]',
    ],
  ])('is refused before anything is sent: %o', async (change, text) => {
    expect(await message(place([fired], change))).toBe(text);
    expect(api!.received).toEqual([]);
  });

  test('needs credentials', async () => {
    expect(await message(placeCall(call, { authId: undefined, authToken: 'a-token' }))).toBe(
      "PLIVO_AUTH_ID is not set, and a call cannot be placed without it.\nFix: set PLIVO_AUTH_ID; Plivo's console shows it. Nothing was sent. [E_CREDENTIALS]",
    );
  });

  test.each([401, 403])(
    'with status %i is a matter of credentials, and is not tried again',
    async (status) => {
      expect(await message(place([{ status }]))).toBe(
        `Plivo did not accept the credentials (status ${status}); no call was placed.\nFix: check PLIVO_AUTH_ID and PLIVO_AUTH_TOKEN against Plivo's console. [E_CALL_AUTH]`,
      );
      expect(api!.received.length).toBe(1);
    },
  );

  test.each([400, 404, 405, 422])(
    'with status %i tells what Plivo says, less the numbers in it',
    async (status) => {
      expect(await message(place([{ status, body: { error: 'from +15550654321 is not yours' } }]))).toBe(
        `Plivo refused the call (status ${status}): from … is not yours. No call was placed.\nFix: change what Plivo names; PLIVO_NUMBER must be a number of the account. [E_CALL_REFUSED]`,
      );
      expect(api!.received.length).toBe(1);
    },
  );

  test('with status 429 waits as long as Plivo asks, and is then placed once', async () => {
    expect(await place([{ status: 429, headers: { 'retry-after': '7' } }, fired])).toMatchObject({
      requestUuid: 'a-request',
    });
    expect(waits).toEqual([7000]);
    expect(api!.received.length).toBe(2);
  });

  test('with status 429 for ever gives up after three tries', async () => {
    expect(await message(place([{ status: 429 }]))).toBe(
      'Plivo has too many requests of this account (status 429, 3 tries); no call was placed.\nFix: wait a minute and call again, slower. [E_CALL_LIMIT]',
    );
    expect(api!.received.length).toBe(3);
  });

  test('because nobody listens is tried three times', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const placing = placeCall(call, { ...credentials, apiUrl: `http://127.0.0.1:${port}`, wait });
    expect(await message(placing)).toBe(
      "Plivo's API could not be reached in 3 tries; no call was placed.\nFix: check the network and the name server of this machine. [E_CALL_UNREACHABLE]",
    );
    expect(waits.length).toBe(2);
  });
});

describe('a call that may have been placed', () => {
  test.each<[string, Answer, string]>([
    ['a 500', { status: 500 }, 'answered with status 500'],
    ['a 503', { status: 503, headers: { 'retry-after': '1' } }, 'answered with status 503'],
    ['a reset', 'reset', 'broke off the connection'],
    ['no answer in time', 'silence', 'did not answer in time'],
    ['a page instead of JSON', { status: 200, body: '<html>' }, 'answered with status 200 and no request id'],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, 'answered with status 302'],
  ])('is never sent twice, and is told as unknown: %s', async (_name, answer, problem) => {
    expect(await message(place([answer]))).toBe(
      `Plivo ${problem}, so whether the call was placed is unknown.\nFix: look at the live calls and call logs in Plivo's console before you try again: a second request may be a second call. [E_CALL_UNKNOWN]`,
    );
    expect(api!.received.length).toBe(1);
  });
});
