/**
 * Reads the ranges of one day, such as `09:00-13:00, 16:00-20:00`.
 * @module
 */
import type { Refuse } from './hours-error.ts';
import type { OpenRange } from './opening-hours.ts';

/** Minutes of a day. */
const day = 24 * 60;

const form = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/;

/**
 * Reads ranges and sorts them.
 *
 * @param part the option that has the text, for errors
 * @throws {@link PlivoJsxError} `E_HOURS`
 */
export function readRanges(part: string, text: unknown, refuse: Refuse): readonly OpenRange[] {
  const wrong = (expected: string, suggestion: string) =>
    refuse({ part, received: text, expected, suggestion });
  const written = 'ranges such as "09:00-13:00, 16:00-20:00"';
  if (typeof text !== 'string')
    throw wrong(written, 'write a text, or leave out a day on which it is closed');
  const ranges = text.split(',').map((range): OpenRange => {
    const [opens = NaN, closes = NaN] = minutesIn(range.trim());
    if (Number.isNaN(opens + closes))
      throw wrong(written, 'write HH:MM-HH:MM from 00:00 to 24:00, with a comma between two ranges');
    if (opens === closes)
      throw wrong('ranges that are not empty', 'write "00:00-24:00" if it is open all day');
    return { opens, closes: closes > opens ? closes : closes + day };
  });
  ranges.sort((a, b) => a.opens - b.opens);
  const overlaps = ranges.some(({ opens }, at) => at > 0 && opens < ranges[at - 1]!.closes);
  if (overlaps) throw wrong('ranges that do not overlap', 'make one range of the two that overlap');
  return ranges;
}

/** The beginning and the end, in minutes after midnight; nothing when they are no times of a day. */
function minutesIn(range: string): number[] {
  const [, ...parts] = form.exec(range) ?? [];
  const [hour = NaN, minute = NaN, endHour = NaN, endMinute = NaN] = parts.map(Number);
  const [opens, closes] = [hour * 60 + minute, endHour * 60 + endMinute];
  return minute < 60 && endMinute < 60 && opens < day && closes <= day ? [opens, closes] : [];
}
