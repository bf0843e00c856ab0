/**
 * A call as a person reads it: who says what, what is pressed, where the call goes.
 * @module
 */
import type { EventName, EventOf, PhoneEvent } from './index.ts';

/** How each event is told; what is not here is of no interest to a reader. */
type Told = { readonly [Name in EventName]?: (event: EventOf<Name>) => string | undefined };

const list = (words: readonly string[]) => words.join(', ');

const pathOf = (url: string) => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

const input = ({ takes, numDigits, timeout }: EventOf<'ask'>) => {
  const keys = numDigits === 1 ? 'a key' : 'keys';
  const wanted = takes.map((kind) => (kind === 'dtmf' ? keys : 'speech')).join(' or ');
  return `waits ${timeout} s for ${wanted}`;
};

const told: Told = {
  ring: () => 'it rings',
  speak: ({ text, language, voice }) => `“${text}” (${language}, ${voice})`,
  play: ({ url }) => `plays ${url}`,
  interrupt: ({ element, heard }) => `the <${element}> is cut short after ${heard} s`,
  beep: () => 'beep',
  pause: ({ seconds }) => `pause of ${seconds} s`,
  ask: input,
  press: ({ keys, by, dropped }) =>
    `${by === 'ALeg' ? 'caller' : by === 'BLeg' ? 'other side' : by} presses ${keys}` +
    (dropped === undefined ? '' : ` (${dropped} is not listened to)`),
  say: ({ text }) => `caller says “${text}”`,
  input: ({ outcome }) =>
    outcome === 'none'
      ? 'nothing was pressed or said'
      : outcome === 'invalid'
        ? 'not a valid key'
        : undefined,
  request: ({ method, url, status, failure }) => `${method} ${pathOf(url)} → ${status ?? failure}`,
  dial: ({ legs, timeout }) => `calls ${list(legs)} for at most ${timeout} s`,
  leg: ({ leg, status }) => `${leg}: ${status}`,
  dialed: ({ status, seconds }) => `dial is over: ${status}${seconds > 0 ? ` after ${seconds} s` : ''}`,
  record: ({ background }) => (background ? 'recording starts in the background' : 'recording starts'),
  recorded: ({ seconds, endedBy }) => `recorded ${seconds} s, ended by ${endedBy}`,
  conference: ({ room, action, member }) => `conference ${room}: ${action} (${member})`,
  multiPartyCall: ({ name, action, member }) => `multiparty call ${name}: ${action} (${member})`,
  message: ({ text }) => `sends the message “${text}”`,
  dtmf: ({ digits }) => `sends the keys ${digits}`,
  stream: ({ action }) => `stream: ${action}`,
  schedule: ({ seconds }) => `will hang up in ${seconds} s`,
  warning: ({ says }) => `warning: ${says}`,
  error: ({ says, fix }) => `error: ${says}\nfix: ${fix}`,
  hangup: () => 'caller hangs up',
  ended: ({ code, name }) => `ended: ${code} ${name}`,
};

// As in the log: numbers stay out of snapshots, whoever's they are. Two digits are left to tell them apart.
const number = /\+?\d{5,}(?=\d\d(?!\d))/g;

/** A text in which numbers are masked but for their end. */
export const masked = (text: string): string => text.replace(number, '…');

/** The events of a call, a line each, with the call time in seconds. */
export function transcriptOf(events: readonly PhoneEvent[]): string {
  return events
    .flatMap((event) => {
      const tell = told[event.event] as ((event: PhoneEvent) => string | undefined) | undefined;
      const text = tell?.(event);
      if (text === undefined) return [];
      const [first, ...others] = masked(text).split('\n');
      return [`${event.at.toFixed(1).padStart(6)}  ${first}`, ...others.map((line) => `        ${line}`)];
    })
    .join('\n');
}
