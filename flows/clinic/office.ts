/** The clinic itself: when it is open, its numbers, and where messages go. */
import { dayAndMonth, hours, PlivoJsxError, type VoiceMessage } from 'plivo-jsx';
import * as z from 'zod';

/** Closed on holidays; on Christmas Eve it closes at noon. */
export const openingHours = hours({
  zone: 'Europe/Madrid',
  week: {
    mon: '09:00-13:00, 16:00-20:00',
    tue: '09:00-13:00, 16:00-20:00',
    wed: '09:00-13:00, 16:00-20:00',
    thu: '09:00-13:00, 16:00-20:00',
    fri: '09:00-14:00',
  },
  holidays: ['01-01', '01-06', '12-25', { date: '12-24', open: '09:00-12:00' }],
});

/** Reads a day and a month as the next such day at the clinic. */
export const dayToCome = dayAndMonth({ zone: openingHours.zone });

/** Reads the settings. Each variable is optional, and one that is set to nothing is not set. */
export function settingsFrom(variables: { readonly [name: string]: string | undefined }) {
  const inbox = variables['INBOX_URL'] || undefined;
  if (inbox !== undefined && !z.url({ protocol: /^https?$/ }).safeParse(inbox).success) {
    throw new PlivoJsxError('E_VARIABLE', {
      variable: 'INBOX_URL',
      problem: 'is not the address of a system that takes messages',
      suggestion: 'write it as https://example.com/messages, or leave it out: messages then stay with Plivo',
    });
  }
  return {
    /** The telephone of the person at the desk. */
    person: variables['ASSOCIATE_NUMBER'] || undefined,
    /** The number that sends text messages. */
    sender: variables['PLIVO_NUMBER'] || undefined,
    /** The clinic's own system, which takes the messages. */
    inbox,
  };
}

/** Read once at start, so that an invalid variable is reported before the first call. */
export const settings = settingsFrom(process.env);

/** The attributes of a text message to a caller; undefined when none can be sent, such as to a withheld number. */
export function numbersToText(from: string | undefined): { src: string; dst: string } | undefined {
  const { sender } = settings;
  return sender !== undefined && /^\+?\d{7,15}$/.test(from ?? '') ? { src: sender, dst: from! } : undefined;
}

/**
 * Posts a message to the inbox. Without one, and when it does not take the message, the recording is in Plivo's console.
 *
 * @throws when the inbox does not take it: then the log says so
 */
export async function deliver({ recordUrl, recordingId, seconds, call }: VoiceMessage): Promise<void> {
  if (settings.inbox === undefined) return;
  const response = await fetch(settings.inbox, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    // The same recording may come twice: its id tells.
    body: JSON.stringify({ recordUrl, recordingId, seconds, from: call.from }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`The inbox answered with status ${response.status}.`);
}
