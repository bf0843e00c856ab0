import type { PhoneCall } from '../phone/index.ts';

/** The number of lines of the transcript that a message shows. They are the last ones, near the failure. */
const maxLines = 20;

/** The last lines of a call, for the message of an error. */
export function lastLines(phone: PhoneCall): string {
  const lines = phone.transcript().split('\n');
  const left = lines.length - maxLines;
  const before =
    left > 0 ? [`        … ${left} ${left === 1 ? 'line' : 'lines'} before, see phone.transcript()`] : [];
  return [...before, ...lines.slice(-maxLines)].join('\n');
}
