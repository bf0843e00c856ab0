import {
  callback,
  Dial,
  flow,
  GetDigits,
  level,
  Number as Phone,
  Redirect,
  Response,
  session,
  Speak,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { serve, type Served } from '../served.ts';

const booking = session<{ date: string; tries: number }>('booking');
const told: unknown[] = [];

const ask = level('/book', () => (
  <Response>
    <GetDigits action={note()} numDigits={4}>
      <Speak>Enter the date.</Speak>
    </GetDigits>
    <Redirect>{confirm()}</Redirect>
  </Response>
));
const note = level('/book/note', async ({ call: { digits = '' } }, context) => {
  const before = await booking.get(context);
  await booking.set(context, { date: digits, tries: (before?.tries ?? 0) + 1 });
  return (
    <Response>
      <GetDigits action={confirm()} numDigits={1}>
        <Speak>Is that right?</Speak>
      </GetDigits>
    </Response>
  );
});
const confirm = level('/book/confirm', async ({ call: { digits } }, context) => {
  const booked = await booking.get(context);
  if (digits === '0') await booking.delete(context);
  return (
    <Response>
      <Speak>
        {booked === undefined ? 'Nothing is booked.' : `Booked ${booked.date}, try ${booked.tries}.`}
      </Speak>
      <Dial callbackUrl={dialled()}>
        <Phone>+15550123456</Phone>
      </Dial>
      <Redirect>{ask()}</Redirect>
    </Response>
  );
});
const dialled = callback('/book/dialled', async ({ call: { callUuid, dialAction } }, context) => {
  told.push([callUuid, dialAction, (await booking.get(context))?.date]);
});
const strict = session('booking', { schema: z.object({ day: z.number() }) });
const newer = level('/book/newer', async (_, context) => (
  <Response>
    <Speak>{(await strict.get(context)) === undefined ? 'Nothing is booked.' : 'Booked.'}</Speak>
  </Response>
));

let app: Awaited<ReturnType<typeof createApp>>;
let served: Served;
const bookings = flow('bookings', { levels: [ask, note, confirm, newer, dialled] });

beforeAll(async () => {
  app = await createApp({ flows: [bookings] });
  served = await serve({ flows: [bookings] });
});
afterAll(() => Promise.all([app.close(), served.close()]));

describe('in memory, without an option', () => {
  test('what one level sets the next one reads', async () => {
    const phone = await call(app);
    await phone.press('0305');
    await phone.press('1');
    expect(phone).toMatchObject({ heard: { 2: { text: 'Booked 0305, try 1.' } } });
  });

  test('a caller hears nothing of another call', async () => {
    const [one, two] = [await call(app), await call(app)];
    await one.press('0305');
    await two.press('0406');
    await one.press('1');
    await two.press('1');
    expect([one, two].map(({ heard }) => heard[2]?.text)).toEqual([
      'Booked 0305, try 1.',
      'Booked 0406, try 1.',
    ]);
    const three = await call(app);
    await three.wait();
    expect(three.heard.map(({ text }) => text)).toContain('Nothing is booked.');
  });

  test('the callback of a call reads its session, also for an event of the B leg', async () => {
    const phone = await call(app);
    await phone.press('0305');
    await phone.press('1');
    told.length = 0;
    await phone.dialOutcome('completed');
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map((entry) => (entry as string[])[2]))).toEqual(new Set(['0305']));
    told.length = 0;
    const fields = { CallUUID: 'of-the-b-leg', DialALegUUID: phone.uuid, DialAction: 'hangup' };
    await app.inject({
      method: 'POST',
      url: '/book/dialled',
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(told).toEqual([['of-the-b-leg', 'hangup', '0305']]);
  });

  test('what is deleted is gone for the next level', async () => {
    const fields = { CallUUID: 'b7c1d2e3', From: '14155550100' };
    const said = async (path: string, digits: string) =>
      (await served.post(path, { ...fields, Digits: digits })).text();
    await said('/book/note', '0305');
    expect(await said('/book/confirm', '0')).toContain('Booked 0305, try 1.');
    expect(await said('/book/confirm', '1')).toContain('Nothing is booked.');
  });

  test('a request without the id of a call has an empty session of its own', async () => {
    const said = await (await served.post('/book/confirm', { Digits: '1' })).text();
    expect(said).toContain('Nothing is booked.');
  });

  test('a value of another version is absent, and one line says so without the value', async () => {
    const fields = { CallUUID: 'c8d2e3f4', From: '14155550100', Digits: '7319' };
    await served.post('/book/note', fields);
    served.taken();
    const from = served.written().length;
    expect(await (await served.post('/book/newer', fields)).text()).toContain('Nothing is booked.');
    const line = await served.line('unfit');
    expect([line.level, line.event, line.msg]).toEqual([
      'warn',
      'session',
      '/book/newer read the session booking, whose value does not fit any more; it counts as absent.',
    ]);
    expect(served.written().slice(from)).not.toContain('7319');
    expect(await served.counted()).toContain('ivr_session_total{reason="unfit"} 1');
  });
});
