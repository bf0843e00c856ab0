import { flow, level, Response } from 'plivo-jsx';
import { createApp, type AppOptions } from 'plivo-jsx/fastify';
import { describe, expect, test } from 'vitest';
import inspireWorks from '../../flows/inspire-works/flow.ts';
import { serve } from './served.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const atRoot = flow('root', { levels: [level('/', () => <Response />)] });
const odd = flow('a <b> & c', { levels: [level('/odd', () => <Response />)] });

async function get(options: AppOptions, headers: Record<string, string> = {}, url = '/') {
  const app = await createApp({ development: true, ...options });
  const reply = await app.inject({ url, headers: { host: 'localhost:5000', ...headers } });
  return { status: reply.statusCode, type: reply.headers['content-type'], body: reply.body };
}

describe('/ in development', () => {
  test('says in text what is served, where to look and how to call it', async () => {
    expect(await get({ flows: [inspireWorks] })).toEqual({
      status: 200,
      type: 'text/plain; charset=utf-8',
      body: [
        'A plivo-jsx server in development',
        '',
        'flow inspire-works',
        '  /ivr              GET, POST  (calls begin here)',
        '  /ivr/level2       POST',
        '  /ivr/action       POST',
        '  /ivr/transferred  POST',
        '',
        'To look at:',
        '  http://localhost:5000/test-xml  what the levels say',
        '  http://localhost:5000/debug  what arrives, and the address that this server believes it has',
        '',
        'To call it without a telephone:',
        '  npx plivo-jsx phone http://localhost:5000/ivr',
        '  curl -d CallUUID=test http://localhost:5000/ivr',
        '',
      ].join('\n'),
    });
  });

  test('says the same to a browser in HTML', async () => {
    const { status, type, body } = await get({ flows: [inspireWorks] }, { accept: browser });
    expect({ status, type }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
    expect(body).toContain('<!doctype html>');
    expect(body).toContain('  /ivr              GET, POST  (calls begin here)\n  /ivr/level2       POST\n');
    expect(body).toContain(
      '<li><a href="http://localhost:5000/test-xml">/test-xml</a>: what the levels say</li>',
    );
    expect(body).toContain('npx plivo-jsx phone http://localhost:5000/ivr\n');
  });

  test('escapes the names of flows', async () => {
    const { body } = await get({ flows: [odd] }, { accept: browser });
    expect(body).toContain('flow a &lt;b&gt; &amp; c\n');
    expect(body).not.toContain('<b>');
  });

  test.each([
    ['https://ivr.example.com', 'localhost:5000', 'http://localhost:5000'],
    ['https://ivr.example.com', 'ivr.example.com', 'https://ivr.example.com'],
    ['https://ivr.example.com/voice', 'IVR.example.com', 'https://ivr.example.com/voice'],
    ['https://ivr.example.com', 'evil"host', 'http://localhost'],
  ])(
    'with the public URL %s, a visitor of %s finds %s, and a call that is signed',
    async (publicUrl, host, here) => {
      const { body } = await get({ flows: [inspireWorks], publicUrl, authTokens: ['a-token'] }, { host });
      expect(body).toContain(`  ${here}/test-xml  what the levels say\n`);
      expect(body).toContain(`To call it without a telephone:\n  npx plivo-jsx phone ${here}/ivr --sign\n`);
      expect(body).not.toContain('curl');
      expect(body).not.toContain('a-token');
    },
  );

  test.each(['a:99999', '256.256.256.256', '1.2.3.4.5', '[:]', '[::1]:65536', 'xn--a'])(
    'finds localhost for the host "%s", which no URL can have',
    async (host) => {
      const { status, body } = await get({ flows: [inspireWorks] }, { accept: browser, host });
      expect(status).toBe(200);
      expect(body).toContain('<a href="http://localhost/test-xml">/test-xml</a>');
    },
  );

  test('says that no flow is served', async () => {
    const { body } = await get({});
    expect(body).toContain('No flow is served.\n\nTo look at:\n');
    expect(body).not.toContain('To call it');
  });

  test('writes no line into the log and counts nothing', async () => {
    const app = await serve({ flows: [inspireWorks], development: true });
    const { status } = await app.get('/');
    expect([status, app.taken(), await app.counted()]).toEqual([200, [], []]);
    await app.close();
  });
});

describe('/ is not the start page', () => {
  const empty = { status: 404, type: undefined, body: '' };

  test('in production', async () => {
    expect(await get({ flows: [inspireWorks], development: false }, { accept: browser })).toEqual(empty);
  });

  test('where a level is', async () => {
    expect((await get({ flows: [atRoot] })).body).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response></Response>',
    );
  });

  test('where the author adds a route, before or after', async () => {
    const app = await createApp({ flows: [inspireWorks], development: true });
    app.get('/', () => 'mine');
    expect((await app.inject('/')).body).toBe('mine');
  });

  test('for a call: Plivo gets an apology', async () => {
    const { type, body } = await get({ flows: [inspireWorks] }, {}, '/?CallUUID=a-call');
    expect(type).toBe('application/xml; charset=utf-8');
    expect(body).toContain('We are sorry');
  });

  test('for a request with a wrong signature', async () => {
    const options = { flows: [inspireWorks], publicUrl: 'https://ivr.example.com', authTokens: ['a-token'] };
    expect(await get(options, { 'x-plivo-signature-v3': 'wrong' })).toEqual(empty);
  });

  test('for another method or path', async () => {
    const app = await createApp({ flows: [inspireWorks], development: true });
    expect((await app.inject({ method: 'DELETE', url: '/' })).statusCode).toBe(404);
    expect((await app.inject('/index.html')).statusCode).toBe(404);
  });
});
