/**
 * What a caller hears.
 * @module
 */
import type { PhoneEvent } from '../index.ts';

/** A text that was spoken, or a file that was played. */
export interface Heard {
  /** Call time, in seconds. */
  readonly at: number;
  /** The words; of a file its address. */
  readonly text: string;
  /** Missing of a file. */
  readonly language?: string;
  /** Missing of a file. */
  readonly voice?: string;
}

/** What was heard so far, in order. */
export function heardOf(events: readonly PhoneEvent[]): Heard[] {
  return events.flatMap((event): Heard[] => {
    if (event.event === 'speak') {
      const { at, text, language, voice } = event;
      return [{ at, text, language, voice }];
    }
    return event.event === 'play' ? [{ at: event.at, text: event.url }] : [];
  });
}
