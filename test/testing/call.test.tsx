import Fastify from 'fastify';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  Dial,
  flow,
  GetDigits,
  GetInput,
  level,
  Number as Phone,
  Record,
  Redirect,
  Response,
  Speak,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const menu = level('/shop', () => (
  <Response>
    <GetDigits action={choice()} numDigits={1} timeout={7}>
      <Speak>Press a key.</Speak>
    </GetDigits>
    <Speak>Nothing was pressed.</Speak>
  </Response>
));
const choice = level('/shop/choice', ({ call: { digits } }) => (
  <Response>
    <Speak>You pressed {digits}.</Speak>
    <Dial>
      <Phone>+15550123456</Phone>
    </Dial>
    <Speak>Back again.</Speak>
  </Response>
));
const voice = level('/shop/voice', () => (
  <Response>
    <GetInput action={heard()} inputType="speech">
      <Speak>What would you like?</Speak>
    </GetInput>
  </Response>
));
const heard = level('/shop/heard', ({ call: { speech } }) => (
  <Response>
    <Speak>You said {speech}.</Speak>
    <Record action={recorded()} />
  </Response>
));
const recorded = level('/shop/recorded', () => (
  <Response>
    <Redirect>{menu()}</Redirect>
  </Response>
));

let app: Awaited<ReturnType<typeof createApp>>;
let url: string;

beforeAll(async () => {
  app = await createApp({ flows: [flow('shop', { levels: [menu, choice, voice, heard, recorded] })] });
  await app.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});

afterAll(() => app.close());

const texts = (phone: { heard: readonly { text: string }[] }) => phone.heard.map(({ text }) => text);

describe('a call', () => {
  test('comes back when the app waits for the caller', async () => {
    const phone = await call(app, '/shop');
    expect(texts(phone)).toEqual(['Press a key.']);
    expect(phone.asking).toMatchObject({ element: 'GetDigits', numDigits: 1, typed: '' });
    expect(phone.ended).toBeUndefined();
  });

  test('begins where the first flow of the app begins, when no path is given', async () => {
    expect(texts(await call(app))).toEqual(['Press a key.']);
  });

  test('is told what was heard, where, and what the app was asked for', async () => {
    const phone = await call(app, '/shop');
    await phone.press('4');
    await phone.dialOutcome('completed', { seconds: 12 });
    expect(phone.heard).toEqual([
      { at: 0, text: 'Press a key.', language: 'en-US', voice: 'WOMAN' },
      { at: 1.2, text: 'You pressed 4.', language: 'en-US', voice: 'WOMAN' },
      { at: 19.8, text: 'Back again.', language: 'en-US', voice: 'WOMAN' },
    ]);
    expect(phone.document).toContain('<Speak>You pressed 4.</Speak>');
    expect(phone.requests).toMatchObject([
      { method: 'POST', path: '/shop', status: 200 },
      { method: 'POST', path: '/shop/choice', status: 200, params: { Digits: '4' } },
    ]);
    expect(phone.ended).toMatchObject({ code: 4010, name: 'End Of XML Instructions' });
  });

  test('can be spoken to and recorded', async () => {
    const phone = await call(app, '/shop/voice');
    await phone.say('a red bicycle');
    expect(texts(phone).at(-1)).toBe('You said a red bicycle.');
    expect(phone.state.type).toBe('recording');
    await phone.record(3);
    await phone.hangUp();
    expect(phone.ended).toMatchObject({ code: 4000, source: 'Caller' });
  });

  test('waits as long as it is told, or until something happens', async () => {
    const phone = await call(app, '/shop');
    await phone.wait(5);
    expect(phone.asking).toBeDefined();
    await phone.wait();
    expect(texts(phone).at(-1)).toBe('Nothing was pressed.');
  });

  test('is two calls when there are two callers at once', async () => {
    const [ana, bob] = await Promise.all([call(app, '/shop'), call(app, '/shop')]);
    await Promise.all([ana.press('1'), bob.press('2')]);
    await bob.dialOutcome('busy');
    await ana.hangUp();
    expect(texts(ana)).toEqual(['Press a key.', 'You pressed 1.']);
    expect(texts(bob)).toEqual(['Press a key.', 'You pressed 2.', 'Back again.']);
  });

  test('goes to a server over HTTP just as well', async () => {
    const phone = await call(`${url}/shop`);
    await phone.press('1');
    expect(texts(phone)).toEqual(['Press a key.', 'You pressed 1.']);
  });

  test('ends with Plivo’s own code where a server has no such address', async () => {
    const phone = await call(Fastify(), '/nowhere');
    expect(phone.ended).toMatchObject({
      code: 7011,
      name: 'Error Reaching Answer URL',
      message: 'The answer URL (/nowhere) replied with status 404, and Plivo takes only 2xx.',
    });
  });

  test('hears an apology where the app has no such address', async () => {
    const phone = await call(app, '/nowhere', { failures: 'allow' });
    expect(texts(phone)).toEqual([
      'We are sorry, something went wrong on our side. Please call again later. Goodbye.',
    ]);
    expect(phone.ended).toMatchObject({ code: 4000 });
  });
});

