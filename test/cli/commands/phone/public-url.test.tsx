/* An app whose public address has a path, behind a reverse proxy on loopback: called through the proxy, past it, and in the test. */
import Fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import { flow, GetDigits, level, Response, Speak, verifyRequest } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { startCall } from 'plivo-jsx/phone';
import { call, type App } from 'plivo-jsx/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runMain } from '../../run-main.ts';
import { startProxy, type Route } from '../../../support/reverse-proxy.ts';

const token = 'made-up-token-4711';

/** An app that is public below a path, listens on loopback and lets nobody but Plivo in. */
interface Deployed {
  readonly app: App;
  readonly publicUrl: string;
  /** Where the app listens. */
  readonly local: string;
}

/** A flow of plivo-jsx, behind a proxy that strips the path. */
async function strippedApp(path = '/voice'): Promise<Deployed> {
  let route: Route;
  const publicUrl = `http://127.0.0.1:${await startProxy(() => route)}${path}`;
  const top = level('/shop', () => (
    <Response>
      <GetDigits action={next()} numDigits={1}>
        <Speak>Press one.</Speak>
      </GetDigits>
    </Response>
  ));
  const next = level('/shop/next', ({ call: { digits } }) => (
    <Response>
      <Speak>You pressed {digits}.</Speak>
    </Response>
  ));
  const flows = [flow('shop', { levels: [top, next] })];
  const app = await createApp({ flows, publicUrl, authTokens: [token] });
  onTestFinished(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  route = { path, port, keepsPath: false };
  return { app, publicUrl, local: `http://127.0.0.1:${port}` };
}

/** An app without plivo-jsx, behind a proxy that keeps the path. */
async function keptApp(): Promise<Deployed> {
  let route: Route;
  const origin = `http://127.0.0.1:${await startProxy(() => route)}`;
  const app = Fastify();
  const documents: { readonly [path: string]: string } = {
    '/voice/shop': `<Response><GetDigits action="${origin}/voice/next" numDigits="1"><Speak>Press one.</Speak></GetDigits></Response>`,
    '/voice/next': '<Response><Speak>You pressed 1.</Speak></Response>',
  };
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: unknown, text: string | Buffer) => Object.fromEntries(new URLSearchParams(String(text))),
  );
  app.post('/*', async ({ url, body, headers }, reply) => {
    const { ok } = verifyRequest(
      {
        method: 'POST',
        url: origin + url,
        params: body as { readonly [name: string]: string },
        signature: headers['x-plivo-signature-v3'] as string,
        nonce: headers['x-plivo-signature-v3-nonce'] as string,
      },
      token,
    );
    return reply
      .code(ok ? 200 : 403)
      .type('text/xml')
      .send(ok ? documents[url] : '');
  });
  onTestFinished(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  route = { path: '/voice', port, keepsPath: true };
  return { app, publicUrl: `${origin}/voice`, local: `http://127.0.0.1:${port}` };
}

const heardBy = ({ heard }: { readonly heard: readonly { readonly text: string }[] }) =>
  heard.map(({ text }) => text);

const phone = (...args: string[]) => runMain(['phone', ...args, '--script', '1', '--token', token]);

describe.each([
  ['strips', strippedApp, '/shop', '/voice/shop/next'],
  ['keeps', keptApp, '/voice/shop', '/voice/next'],
] as const)('behind a proxy that %s the path of the public address', (_, deploy, path, next) => {
  test('the phone calls the app through the proxy', async () => {
    const { publicUrl } = await deploy();
    const { code, stdout } = await phone(`${publicUrl}/shop`);
    expect(stdout).toContain('“You pressed 1.”');
    expect(code).toBe(0);
    const signed = await runMain(['phone', `${publicUrl}/shop`, '--sign', '--script', '1'], {
      PUBLIC_URL: publicUrl,
      PLIVO_AUTH_TOKEN: token,
    });
    expect([signed.code, signed.stdout]).toEqual([0, stdout]);
  });

  test('the phone calls the app past the proxy, signs the public address and sends its links to the app', async () => {
    const { local, publicUrl } = await deploy();
    const { code, stdout } = await phone(local + path, '--public-url', `${publicUrl}/`);
    expect(stdout).toContain('“You pressed 1.”');
    expect(code).toBe(0);
    const started = await startCall(local + path, { publicUrl, token });
    await started.press('1');
    expect(started.requests.map((sent) => sent.path)).toEqual(['/voice/shop', next]);
  });

  test('a test calls the app in its own process', async () => {
    const { app, publicUrl } = await deploy();
    const called = await call(app, path, { publicUrl, token });
    await called.press('1');
    expect(heardBy(called)).toEqual(['Press one.', 'You pressed 1.']);
  });

  test('the doctor finds nothing wrong with its signatures and links, through the proxy and past it', async () => {
    const { local, publicUrl } = await deploy();
    const env = { PUBLIC_URL: publicUrl, PLIVO_AUTH_TOKEN: token };
    for (const [url, at] of [
      [publicUrl, '/shop'],
      [local, path],
    ] as const) {
      const { code, stdout } = await runMain(['doctor', '--url', url, '--path', at], env);
      expect(stdout).toMatch(/^ok {7}A request that is signed .* is accepted\.$/m);
      expect(stdout).toContain(`ok       Its links lead to ${publicUrl}.\n`);
      expect(code).toBe(0);
    }
  });
});

