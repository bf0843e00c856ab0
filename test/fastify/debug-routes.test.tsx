import { Dial, flow, Hangup, level, Link, Number, Redirect, Response } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { describe, expect, test } from 'vitest';
import inspireWorks from '../../flows/inspire-works/flow.ts';
import { trouble } from './trouble.tsx';

describe('/debug', () => {
  test('shows what arrived by POST, and which address the app believes it has', async () => {
    const app = await createApp();
    const { headers, body } = await app.inject({
      method: 'POST',
      url: '/debug?lang=en',
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:5000' },
      payload: 'CallUUID=a-call&Digits=1',
    });
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({
      method: 'POST',
      url: '/debug?lang=en',
      headers: { host: 'localhost:5000' },
      fields: { CallUUID: 'a-call', Digits: '1' },
      addressOfThisApp: 'http://localhost:5000',
      addressComesFrom: 'the Host header of this request',
      signatures: 'not checked (local use)',
    });
  });

  test('shows what arrived by GET', async () => {
    const app = await createApp();
    const { body } = await app.inject('/debug?CallUUID=a-call');
    expect(JSON.parse(body)).toMatchObject({ method: 'GET', fields: { CallUUID: 'a-call' } });
  });

  test('shows the public address, whatever a proxy says, and never a token', async () => {
    const app = await createApp({ publicUrl: 'https://ivr.example.com', authTokens: ['made-up-token'] });
    const { body } = await app.inject({ url: '/debug', headers: { 'x-forwarded-host': 'evil.example' } });
    expect(JSON.parse(body)).toMatchObject({
      addressOfThisApp: 'https://ivr.example.com',
      addressComesFrom: 'PUBLIC_URL or the option publicUrl',
      signatures: 'every webhook must be signed',
    });
    expect(body).not.toContain('made-up-token');
  });

  test('has a line for each thing, since a person reads it', async () => {
    const app = await createApp({ publicUrl: 'https://ivr.example.com' });
    const { body } = await app.inject('/debug');
    expect(body).toMatch(
      /^\{\n {2}"method": "GET",\n[^]*\n {2}"addressOfThisApp": "https:\/\/ivr\.example\.com",\n {2}"addressComesFrom"/,
    );
    expect(body.endsWith('}\n')).toBe(true);
  });

  test.each(['evil"host', 'a b', 'host/path', 'user@host'])('does not believe the host %j', async (host) => {
    const app = await createApp();
    const { body } = await app.inject({ url: '/debug', headers: { host } });
    expect(JSON.parse(body)).toMatchObject({ addressOfThisApp: 'http://localhost' });
  });
});

describe('/test-xml', () => {
  test('shows the documents of a flow’s examples, readable', async () => {
    const app = await createApp({ flows: [inspireWorks], publicUrl: 'https://ivr.example.com' });
    const { headers, body } = await app.inject('/test-xml');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body.match(/^## .*$/gm)).toEqual([
      '## Level 1: which language?',
      '## Level 2 in en',
      '## Level 2 in es',
      '## Level 3 in en: the message',
      '## Level 3 in en: an associate',
      '## After a busy transfer in en',
      '## Level 3 in es: the message',
      '## Level 3 in es: an associate',
      '## After a busy transfer in es',
      '## A key that no menu has',
    ]);
    expect(body).toContain(
      [
        '## A key that no menu has',
        '/ivr/action?lang=en  Digits=9',
        '',
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<Response>',
        '  <Speak voice="WOMAN" language="en-US">Invalid input.</Speak>',
        '  <Redirect>https://ivr.example.com/ivr?try=2</Redirect>',
        '</Response>',
      ].join('\n'),
    );
  });

  test('shows where a flow without examples begins', async () => {
    const app = await createApp({ flows: [trouble], publicUrl: 'https://ivr.example.com' });
    const { body } = await app.inject('/test-xml');
    expect(body).toContain('# trouble\n');
    expect(body).toContain('  <Speak>The menu.</Speak>');
  });

  test('shows what is wrong with an example, and all the others', async () => {
    const level = trouble.levels.find(({ path }) => path === '/trouble/nesting')!;
    const [first] = trouble.examples();
    const bad = { title: 'Broken', link: new Link(level.path, level.path) };
    const flow = { ...trouble, examples: () => [bad, first!] };
    const app = await createApp({ flows: [flow], publicUrl: 'https://ivr.example.com' });
    const { statusCode, body } = await app.inject('/test-xml');
    expect(statusCode).toBe(200);
    expect(body).toContain('## Broken\n/trouble/nesting\n\n<Speak> cannot be inside <Dial>.');
    expect(body).toContain('Fix: <Dial> takes only <Number> or <User>; move the <Speak> before or after');
    expect(body).toContain('<Speak>The menu.</Speak>');
  });

  test('hides the number that a flow calls', async () => {
    const transfer = level('/transfer', () => (
      <Response>
        <Dial>
          <Number>+15550123456</Number>
        </Dial>
      </Response>
    ));
    const app = await createApp({
      flows: [flow('transfer', { levels: [transfer] })],
      publicUrl: 'https://ivr.example.com',
    });
    const { body } = await app.inject('/test-xml');
    expect(body).toContain('<Number>[hidden]</Number>');
    expect(body).not.toContain('15550123456');
  });

  test('shows a flow whose examples cannot be made, and one that does not answer', async () => {
    const hangs = level('/hangs', () => new Promise<never>(() => {}));
    const odd = level('/odd', () => <Response />);
    const app = await createApp({
      flows: [
        flow('odd', {
          levels: [odd],
          examples: () => {
            throw new Error('no examples today');
          },
        }),
        flow('slow', { levels: [hangs] }),
      ],
      deadline: 20,
    });
    const { statusCode, body } = await app.inject('/test-xml');
    expect(statusCode).toBe(200);
    expect(body).toContain('# odd\n\nno examples today');
    expect(body).toContain('/hangs\n\nNothing came within 20 ms.');
  });

  test.each([true, false])(
    'runs components once and tells nothing of their errors where anyone may ask (development: %s)',
    async (development) => {
      let runs = 0;
      const fails = level('/fails', () => {
        runs += 1;
        throw new Error('the password is in this sentence');
      });
      const app = await createApp({
        flows: [flow('fails', { levels: [fails] })],
        publicUrl: 'https://ivr.example.com',
        authTokens: ['a-made-up-token'],
        development,
      });
      const pages = [await app.inject('/test-xml'), await app.inject('/test-xml')];
      expect(pages.map(({ body }) => body)).toEqual(
        Array(2).fill(
          '# fails\n\n## The first level\n/fails\n\nThis example cannot be shown; the log says why.\n',
        ),
      );
      expect(runs).toBe(1);
    },
  );

  test('names the levels that no example requests, and how to see them', async () => {
    const second = level('/menu/second', () => (
      <Response>
        <Hangup />
      </Response>
    ));
    const first = level('/menu', () => (
      <Response>
        <Redirect>{second()}</Redirect>
      </Response>
    ));
    const app = await createApp({ flows: [flow('menu', { levels: [first, second] })] });
    expect((await app.inject('/test-xml')).body).toMatch(
      /\n\nNot shown: \/menu\/second\. The option examples of the flow lists requests\.\n$/,
    );
  });

  test('is empty without flows', async () => {
    const app = await createApp();
    expect((await app.inject('/test-xml')).body).toBe('');
  });
});
