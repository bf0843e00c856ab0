import { expect, test } from 'vitest';
import { digits, Collect, flow, Hangup, level, Response, session, Speak } from 'plivo-jsx';
import { createApp, type Store } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';

/** A store that fails once: when it is given the value. */
function failingAt(value: string): Store {
  const values = new Map<string, string>();
  let fails = true;
  return {
    get: async (key) => values.get(key),
    async set(key, text) {
      if (text === value && fails) {
        fails = false;
        throw new Error('It is down.');
      }
      values.set(key, text);
    },
    async setIfAbsent(key, text) {
      const isNew = !values.has(key);
      if (isNew) values.set(key, text);
      return isNew;
    },
  };
}

test('a caller who has confirmed the keys is not asked again when the store fails to keep the value', async () => {
  const code = session<string>('code');
  const thanks = level('/thanks', async (_, context) => (
    <Response>
      <Speak>{`Thank you for ${await code.get(context)}.`}</Speak>
      <Hangup />
    </Response>
  ));
  const ask = level('/ask', () => (
    <Response>
      <Collect
        digits={4}
        read={digits}
        into={code}
        readBack={(value) => `You entered ${value}.`}
        onGiveUp={thanks()}
        next={() => thanks()}
      >
        Enter your code.
      </Collect>
    </Response>
  ));
  const app = await createApp({
    flows: [flow('code', { levels: [ask, thanks] })],
    store: failingAt('"1234"'),
    logger: false,
  });
  const phone = await call(app, '/ask');
  await phone.press('1234');
  await phone.press('1');
  expect(phone.heard.map(({ text }) => text)).toEqual([
    'Enter your code.',
    'You entered 1234.',
    'If that is right, press 1. If not, press 2.',
    'One moment, please.',
    'Thank you for 1234.',
  ]);
});

test('the confirmation of keys means the same when Plivo delivers it again', async () => {
  const thanks = level('/thanks', () => (
    <Response>
      <Hangup />
    </Response>
  ));
  const ask = level('/ask', () => (
    <Response>
      <Collect
        digits={4}
        read={digits}
        readBack={(value) => `You entered ${value}.`}
        onGiveUp={thanks()}
        next={() => thanks()}
      />
    </Response>
  ));
  const app = await createApp({ flows: [flow('code', { levels: [ask, thanks] })], logger: false });
  const post = async (phase: string, Digits: string, nonce: string) => {
    const payload = new URLSearchParams({
      CallUUID: 'c-1',
      From: '15550100',
      Digits,
      Event: nonce,
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const url = `/ask?__dialog=collect&__phase=${phase}`;
    return (await app.inject({ method: 'POST', url, headers, payload })).body;
  };
  expect(await post('answer', '1234', 'a')).toContain('You entered 1234.');
  const first = await post('confirm', '1', 'b');
  expect(first).toContain('<Hangup/>');
  expect(await post('confirm', '1', 'c')).toBe(first);
});
