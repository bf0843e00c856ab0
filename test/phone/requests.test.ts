/* Reference §3.1 to §3.5 and §4: how the phone asks. */
import { describe, expect, test } from 'vitest';
import { verifyRequest } from 'plivo-jsx';
import {
  startCall,
  TransportFailure,
  type CallOptions,
  type TransportReply,
  type TransportRequest,
} from '../../src/phone/index.ts';
import { callTo, response } from './documents.ts';

/** Calls a server that answers every request in the same way, and gives the requests. */
async function requestsOf(
  url: string,
  options: CallOptions = {},
  answer: (request: TransportRequest, count: number) => TransportReply = () => ({
    status: 200,
    headers: {},
    body: '<Response/>',
  }),
) {
  const requests: TransportRequest[] = [];
  const call = await startCall(url, {
    transport: async (request) => answer(request, requests.push(request)),
    ...options,
  });
  return { call, requests };
}

const fails = (reason: 'ct' | 'rt') => () => {
  throw new TransportFailure(reason, 'it fails');
};
const replies = (status: number) => () => ({ status, headers: {}, body: '' });

describe('the request', () => {
  test('POST: body application/x-www-form-urlencoded, all parameters in the body; the URL’s own query stays in the URL', async () => {
    const { requests } = await requestsOf('https://app.example.com/ivr?lang=en', {
      from: '+15551234567',
      sipHeaders: { Tier: 'gold' },
    });
    expect(requests[0]).toMatchObject({ method: 'POST', url: 'https://app.example.com/ivr?lang=en' });
    expect(requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toMatchObject({
      From: '+15551234567',
      To: '14155550199',
      Direction: 'inbound',
      CallStatus: 'ringing',
      Event: 'StartApp',
      'X-PH-Tier': 'gold',
    });
  });

  test('GET: parameters are added to the URL’s query', async () => {
    const { requests } = await requestsOf('https://app.example.com/ivr?lang=en', { answerMethod: 'GET' });
    expect(requests[0]?.body).toBe(undefined);
    const query = new URL(requests[0]!.url).searchParams;
    expect([query.get('lang'), query.get('CallStatus')]).toEqual(['en', 'ringing']);
  });

  test.each(['GET', 'POST'] as const)(
    'with a token, a %s is signed so that the app accepts it',
    async (answerMethod) => {
      const { requests, call } = await requestsOf('https://app.example.com/ivr?lang=en', {
        token: 'secret',
        answerMethod,
      });
      const { url, method, headers, body } = requests[0]!;
      const params = method === 'POST' ? Object.fromEntries(new URLSearchParams(body)) : undefined;
      const signature = headers['x-plivo-signature-v3'];
      const nonce = headers['x-plivo-signature-v3-nonce'];
      expect(verifyRequest({ method, url, params, signature, nonce }, 'secret')).toEqual({ ok: true });
      expect(call.events[0]).toMatchObject({ event: 'request', signed: true });
    },
  );

  test('without a token nothing is signed', async () => {
    const { requests } = await requestsOf('https://app.example.com/ivr');
    expect(Object.keys(requests[0]!.headers)).not.toContain('x-plivo-signature-v3');
  });

  test('with publicUrl, the signature is made over the address that the app believes in, and its links are reached', async () => {
    const requests: TransportRequest[] = [];
    const transport = async (request: TransportRequest) => {
      requests.push(request);
      const body =
        new URL(request.url).pathname === '/ivr'
          ? '<Response><Redirect>https://tunnel.example.com/next</Redirect></Response>'
          : '<Response/>';
      return { status: 200, headers: {}, body };
    };
    await startCall('http://127.0.0.1:5000/ivr', {
      transport,
      token: 'secret',
      publicUrl: 'https://tunnel.example.com',
    });
    expect(requests.map(({ url }) => url)).toEqual([
      'http://127.0.0.1:5000/ivr',
      'http://127.0.0.1:5000/next',
    ]);
    for (const { method, url, headers, body } of requests) {
      const request = {
        method,
        url: url.replace('http://127.0.0.1:5000', 'https://tunnel.example.com'),
        params: Object.fromEntries(new URLSearchParams(body)),
        signature: headers['x-plivo-signature-v3'],
        nonce: headers['x-plivo-signature-v3-nonce'],
      };
      expect(verifyRequest(request, 'secret')).toEqual({ ok: true });
    }
  });

  test('user and password of the URL become Basic auth', async () => {
    const { requests } = await requestsOf('https://ann:p%40ss@app.example.com/ivr');
    expect(requests[0]).toMatchObject({
      url: 'https://app.example.com/ivr',
      headers: { authorization: 'Basic YW5uOnBAc3M=' },
    });
  });
});

describe('retry options in the URL fragment', () => {
  test.each([
    ['the default: one retry when there is no connection', '', fails('ct'), 2],
    ['the default: one retry when there is no reply in time', '', fails('rt'), 2],
    ['5xx is not retried unless rp says so', '', replies(500), 1],
    ['rp=5xx retries 5xx', '#rp=5xx&rc=3', replies(503), 4],
    ['rp=5xx retries nothing else', '#rp=5xx', replies(404), 1],
    ['rp=4xx retries 4xx', '#rp=4xx', replies(404), 2],
    ['rp=all retries everything', '#rp=all&rc=5', replies(404), 6],
    ['rc=0 retries nothing', '#rc=0', fails('ct'), 1],
    ['rp=rt does not retry a connection', '#rp=rt', fails('ct'), 1],
    ['rc out of its range is the default', '#rc=9', fails('ct'), 2],
  ])('%s', async (_, fragment, answer, tries) => {
    const { requests, call } = await requestsOf(`https://app.example.com/ivr${fragment}`, {}, answer);
    expect(requests).toHaveLength(tries);
    expect(call.ended?.code).toBe(7011);
  });

  test('Plivo reads the fragment and does not send it; ct and rt are the time-outs', async () => {
    const { requests } = await requestsOf('https://app.example.com/ivr#ct=500&rt=3000');
    expect(requests[0]).toMatchObject({
      url: 'https://app.example.com/ivr',
      connectTimeout: 500,
      readTimeout: 3000,
    });
  });

  test('a retry that succeeds goes on', async () => {
    const { call } = await requestsOf('https://app.example.com/ivr#rp=all', {}, (_, count) =>
      count === 1
        ? { status: 500, headers: {}, body: '' }
        : { status: 200, headers: {}, body: '<Response/>' },
    );
    expect(call.ended?.code).toBe(4010);
    expect(
      call.events.flatMap((event) => (event.event === 'request' ? [[event.attempt, event.status]] : [])),
    ).toEqual([
      [1, 500],
      [2, 200],
    ]);
  });

  test('a wrong option is told', async () => {
    const t = await callTo(
      response('<GetDigits action="{host}/act#rc=9&amp;rp=6xx&amp;plivo_retries=1" numDigits="1"/>'),
      { '/act': '<Response/>' },
    );
    await t.call.press('1');
    expect(t.all('warning').map(({ message }) => message)).toEqual([
      'The retry policy rp=6xx is none of 4xx, 5xx, ct, rt, all.',
      "The retry option #plivo_retries is not one that Plivo's retry page describes.",
      'The retry option #rc=9 is not a whole number from 0 to 5; 1 is taken.',
    ]);
  });

  test('Not for Play audio (fixed: connect 2 s, read 120 s, one retry) nor Stream statusCallbackUrl', async () => {
    const elements =
      '<Stream statusCallbackUrl="https://a.example/s#rt=100&amp;rc=3&amp;rp=all">wss://a.example/x</Stream><Play>https://a.example/a.mp3#rt=100&amp;rc=3&amp;rp=all</Play>';
    const { requests } = await requestsOf(
      'https://app.example.com/ivr',
      { assume: { fetchAudio: true } },
      ({ url }) => {
        if (url.startsWith('https://a.example')) throw new TransportFailure('rt', 'no reply');
        return { status: 200, headers: {}, body: response(elements) };
      },
    );
    const sent = requests.map(({ url, connectTimeout, readTimeout }) => [url, connectTimeout, readTimeout]);
    expect(sent.slice(1)).toEqual([
      ['https://a.example/s', 2000, 40_000],
      ['https://a.example/a.mp3', 2000, 120_000],
      ['https://a.example/a.mp3', 2000, 120_000],
      ['https://a.example/s', 2000, 40_000],
    ]);
  });

  test('a reply that takes longer than rt in call time counts as none', async () => {
    const { call } = await requestsOf('https://app.example.com/ivr#rt=3000&rc=0', {}, () => ({
      status: 200,
      headers: {},
      body: '<Response/>',
      seconds: 5,
    }));
    expect(call.ended).toMatchObject({ at: 3, code: 7011 });
  });

  test('the time of a reply is silence for the caller, and more than 15 s is warned of', async () => {
    const { call } = await requestsOf('https://app.example.com/ivr', {}, () => ({
      status: 200,
      headers: { 'content-type': 'text/xml' },
      body: '<Response/>',
      seconds: 20,
    }));
    expect(call.ended).toMatchObject({ at: 20, code: 4010 });
    expect(call.events).toContainEqual({
      at: 20,
      event: 'warning',
      message: '/ivr took 20 s.',
      fix: 'reply within 15 s, as Plivo asks.',
    });
  });
});

describe('an outbound call', () => {
  const outbound = (options: CallOptions) =>
    callTo('<Response><Speak>Hi</Speak></Response>', {}, { direction: 'outbound', ...options });

  test.each([
    ['busy', 3010],
    ['rejects', 3020],
    ['does not answer', 3000],
  ] as const)('whose callee %s never asks for a document', async (callee, code) => {
    const t = await outbound({ callee, hangupUrl: 'https://app.example.com/bye' });
    expect(t.paths()).toEqual(['POST /bye']);
    expect(t.call.ended?.code).toBe(code);
  });

  test('machine-detection: with `hangup` the call ends; the report comes to hangup_url (machine set), cause 9100', async () => {
    const t = await outbound({
      machineDetection: 'hangup',
      answeredBy: 'machine',
      hangupUrl: 'https://app.example.com/bye',
    });
    expect(t.call.ended).toMatchObject({ code: 9100, name: 'Machine Detected' });
    expect(t.params('/bye')).toMatchObject({ machine: 'true', HangupCauseCode: '9100' });
  });

  test('machine-detection in the background is reported to its URL', async () => {
    const t = await outbound({
      machineDetection: 'true',
      answeredBy: 'machine',
      machineDetectionUrl: 'https://app.example.com/amd',
    });
    expect(t.params('/amd')).toMatchObject({
      Event: 'MachineDetection',
      Machine: 'true',
      IfMachine: 'continue',
    });
    expect(t.heard()).toEqual(['Hi']);
  });
});
