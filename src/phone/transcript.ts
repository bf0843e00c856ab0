/**
 * A call as text: what is said and pressed, what is requested, and how the call ends.
 * @module
 */
import type { EventName, PhoneEvent } from './engine/events.ts';
import { describeEvent } from './event-sentences.ts';

/** Events that a transcript leaves out: others, such as the request, say the same. */
const leftOut = new Set<EventName>(['answer', 'document', 'redirect', 'transfer']);

// Phone numbers stay out of snapshots. The last two digits are left, to tell numbers apart.
const number = /\+?\d{5,}(?=\d\d(?!\d))/g;

/** Masks the phone numbers of a text but for their last two digits. */
export const maskNumbers = (text: string): string => text.replace(number, '…');

/**
 * Writes the events of a call as text, a line each, with the call time in seconds. It is the same in every run, and numbers
 * are masked, so that it can be a snapshot.
 *
 * @param events the events of a call, or some of them
 * @example
 * ```ts
 * import { startCall, transcript } from 'plivo-jsx/phone';
 *
 * const { events } = await startCall('http://localhost:5000/ivr');
 * console.log(transcript(events));
 * ```
 */
export function transcript(events: readonly PhoneEvent[]): string {
  return events
    .filter(({ event }) => !leftOut.has(event))
    .flatMap((event) => {
      const sentence = describeEvent(event);
      if (sentence === undefined) return [];
      const [first, ...others] = maskNumbers(sentence).split('\n');
      return [`${event.at.toFixed(1).padStart(6)}  ${first}`, ...others.map((line) => `        ${line}`)];
    })
    .join('\n');
}
