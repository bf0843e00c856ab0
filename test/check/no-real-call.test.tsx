import { flow, Hangup, level, Message, placeCall, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { explore } from 'plivo-jsx/testing';
import { expect, test } from 'vitest';

const booked: string[] = [];
const fetchNothing: typeof fetch = async () =>
  new globalThis.Response(JSON.stringify({ request_uuid: 'a', api_id: 'b', message: 'call fired' }), {
    status: 201,
  });

const booking = level('/booking', async ({ call }) => {
  if (!call.isCheck) booked.push('a table');
  await placeCall(
    { to: '+14155550123', from: '+14155550188', answerUrl: 'https://ivr.example.com/ivr' },
    { authId: 'MA'.padEnd(20, 'X'), authToken: 'x'.repeat(40), fetch: fetchNothing },
  );
  return (
    <Response>
      <Message src="14155550188" dst="14155550123">
        Your table is booked.
      </Message>
      <Speak>Your table is booked.</Speak>
      <Hangup />
    </Response>
  );
});

test('a level knows that its call only explores, and what it sends nevertheless is counted', async () => {
  const app = await createApp({ flows: [flow('shop', { levels: [booking] })] });
  const { edges, callsPlaced } = await explore(app, '/booking');
  expect(booked).toEqual([]);
  expect(edges[0]!.messages).toBe(1);
  expect(callsPlaced).toBeGreaterThan(0);
});