describe('a path that the app has as well', () => {
  test('is taken for one that the proxy keeps; --local-url says that it strips it', async () => {
    const { local, publicUrl } = await strippedApp('/shop');
    const refused = await phone(`${local}/shop`, '--public-url', publicUrl);
    expect(refused.stdout).toContain(
      `fix: check the auth token and the public URL (--public-url); the signature is for ${publicUrl}.\n`,
    );
    expect(refused.code).toBe(1);
    const { code, stdout } = await phone(`${local}/shop`, '--public-url', publicUrl, '--local-url', local);
    expect(stdout).toContain('“You pressed 1.”');
    expect(code).toBe(0);
  });

  test('is not the public one for a test of a plivo-jsx app, whose paths have nothing before them', async () => {
    const { app, publicUrl } = await strippedApp('/shop');
    const called = await call(app, '/shop', { publicUrl, token });
    await called.press('1');
    expect(heardBy(called)).toEqual(['Press one.', 'You pressed 1.']);
    expect(called.requests.map((sent) => sent.path)).toEqual(['/shop/shop', '/shop/shop/next']);
  });
});

test('a test is told when a document leads to the same host, but not below the path of the app', async () => {
  const publicUrl = 'https://ivr.example.com/voice';
  const away = level('/away', () => (
    <Response>
      <Speak>Away.</Speak>
      {/* Links do not lead out of the app, so this is a plain address. */}
      <GetDigits action="https://ivr.example.com/other" numDigits={1} />
    </Response>
  ));
  const app = await createApp({ flows: [flow('away', { levels: [away] })], publicUrl });
  const called = await call(app, '/away', { publicUrl });
  await called.press('1');
  expect(called.ended).toMatchObject({
    message:
      'The action of <GetDigits> (/other) could not be reached: https://ivr.example.com/other is not the app that is called (2 tries).',
    fix: 'if that address is of the app, give call() the option publicUrl.',
  });
});

test.each([
  [{ publicUrl: 'ivr.example.com' }, 'The option publicUrl is no address.'],
  [{ publicUrl: 'https://ivr.example.com/?a=1' }, 'The option publicUrl is no address.'],
  [{ localUrl: 'http://127.0.0.1:5000' }, 'The option localUrl is set without publicUrl.'],
  [
    { publicUrl: 'https://ivr.example.com', localUrl: 'http://127.0.0.1:5001' },
    'The option localUrl is not the beginning of the address that is called.',
  ],
])('%o is refused', async (options, sentence) => {
  await expect(startCall('http://127.0.0.1:5000/ivr', options)).rejects.toThrow(sentence);
});

test('the phone takes PUBLIC_URL for the address of a server on this machine, and follows its links there', async () => {
  const publicUrl = 'https://ivr.invalid/voice';
  const top = level('/shop', () => (
    <Response>
      <GetDigits action={next()} numDigits={1} />
    </Response>
  ));
  const next = level('/shop/next', () => (
    <Response>
      <Speak>Next.</Speak>
    </Response>
  ));
  const app = await createApp({ flows: [flow('shop', { levels: [top, next] })], publicUrl });
  onTestFinished(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const args = ['phone', `:${port}/shop`, '--script', '1'];
  const known = await runMain(args, { PUBLIC_URL: publicUrl });
  expect([known.stdout.includes('“Next.”'), known.code]).toEqual([true, 0]);
  const unknown = await runMain(args);
  expect(unknown.stdout).toContain(
    'fix: check the address, or add --public-url https://ivr.invalid if that is the address of the app that you call.\n',
  );
  expect(unknown.code).toBe(1);
});
