import {
  flow,
  GetDigits,
  Hours,
  hours,
  level,
  Redirect,
  Response,
  Speak,
  Wait,
  type Context,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { describe, expect, test } from 'vitest';
import { temporal } from '../../src/temporal.ts';

const openingHours = hours({ zone: 'Europe/Madrid', week: { thu: '09:00-18:00' }, holidays: ['2026-12-31'] });

const leaveMessage = level('/message', () => (
  <Response>
    <Speak>Please leave a message.</Speak>
  </Response>
));
const reception = level('/reception', () => (
  <Response>
    <Hours of={openingHours} closed={leaveMessage()}>
      <GetDigits action={pressed()} numDigits={1} timeout={20}>
        <Speak>Press 1 to hear the time.</Speak>
      </GetDigits>
      <Redirect>{reception()}</Redirect>
    </Hours>
  </Response>
));
const Clock = (_props: {}, { now }: Context) => <Speak>{String(now)}</Speak>;
const pressed = level('/pressed', () => (
  <Response>
    <Clock />
    <Wait length={20} />
    <Redirect>{again()}</Redirect>
  </Response>
));
const again = level('/again', () => (
  <Response>
    <Clock />
  </Response>
));
const shop = flow('shop', { levels: [reception, leaveMessage, pressed, again] });
const app = await createApp({ flows: [shop] });

describe('a call at a time that a test chose', () => {
  test('is answered at that time', async () => {
    const open = await call(app, '/reception', { at: '2026-12-24T12:00[Europe/Madrid]' });
    expect(open.asking).toBeDefined();
    const holiday = await call(app, '/reception', { at: '2026-12-31T12:00[Europe/Madrid]' });
    expect(holiday.heard.map(({ text }) => text)).toEqual(['Please leave a message.']);
  });

  test('sees time pass while it lasts: it closes meanwhile', async () => {
    const phone = await call(app, '/reception', { at: '2026-12-24T17:59:50[Europe/Madrid]' });
    expect(phone.asking).toBeDefined();
    await phone.wait();
    expect(phone.heard.at(-1)?.text).toBe('Please leave a message.');
  });

  test('sees the seconds that it waits', async () => {
    const phone = await call(app, '/reception', { at: '2026-12-24T12:00:00Z' });
    await phone.press('1');
    const [first, second] = phone.heard.slice(-2).map(({ text }) => temporal().Instant.from(text!));
    const prompt = 2;
    expect(first!.since('2026-12-24T12:00:00Z').total('seconds')).toBeGreaterThan(prompt - 1);
    expect(first!.since('2026-12-24T12:00:00Z').total('seconds')).toBeLessThan(prompt + 2);
    expect(second!.since(first!).total('seconds')).toBeGreaterThanOrEqual(20);
  });

  test('takes an instant as well, and the zone of this machine for a time without one', async () => {
    const now = temporal().Instant.from('2026-12-24T11:00Z');
    const local = now.toZonedDateTimeISO(temporal().Now.timeZoneId()).toPlainDateTime().toString();
    for (const at of [now, local]) {
      const phone = await call(app, '/reception', { at });
      await phone.press('1');
      expect(phone.heard.at(-2)?.text).toMatch(/^2026-12-24T11:00:/);
    }
  });

  test.each([
    '',
    'tomorrow',
    '2026-02-30T12:00',
    '2026-12-24T25:00',
    '12-24',
    '2026-12-24T12:00[Europe/Madird]',
  ])('is refused at %j', async (at) => {
    await expect(call(app, '/reception', { at })).rejects.toThrow(
      'The option at is no date and time.\nFix: write it as 2026-12-24T18:00, which may end in a zone',
    );
  });
});

const warningsOf = (phone: { readonly events: readonly { readonly event: string }[] }) =>
  phone.events.filter(({ event }) => event === 'warning');

test('a call says so, once, when the app does not go by the time', async () => {
  const elsewhere = await createApp({ flows: [shop], publicUrl: 'http://localhost' });
  const phone = await call(elsewhere, '/message', { at: '2026-12-24T12:00Z' });
  expect(warningsOf(phone)).toMatchObject([
    {
      message: 'The server does not go by the time of the call that was set.',
      fix: 'apps of plivo-jsx go by it in development, without an auth token and a public URL.',
    },
  ]);
  expect(warningsOf(await call(app, '/message', { at: '2026-12-24T12:00Z' }))).toEqual([]);
  expect(warningsOf(await call(elsewhere, '/message'))).toEqual([]);
});
