import type { Moment, Reader } from 'plivo-jsx';
import { temporal } from '../../../src/temporal.ts';

/** What a reader makes of a text, as text; the message of its issue when it refuses it. */
export function read(reader: Reader<unknown>, text: unknown, now?: string): unknown {
  const options = now === undefined ? undefined : { libraryOptions: { now: instant(now) } };
  const result = reader['~standard'].validate(text, options);
  if (result.issues !== undefined) return result.issues.map(({ message }) => message).join();
  return typeof result.value === 'object' ? String(result.value) : result.value;
}

const instant = (text: string): Moment => temporal().Instant.from(text);
