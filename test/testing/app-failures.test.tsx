import Fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import { setTimeout as timer } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';
import { callback, Dial, flow, GetDigits, Hangup, level, Number as Phone, Response, Speak } from 'plivo-jsx';
import plivoJsx, { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import 'plivo-jsx/testing/vitest';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as z from 'zod';

const ordersOf = (number: string | undefined): string[] => {
  throw new TypeError(`No orders of ${number}.`);
};

const menu = level('/shop', () => (
  <Response>
    <GetDigits action={orders()} numDigits={1} timeout={7}>
      <Speak>Press a key.</Speak>
    </GetDigits>
  </Response>
));
const orders = level('/shop/orders', ({ call: { from } }) => (
  <Response>
    <Speak>You have {ordersOf(from).length} orders.</Speak>
  </Response>
));
const wrong = level('/shop/wrong', () => (
  <Response>
    <Dial>
      <Speak>Hello</Speak>
    </Dial>
  </Response>
));
const strict = level('/shop/strict', { params: z.object({ lang: z.enum(['en', 'es']) }) }, () => (
  <Response>
    <Hangup />
  </Response>
));
const transfer = level('/shop/transfer', () => (
  <Response>
    <Dial callbackUrl={dialled()}>
      <Phone>+15550123456</Phone>
    </Dial>
  </Response>
));
const dialled = callback('/shop/dialled', () => {
  throw new Error('No database.');
});
const late = level('/shop/late', () => (
  <Response>
    <Dial callbackUrl={lateNotice()}>
      <Phone>+15550123456</Phone>
    </Dial>
  </Response>
));
const lateNotice = callback('/shop/late-notice', async () => {
  await timer(1_500);
  throw new Error('No disk.');
});
const shop = flow('shop', { levels: [menu, orders, wrong, strict, transfer, dialled, late, lateNotice] });

const apology = 'We are sorry, something went wrong on our side. Please call again later. Goodbye.';

let app: Awaited<ReturnType<typeof createApp>>;
beforeAll(async () => void (app = await createApp({ flows: [shop] })));
afterAll(() => app.close());

const thrownBy = (verb: Promise<unknown>) =>
  verb.then(
    () => expect.unreachable('nothing failed'),
    (error: unknown) => error as Error & { code: string },
  );

const stackOf = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    return (error as Error).stack ?? '';
  }
  return expect.unreachable('nothing failed');
};

