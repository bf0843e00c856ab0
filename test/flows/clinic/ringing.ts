/**
 * Calls to the clinic.
 */
import { createApp } from 'plivo-jsx/fastify';
import type { EventName, PhoneEvent } from 'plivo-jsx/phone';
import { call, type Phone, type TestCallOptions } from 'plivo-jsx/testing';
import clinic from '../../../flows/clinic/flow.ts';

export const app = createApp({ flows: [clinic] });

/** Monday morning. */
export const open = '2026-05-04T10:00[Europe/Madrid]';

/** Sunday. */
export const closed = '2026-05-03T10:00[Europe/Madrid]';

/** Calls the clinic while it is open. */
export const ring = async (options?: TestCallOptions) => call(await app, '/clinic', { at: open, ...options });

/** Calls, and chooses a language by its key. */
export async function ringIn(key: string, options?: TestCallOptions): Promise<Phone> {
  const phone = await ring(options);
  return phone.press(key);
}

/** The last sentences that were heard. */
export const lastWords = (phone: Phone, count = 1) => phone.heard.slice(-count).map(({ text }) => text);

/** The languages of what was heard since the language was chosen. */
export const languagesAfterMenu = (phone: Phone) => [
  ...new Set(phone.heard.slice(6).map(({ language }) => language)),
];

/** The events of one kind. */
export const eventsOf = <Name extends EventName>(phone: Phone, name: Name) =>
  phone.events.filter((event): event is Extract<PhoneEvent, { event: Name }> => event.event === name);
