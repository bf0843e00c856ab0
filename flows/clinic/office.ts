/** The clinic itself: when it is open, its numbers, and where messages go. */
import { hours, type VoiceMessage } from 'plivo-jsx';

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

/** The numbers of the clinic, from the environment. Both are optional. */
export const settings = {
  /** The telephone of the person at the desk. */
  get person(): string | undefined {
    return process.env['ASSOCIATE_NUMBER'];
  },
  /** The number that sends text messages. */
  get sender(): string | undefined {
    return process.env['PLIVO_NUMBER'];
  },
};

/**
 * Posts a message to the clinic's own system at `INBOX_URL`. Without it the recordings are in Plivo's console.
 *
 * @throws when that system does not take it: the log tells, and the recording stays in Plivo's console
 */
export async function deliver({ recordUrl, recordingId, seconds, call }: VoiceMessage): Promise<void> {
  const inbox = process.env['INBOX_URL'];
  if (inbox === undefined) return;
  const response = await fetch(inbox, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    // The same recording may come twice: its id tells.
    body: JSON.stringify({ recordUrl, recordingId, seconds, from: call.from }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`The inbox answered with status ${response.status}.`);
}
