/** A flow that notes a date in the session, for apps of this process and of others. */
import { flow, GetDigits, Hangup, level, Response, session, Speak } from 'plivo-jsx';

const booking = session<{ date: string }>('booking', { ttl: 2 });

const ask = level('/book', () => (
  <Response>
    <GetDigits action={note()} numDigits={4}>
      <Speak>Enter the date.</Speak>
    </GetDigits>
    <Hangup />
  </Response>
));
const note = level('/book/note', async ({ call: { digits = '' } }, context) => {
  await booking.set(context, { date: digits });
  return (
    <Response>
      <GetDigits action={confirm()} numDigits={1}>
        <Speak>Is that right?</Speak>
      </GetDigits>
      <Hangup />
    </Response>
  );
});
const confirm = level('/book/confirm', async ({ call: { digits } }, context) => (
  <Response>
    <Speak>{`You pressed ${digits} for ${(await booking.get(context))?.date ?? 'nothing'}.`}</Speak>
  </Response>
));

export const bookings = flow('bookings', { levels: [ask, note, confirm] });
