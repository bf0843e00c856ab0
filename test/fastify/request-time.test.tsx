import Fastify from 'fastify';
import { flow, level, render, Response, signRequest, Speak, WithContext, type Context } from 'plivo-jsx';
import plivoJsx, { createApp, type PlivoJsxOptions } from 'plivo-jsx/fastify';
import { describe, expect, test, vi } from 'vitest';

const Clock = (_props: {}, { now }: Context) => <Speak>{String(now)}</Speak>;
const clock = level('/clock', () => (
  <Response>
    <Clock />
  </Response>
));
const inSpanish = level('/spanish', () => (
  <Response>
    <WithContext values={{ language: 'es' }}>
      <Clock />
    </WithContext>
  </Response>
));

const clocks = flow('clocks', { levels: [clock, inSpanish] });

const header = '2026-12-24T17:00:00.000Z';

/** What an app says at the time of a header, and what it sends back of it. */
async function askedAt(time: string, path = '/clock', options: PlivoJsxOptions = {}) {
  const app = await createApp({ flows: [clocks], ...options });
  const headers = { 'x-plivo-jsx-at': time, 'content-type': 'application/x-www-form-urlencoded' };
  const reply = await app.inject({ method: 'POST', url: path, headers, payload: 'CallUUID=a-call' });
  return {
    said: /<Speak>(.*)<\/Speak>/.exec(reply.body)?.[1],
    status: reply.statusCode,
    echo: reply.headers['x-plivo-jsx-at'],
  };
}

const atRealTime = new Date('2026-11-28T10:00:00Z');

describe('for local use, the time of a request', () => {
  test('is the one of its header, which the reply repeats', async () => {
    expect(await askedAt(header)).toEqual({ said: '2026-12-24T17:00:00Z', status: 200, echo: header });
  });

  test('is known to components inside another context', async () => {
    expect((await askedAt(header, '/spanish')).said).toBe('2026-12-24T17:00:00Z');
  });

  test('is known to a route without a flow', async () => {
    const app = Fastify();
    await app.register(plivoJsx);
    app.get('/own', () => (
      <Response>
        <Clock />
      </Response>
    ));
    const { body, headers } = await app.inject({ url: '/own', headers: { 'x-plivo-jsx-at': header } });
    expect(body).toContain('<Speak>2026-12-24T17:00:00Z</Speak>');
    expect(headers['x-plivo-jsx-at']).toBe(header);
  });

  test('is the real one when the header says none', async () => {
    vi.useFakeTimers({ now: atRealTime, toFake: ['Date'] });
    try {
      expect(await askedAt('tomorrow')).toEqual({
        said: '2026-11-28T10:00:00Z',
        status: 200,
        echo: undefined,
      });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('where others reach the app', () => {
  const publicUrl = 'https://ivr.example.com';

  test.each<[string, PlivoJsxOptions]>([
    ['with a public address', { publicUrl }],
    ['in production', { development: false }],
  ])('the header is ignored %s', async (_where, options) => {
    const { said, echo } = await askedAt(header, '/clock', options);
    expect(said).toMatch(/^\d{4}-/);
    expect(said).not.toContain('2026-12-24');
    expect(echo).toBeUndefined();
  });

  test('with a token, although the request is signed', async () => {
    const token = 'made-up-token';
    const app = await createApp({ flows: [clocks], publicUrl, authTokens: [token] });
    const params = { CallUUID: 'a-call' };
    const signature = signRequest({ method: 'POST', url: `${publicUrl}/clock`, params }, token);
    const { body, headers } = await app.inject({
      method: 'POST',
      url: '/clock',
      headers: {
        ...signature,
        'x-plivo-jsx-at': header,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'CallUUID=a-call',
    });
    expect(body).toMatch(/<Speak>\d{4}-/);
    expect(body).not.toContain('2026-12-24');
    expect(headers['x-plivo-jsx-at']).toBeUndefined();
  });
});

test('outside a webhook, the time is the real one or that of the context', () => {
  vi.useFakeTimers({ now: atRealTime, toFake: ['Date'] });
  try {
    const document = (
      <Response>
        <Clock />
      </Response>
    );
    expect(render(document)).toContain('<Speak>2026-11-28T10:00:00Z</Speak>');
    expect(render(document, { context: { level: '/clock' } })).toContain(
      '<Speak>2026-11-28T10:00:00Z</Speak>',
    );
  } finally {
    vi.useRealTimers();
  }
});
