import { Hours, hours, Link, render, Response, Speak, type JsxElement } from 'plivo-jsx';
import { expect, test } from 'vitest';
import { temporal } from '../../src/temporal.ts';

const openingHours = hours({ zone: 'Europe/Madrid', week: { mon: '09:00-13:00' } });

const printedAt = (time: string, closed: Link | JsxElement) => {
  const now = temporal().ZonedDateTime.from(`${time}[Europe/Madrid]`).toInstant();
  const document = (
    <Response>
      <Hours of={openingHours} closed={closed}>
        <Speak>We are open.</Speak>
      </Hours>
    </Response>
  );
  return render(document, { baseUrl: 'https://ivr.example.com', context: { now } });
};

const closed = <Speak>We are closed.</Speak>;

test('what is inside is printed while it is open, and what is given for it while it is closed', () => {
  expect(printedAt('2026-11-30T09:00', closed)).toContain('<Response><Speak>We are open.</Speak></Response>');
  expect(printedAt('2026-11-30T13:00', closed)).toContain(
    '<Response><Speak>We are closed.</Speak></Response>',
  );
});

test('a link is given for it as well', () => {
  const leaveMessage = new Link('/message', '/message', { kind: 'level', methods: ['POST'] });
  expect(printedAt('2026-11-30T09:00', leaveMessage)).toContain('<Speak>We are open.</Speak>');
  expect(printedAt('2026-11-30T13:00', leaveMessage)).toContain(
    '<Response><Redirect>https://ivr.example.com/message</Redirect></Response>',
  );
});

test('hours without what callers get while it is closed do not compile', () => {
  // @ts-expect-error: without `closed`, callers would hear nothing
  const hoursOnly = <Hours of={openingHours}>Hello</Hours>;
  expect(hoursOnly.type).toBe(Hours);
});
