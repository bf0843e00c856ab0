import {
  callback,
  flow,
  GetDigits,
  Hangup,
  level,
  PlivoJsxError,
  Response,
  session,
  Speak,
  type Context,
} from 'plivo-jsx';
import { createApp, type Store } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { heard, serve, type Served } from '../served.ts';

/** A store that fails as Redis does for a command that it does not know: it quotes what it was given. */
function breakable() {
  const values = new Map<string, string>();
  const is = { down: false, uses: 0 };
  const use = <T,>(verb: string, args: readonly string[], result: () => T): Promise<T> => {
    is.uses++;
    if (!is.down) return Promise.resolve(result());
    const quoted = args.map((arg) => `'${arg}'`).join(' ');
    return Promise.reject(new Error(`ERR unknown command '${verb}', with args beginning with: ${quoted}`));
  };
  const store: Store = {
    get: (key) => use('GET', [key], () => values.get(key)),
    set: (key, value) => use('SET', [key, value], () => void values.set(key, value)),
    setIfAbsent: (key, value) => use('SET', [key, value], () => values.size < values.set(key, value).size),
  };
  return { is, store };
}

const card = session<{ number: string; name: string }>('card');
const secret = { number: '4929876543210987', name: 'Zaphod Beeblebrox' };
let runs = 0;

const ask = level('/pay', () => (
  <Response>
    <GetDigits action={note()} numDigits={1}>
      <Speak>Press a key.</Speak>
    </GetDigits>
    <Hangup />
  </Response>
));
const note = level('/pay/note', async ({ call: { digits } }, context) => {
  runs++;
  await card.set(context, secret);
  return (
    <Response>
      <Speak>Noted {digits}.</Speak>
    </Response>
  );
});
const wrapped = level('/pay/wrapped', async (_, context) => {
  try {
    await card.get(context);
  } catch (cause) {
    throw new Error('The basket is not there.', { cause });
  }
  return <Response />;
});
const Name = async (_: {}, context: Context) => {
  try {
    return <Speak>{(await card.get(context))?.name ?? 'Nobody'}</Speak>;
  } catch (error) {
    if (error instanceof PlivoJsxError && error.code === 'E_SESSION') return <Speak>Dear caller</Speak>;
    throw error;
  }
};
const greeted = level('/pay/greeted', () => (
  <Response>
    <Name />
  </Response>
));
const careless = level('/pay/careless', (_, context) => {
  void card.set(context, secret);
  void card.delete(context);
  return (
    <Response>
      <Speak>Careless.</Speak>
    </Response>
  );
});
const told = callback('/pay/told', (_, context) => card.get(context));
const pay = flow('pay', { levels: [ask, note, wrapped, greeted, careless, told] });

let is: ReturnType<typeof breakable>['is'];
let store: Store;
let served: Served;
// Each test has an app that has not met a failure yet: after one the store is not used for a second.
beforeEach(async () => {
  ({ is, store } = breakable());
  served = await serve({ flows: [pay], store });
});
afterEach(() => served.close());

const fields = { CallUUID: 'b7c1d2e3', From: '14155550100', Digits: '7' };

describe('when the store of the sessions is down', () => {
  test('the caller hears "One moment", the same level runs again with the same key, and the call goes on', async () => {
    is.down = true;
    runs = 0;
    const app = await createApp({ flows: [pay], store });
    const phone = await call(app);
    const pressed = phone.press('7');
    await expect.poll(() => runs).toBe(1);
    is.down = false;
    await pressed;
    expect(phone.heard.map(({ text }) => text)).toEqual(['Press a key.', 'One moment, please.', 'Noted 7.']);
    expect([runs, phone.ended?.name]).toEqual([2, 'End Of XML Instructions']);
    await app.close();
  });

  test('the first wait is short, and the next ones take five seconds', async () => {
    is.down = true;
    const first = await heard(await served.post('/pay/note', fields));
    expect([first.said, first.next]).toEqual([
      ['One moment, please.'],
      ['Redirect https://ivr.example.com/pay/note?__again=1'],
    ]);
    const second = await heard(await served.post('/pay/note', { ...fields, Digits: '8' }));
    expect([second.said, second.next]).toEqual([
      ['One moment, please.'],
      ['Wait', 'Redirect https://ivr.example.com/pay/note?__again=1'],
    ]);
  });

  test('after six waits the caller hears an apology', async () => {
    is.down = true;
    const other = { ...fields, CallUUID: 'c8d2e3f4' };
    for (let turn = 0; turn < 6; turn++) {
      const { said } = await heard(await served.post('/pay/note', { ...other, Digits: `${turn}` }));
      expect(said).toEqual(['One moment, please.']);
    }
    const { said, next } = await heard(await served.post('/pay/note', other));
    expect([said, next]).toEqual([[expect.stringContaining('We are sorry')], ['Hangup']]);
    // Somebody else has their own turns.
    const { said: others } = await heard(await served.post('/pay/note', { ...other, CallUUID: 'd9' }));
    expect(others).toEqual(['One moment, please.']);
  });

  test('an error that wraps it is the same', async () => {
    is.down = true;
    const { said } = await heard(await served.post('/pay/wrapped', { ...fields, CallUUID: 'e1' }));
    expect(said).toEqual(['One moment, please.']);
  });

  test('a component that can do without it catches the error', async () => {
    is.down = true;
    const { said } = await heard(await served.post('/pay/greeted', fields));
    expect(said).toEqual(['Dear caller']);
  });

  test('a promise that nobody awaits does not end the process', async () => {
    const unhandled: unknown[] = [];
    const keep = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', keep);
    is.down = true;
    const { said } = await heard(await served.post('/pay/careless', fields));
    await wait(20);
    process.off('unhandledRejection', keep);
    expect([said, unhandled]).toEqual([['Careless.'], []]);
  });

  test('a callback is answered with 200, and its failure is told', async () => {
    is.down = true;
    expect((await served.post('/pay/told', fields)).status).toBe(200);
    const line = await served.line('callback');
    expect(line.msg).toContain('The session card could not be read: the store failed, or was late.');
  });

  test('the store is used once, not once for each caller', async () => {
    is.down = true;
    is.uses = 0;
    const callers = ['f1', 'f2', 'f3', 'f4'].map((CallUUID) => ({ ...fields, CallUUID }));
    for (const caller of callers) await served.post('/pay/note', caller);
    expect(is.uses).toBe(1);
  });

  test('one line tells it for each caller, and no line has a part of a value', async () => {
    is.down = true;
    const from = served.written().length;
    await served.post('/pay/note', { ...fields, CallUUID: 'a1' });
    const lines = served.taken();
    expect(lines.map(({ level, event, msg }) => [level, event, msg])).toEqual([
      ['error', 'store', expect.stringContaining('ERR unknown command')],
      ['error', 'session', '/pay/note could not use its session; the caller is asked to wait.'],
    ]);
    const written = served.written().slice(from);
    for (const part of ['4929876543210987', 'Zaphod', 'Beeblebrox', 'number'])
      expect(written).not.toContain(part);
    expect(await served.counted()).toContainEqual(
      expect.stringMatching(/^ivr_session_total\{reason="store"\} \d+$/),
    );
  });
});