test('a link to another host does not count as one to the app', async () => {
  const away = level('/away', () => (
    <Response>
      <Redirect>https://elsewhere.example.com/away</Redirect>
    </Response>
  ));
  const phone = await call(await createApp({ flows: [flow('away', { levels: [away] })] }), '/away');
  expect(phone.ended).toMatchObject({
    code: 7014,
    message:
      'The URL of <Redirect> (/away) could not be reached: https://elsewhere.example.com is not the app that is called (2 tries).',
    fix: 'if that address is of the app, give call() the option publicUrl.',
  });
});

describe('a call to an app that checks signatures', () => {
  const publicUrl = 'https://ivr.example.com';
  const level1 = level('/signed', () => (
    <Response>
      <Speak>Hello.</Speak>
    </Response>
  ));
  const signedApp = createApp({
    flows: [flow('signed', { levels: [level1] })],
    publicUrl,
    authTokens: ['a-made-up-token'],
  });

  test('is answered when it is signed with the token, over the public address', async () => {
    const phone = await call(await signedApp, '/signed', { publicUrl, token: 'a-made-up-token' });
    expect(texts(phone)).toEqual(['Hello.']);
  });

  test('is rejected when it is not', async () => {
    for (const options of [{ publicUrl }, { publicUrl, token: 'another-token' }]) {
      const phone = await call(await signedApp, '/signed', options);
      expect(phone.ended).toMatchObject({ code: 7011 });
      expect(phone.requests[0]?.status).toBe(403);
    }
  });
});

describe('what a test does wrong', () => {
  test('is told with what the call does: an outcome when nobody is called', async () => {
    const phone = await call(app, '/shop');
    await expect(phone.dialOutcome('busy')).rejects.toThrow('[E_PHONE_VERB]');
  });

  test('is told: a command after the end', async () => {
    const phone = await call(app, '/shop');
    await phone.hangUp();
    await expect(phone.press('1')).rejects.toThrow('[E_PHONE_OVER]');
    await expect(phone.press('1')).rejects.toThrow('   1.2  ended: 4000 Normal Hangup\n');
  });

  test('is told: a key that no telephone has', async () => {
    const phone = await call(app, '/shop');
    await expect(phone.press('x')).rejects.toThrow('[E_PHONE_KEYS]');
  });

  test('is told: an outcome that Plivo does not have', async () => {
    const phone = await (await call(app, '/shop')).press('1');
    await expect(phone.dialOutcome('bussy' as never)).rejects.toThrow(
      /^The option outcome is "bussy"\.\n {2}at test\/testing\/call\.test\.tsx:\d+:24\nFix: write completed, busy, failed, timeout, no-answer, cancel or answer\. \[E_OPTION\]\nWhat happened:\n\n {3}0\.0 {2}POST \/shop → 200\n/,
    );
  });

  test('is told: something that is no app', async () => {
    await expect(call({} as never, '/shop')).rejects.toThrow(
      'The option app is no Fastify app.\nFix: give what createApp() or Fastify() made, or the address of a server. [E_OPTION]',
    );
  });

  test('is mended: a path without its slash', async () => {
    expect(texts(await call(app, 'shop'))).toEqual(['Press a key.']);
  });

  test('is told: an address that is none', async () => {
    await expect(call('shop')).rejects.toThrow('[E_PHONE_URL]');
  });
});

test('a call needs no test runner', async () => {
  const script = `
    import assert from 'node:assert/strict';
    import { call, matchers } from 'plivo-jsx/testing';
    const phone = await call('${url}/shop');
    await phone.press('1');
    assert.ok(matchers.toHaveHeard(phone, 'You pressed 1.').pass);
    assert.ok(!matchers.toHaveEnded(phone).pass);
  `;
  const args = ['--conditions=plivo-jsx-source', '--import', 'tsx', '--input-type=module', '--eval', script];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  expect([code, told]).toEqual([0, '']);
}, 30_000);