describe('when a level fails, the verb of the test rejects', () => {
  test('with the error, its place, the line of the test and the last lines of the call', async () => {
    const phone = await call(app, '/shop');
    const error = await thrownBy(phone.press('1'));
    expect(error.message).toMatchInlineSnapshot(`
      "The app failed: /shop/orders failed; the caller hears an apology.
      <level /shop/orders> failed.
        at <level /shop/orders> (test/testing/app-failures.test.tsx:23:16)
      Fix: look at the cause below, or catch it inside <level /shop/orders>. [E_COMPONENT]
      Cause: TypeError: No orders of [hidden]. (test/testing/app-failures.test.tsx:13:9)
        at test/testing/app-failures.test.tsx:87:40
      Fix: mend the app, or give call the option failures: 'allow' if the test expects it. [E_APP_FAILED]
      What happened:

         0.0  POST /shop → 200
         0.0  “Press a key.” (en-US, WOMAN)
         1.2  waits 7 s for a key
         1.2  caller presses 1
         1.2  POST /shop/orders → 200
         1.2  the app failed: /shop/orders failed; the caller hears an apology.
              <level /shop/orders> failed.
                · at <level /shop/orders> (test/testing/app-failures.test.tsx:23:16)
              Fix: look at the cause below, or catch it inside <level /shop/orders>. [E_COMPONENT]
              Cause: TypeError: No orders of [hidden]. (test/testing/app-failures.test.tsx:13:9)
         1.2  “We are sorry, something went wrong on our side. Please call again later. Goodbye.” (en-US, WOMAN)
         8.0  ended: 4000 Normal Hangup
      "
    `);
    expect(error.stack).toMatch(/\n {4}at \S*app-failures\.test\.tsx:87:40\n/);
    expect(error.cause).toMatchObject({ code: 'E_COMPONENT', cause: expect.any(TypeError) });
  });

  test('and so does the start of the call', async () => {
    await expect(call(app, '/shop/wrong')).rejects.toMatchObject({
      code: 'E_APP_FAILED',
      cause: { code: 'E_NESTING' },
    });
  });

  test.each([
    ['a path that no level has', '/nowhere', 'Plivo requested a path that no level has'],
    ['a level that is gone', '/shop/gone', 'The flow shop has no such level; the flow starts over.'],
    ['parameters that the level does not accept', '/shop/strict?lang=tlh', 'that it does not accept'],
  ])('also for %s', async (_what, path, sentence) => {
    await expect(call(app, path)).rejects.toThrow(sentence);
  });

  test('a wrong path is named, with the level that was meant and one fix', async () => {
    const { message } = await thrownBy(call(app, '/shp'));
    expect(message).toMatch(
      /^The app failed: Plivo requested a path that no level has; the caller hears an apology\.\nNo flow has a level at \/shp\. Did you mean \/shop\?\n  at test\/testing\/app-failures\.test\.tsx:\d+:\d+\nFix: use one of \/shop, \/shop\/orders, \/shop\/wrong, \/shop\/strict, \/shop\/transfer, \/shop\/late \[E_NO_LEVEL\], or give call/,
    );
    const gone = await thrownBy(call(app, '/shop/order'));
    expect(gone.message).toContain('No flow has a level at /shop/order. Did you mean /shop/orders?');
  });

  test('a refused parameter is named, with what its schema says and the place, without its value', async () => {
    const error = await thrownBy(call(app, '/shop/strict?lang=tlh'));
    expect(error.message).toMatch(
      /\/shop\/strict does not accept these parameters\.\n  lang: Invalid option: expected one of "en"\|"es"\n  at <level \/shop\/strict> \(test\/testing\/app-failures\.test\.tsx:\d+:\d+\)\n  at .*\nFix: write an address that the schema accepts, or give lang in its schema a value to fall back on, as \.catch\(…\) of Zod does \[E_PARAMS\], or/,
    );
    expect(error.message.match(/^Fix: /gm)).toHaveLength(1);
    expect(error.cause).toMatchObject({ code: 'E_PARAMS' });
  });

  test('in production neither a path nor a parameter is told', async () => {
    const live = await createApp({ flows: [shop], development: false });
    onTestFinished(() => live.close());
    const strictly = await thrownBy(call(live, '/shop/strict?lang=tlh'));
    expect(strictly.message).not.toContain('lang:');
    expect((await thrownBy(call(live, '/shp'))).message).toContain(
      'Fix: compare the URLs in the console of Plivo with the levels that are listed at start.',
    );
  });

  test('and for a callback whose handler throws, which no caller hears', async () => {
    const phone = await call(app, '/shop/transfer');
    const error = await thrownBy(phone.dialOutcome('answer'));
    expect(error.message).toContain('/shop/dialled failed on a notice.\nError: No database. (test/testing/');
  });

  test('once: the next verb goes on', async () => {
    const phone = await call(app, '/shop/transfer');
    await expect(phone.dialOutcome('answer')).rejects.toThrow('No database.');
    await phone.hangUp().catch(() => {});
    expect(phone).toHaveEnded('Normal Hangup');
  });

  test('each call gets its own failures', async () => {
    const [ana, bob] = await Promise.all([call(app, '/shop'), call(app, '/shop')]);
    const [failed, quiet] = await Promise.allSettled([ana.press('1'), bob.wait(1)]);
    expect([failed.status, quiet.status]).toEqual(['rejected', 'fulfilled']);
  });

  test('and nothing is printed, since the test says it', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => printed.mockRestore());
    await call(app, '/shop/wrong', { failures: 'allow' });
    expect(printed).not.toHaveBeenCalled();
    await app.inject({ method: 'POST', url: '/shop/wrong' });
    expect(printed).toHaveBeenCalledOnce();
  });

  test('but one after the last reply is printed, since perhaps no verb follows; one that follows says it too', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => printed.mockRestore());
    const impatient = await createApp({ flows: [shop], deadline: 100 });
    onTestFinished(() => impatient.close());
    const phone = await call(impatient, '/shop/late');
    await phone.dialOutcome('answer');
    await expect
      .poll(() => printed.mock.calls.join(), { timeout: 5_000 })
      .toContain('/shop/late-notice failed on a notice.\n  No disk.');
    await expect(phone.hangUp()).rejects.toThrow('No disk.');
  });

  test('in an app that checks signatures, too', async () => {
    const publicUrl = 'https://ivr.example.com';
    const signed = await createApp({ flows: [shop], publicUrl, authTokens: ['secret'], development: false });
    await expect(call(signed, '/shop/orders', { publicUrl, token: 'secret' })).rejects.toThrow(
      'No orders of',
    );
  });

  test('and in a route without a flow', async () => {
    const host = Fastify();
    await host.register(plivoJsx);
    host.post('/answer', () => {
      throw new Error('No tickets.');
    });
    await expect(call(host, '/answer')).rejects.toThrow('Error: No tickets. (test/testing/');
  });
});

