import { callback, level, Response, session, Speak, type Context } from 'plivo-jsx';
import { expectTypeOf, test } from 'vitest';
import * as z from 'zod';

declare const context: Context;
const booking = session<{ date: string }>('booking');

test('a session reads and sets values of its type', async () => {
  expectTypeOf(await booking.get(context)).toEqualTypeOf<{ date: string } | undefined>();
  await booking.set(context, { date: '2026-05-03' });
  // @ts-expect-error The date is a text.
  await booking.set(context, { date: 3 });
  // @ts-expect-error The date is missing.
  await booking.set(context, {});
  // @ts-expect-error There is delete() for that.
  await booking.set(context, undefined);
  // @ts-expect-error Whose session? The context is missing.
  await booking.get();
});

test('the type comes from the schema', async () => {
  const slot = session('slot', { schema: z.object({ at: z.coerce.date() }), ttl: 60 });
  expectTypeOf(await slot.get(context)).toEqualTypeOf<{ at: Date } | undefined>();
  // @ts-expect-error The schema makes a date of it.
  await slot.set(context, { at: '2026-05-03' });
  // @ts-expect-error The schema does not return this type.
  session<{ at: string }>('slot', { schema: z.object({ at: z.coerce.date() }) });
});

test('the context of a level, of a component and of a callback fit', () => {
  level('/typed', async (_, given) => (
    <Response>
      <Speak>{(await booking.get(given))?.date ?? 'nothing'}</Speak>
    </Response>
  ));
  callback('/typed/told', (_, given) => booking.get(given));
});
