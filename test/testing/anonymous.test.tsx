import { flow, level, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { expect, test } from 'vitest';

const hello = level('/hello', ({ call: { from = 'nobody we know' } }) => (
  <Response>
    <Speak>Hello, {from}.</Speak>
  </Response>
));
const app = createApp({ flows: [flow('hello', { levels: [hello] })] });

test.each([
  ['', 'Hello, nobody we know.'],
  ['anonymous', 'Hello, anonymous.'],
])('a caller without a number, from %j, is one for the app', async (from, text) => {
  const phone = await call(await app, '/hello', { from });
  expect(phone.requests[0]?.params['From']).toBe(from);
  expect(phone.heard.map((each) => each.text)).toEqual([text]);
});

test('an outbound call has a number', async () => {
  await expect(call(await app, '/hello', { from: '', direction: 'outbound' })).rejects.toThrow(
    'The option from is empty, and an outbound call has a number.',
  );
});