describe('an app that cannot even be asked', () => {
  test.each([
    ['an error of another realm, as in Jest', runInNewContext('new Error("No cookie.")')],
    ['an error of this realm', new Error('No cookie.')],
  ])('%s is the cause', async (_what, error: unknown) => {
    const broken = { ready: async () => {}, inject: () => Promise.reject(error) };
    const thrown = await thrownBy(call(broken as never, '/t'));
    expect(thrown.message).toMatch(/^The app failed: No cookie\.\n/);
    expect(thrown.cause).toBe(error);
    expect(thrown.message).not.toContain('start the server');
  });
});

describe('a test of an apology', () => {
  test('allows failures, and expects the apology', async () => {
    const phone = await call(app, '/shop', { failures: 'allow' });
    expect(phone).not.toHaveApologised();
    await phone.press('1');
    expect(phone).toHaveApologised();
    expect(phone).toHaveApologised('No orders of');
    expect(phone).toHaveApologised(/^\/shop\/orders failed/);
    expect(phone).not.toHaveApologised('No tickets');
    expect(phone).toHaveHeard(apology);
    expect(phone).toHaveEnded('Normal Hangup');
    expect(phone.transcript()).toContain('the app failed: /shop/orders failed; the caller hears an apology.');
    expect(phone.events.find(({ event }) => event === 'failure')).toMatchObject({
      answer: 'apology',
      path: '/shop/orders',
      error: { code: 'E_COMPONENT' },
    });
  });

  test('a wrong expectation has no frame in the app, of which the transcript tells', async () => {
    const phone = await call(app, '/shop/orders', { failures: 'allow' });
    const stack = stackOf(() => expect(phone).toHaveApologised('No tickets'));
    expect(stack).toContain('· at <level /shop/orders>');
    expect(stack).not.toMatch(/^\s*at <level/m);
  });

  test('a flow that starts over has not apologised', async () => {
    const phone = await call(app, '/shop/gone', { failures: 'allow' });
    expect(phone).toHaveHeard('Let us start over.');
    expect(() => expect(phone).toHaveApologised()).toThrow(
      'Expected the app to apologise for a failure. What happened:',
    );
  });

  test('another word for the option is refused', async () => {
    await expect(call(app, '/shop', { failures: 'ignore' as never })).rejects.toThrow('[E_OPTION]');
  });
});

describe('over HTTP the app says it in a header', () => {
  const served = async (options: Parameters<typeof createApp>[0]) => {
    const other = await createApp({ flows: [shop], ...options });
    onTestFinished(() => other.close());
    await other.listen({ host: '127.0.0.1', port: 0 });
    return `http://127.0.0.1:${(other.server.address() as AddressInfo).port}/shop/orders`;
  };
  const failureIn = (phone: Awaited<ReturnType<typeof call>>) =>
    phone.events.find(({ event }) => event === 'failure');

  test('in production it does not', async () => {
    const phone = await call(await served({ development: false }));
    expect(phone).toHaveHeard(apology);
    expect(failureIn(phone)).toBeUndefined();
  });

  test('in development without a token it says what failed and where, without the caller’s number', async () => {
    const url = await served({ development: true });
    await expect(call(url, { from: '15550104711' })).rejects.toThrow('/shop/orders failed');
    const phone = await call(url, { from: '15550104711', failures: 'allow' });
    expect(phone).toHaveApologised('TypeError: No orders of [hidden]. (test/testing/app-failures.test.tsx:');
    expect(JSON.stringify(failureIn(phone))).not.toContain('4711');
  });

  test('in development with a token it says only that it failed', async () => {
    const publicUrl = 'https://ivr.example.com';
    const url = await served({ publicUrl, authTokens: ['secret'], development: true });
    const phone = await call(url, { token: 'secret', publicUrl, failures: 'allow' });
    expect(failureIn(phone)).toEqual({
      at: 0,
      event: 'failure',
      answer: 'apology',
      message: '',
      path: '/shop/orders',
    });
    await expect(call(url, { token: 'secret', publicUrl })).rejects.toThrow('it does not say why');
  });
});
