import { Collect, dayAndMonth, flow, level, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { expect, test } from 'vitest';
import * as z from 'zod';

const goodbye = level('/goodbye', () => (
  <Response>
    <Speak>Goodbye.</Speak>
  </Response>
));
const confirm = level('/confirm', { params: z.object({ date: z.string() }) }, ({ params }) => (
  <Response>
    <Speak>You chose {params.date}.</Speak>
  </Response>
));
const booking = level('/booking', () => (
  <Response>
    <Collect
      digits={4}
      read={dayAndMonth}
      invalid="There is no such date."
      onGiveUp={goodbye()}
      next={(date) => confirm({ date: date.toString() })}
    >
      Please enter day and month as four digits.
    </Collect>
  </Response>
));
const app = await createApp({ flows: [flow('clinic', { levels: [booking, confirm, goodbye] })] });

test('a date without a year is the next one at the time of the call', async () => {
  for (const [at, year] of [
    ['2026-05-02T12:00Z', '2026'],
    ['2026-05-05T12:00Z', '2027'],
  ] as const) {
    const phone = await call(app, '/booking', { at });
    await phone.press('0305');
    expect(phone.heard.at(-1)?.text).toBe(`You chose ${year}-05-03.`);
  }
});

test('a date that does not exist is asked again', async () => {
  const phone = await call(app, '/booking', { at: '2026-05-02T12:00Z' });
  await phone.press('3002');
  expect(phone).toMatchObject({ asking: { type: 'asking' } });
  expect(phone.heard.map(({ text }) => text)).toContain('There is no such date.');
});
