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
