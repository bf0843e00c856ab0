/**
 * Events on a terminal: the sentences of a transcript, with call time, colours and details.
 * @module
 */
import {
  describeEvent,
  isError,
  type EventName,
  type EventOf,
  type PhoneEvent,
} from '../../../phone/index.ts';
import { multiLine, oneLine } from '../../../console/sanitize.ts';
import type { Look, Style } from '../../style.ts';

/** What is shown of a call. */
export interface View {
  readonly verbose: boolean;
  readonly xml: boolean;
  readonly style: Style;
}

type Table<Result> = { readonly [Name in EventName]?: (event: EventOf<Name>) => Result };

/** The colours of sentences; others are plain. */
const looks: { readonly [Name in EventName]?: Look } = {
  ring: 'dim',
  answer: 'dim',
  document: 'dim',
  interrupt: 'dim',
  beep: 'dim',
  pause: 'dim',
  ask: 'cyan',
  press: 'bold',
  say: 'bold',
  input: 'yellow',
  request: 'dim',
  dial: 'cyan',
  leg: 'dim',
  whisper: 'dim',
  record: 'cyan',
  conference: 'cyan',
  multiPartyCall: 'cyan',
  redirect: 'dim',
  transfer: 'dim',
  schedule: 'dim',
  warning: 'yellow',
  error: 'red',
  failure: 'red',
  hangup: 'bold',
};

/** What a terminal adds to a sentence, on the same line. */
const details: Table<string | undefined> = {
  ask: ({ inputTypes, keys, numDigits, finishOnKey, attempt, attempts }) =>
    [
      ...(inputTypes.includes('dtmf') ? [`keys ${keys}`] : []),
      ...(inputTypes.includes('dtmf') && numDigits > 1 && finishOnKey !== '' ? [`${finishOnKey} ends`] : []),
      ...(attempts > 1 ? [`try ${attempt} of ${attempts}`] : []),
    ].join(', '),
  request: ({ kind, url, contentType, attempt, signed, ms }) =>
    [
      kind,
      new URL(url).host,
      ...(signed ? ['signed'] : []),
      ...(attempt > 1 ? [`attempt ${attempt}`] : []),
      ...(contentType === undefined || contentType === '' ? [] : [contentType]),
      `${Math.round(ms * 10) / 10} ms`,
    ].join(', '),
  leg: ({ code, name }) => (code === undefined ? undefined : `${code} ${name}`),
  record: ({ maxLength }) => `at most ${maxLength} s`,
  recorded: ({ url }) => url,
  message: ({ dst }) => `to ${dst}`,
  dtmf: ({ leg }) => (leg === undefined ? undefined : `to ${leg}`),
  stream: ({ url }) => url,
  warning: ({ line, column }) => placeOf(line, column),
  error: ({ line, column }) => placeOf(line, column),
};

/** What a terminal adds to a sentence, on lines of their own. */
const moreLines: Table<readonly string[]> = {
  document: ({ xml }) => xml.split('\n'),
  warning: ({ fix }) => [`fix: ${fix}`],
};

const placeOf = (line: number | undefined, column: number | undefined) =>
  line === undefined ? undefined : `line ${line}${column === undefined ? '' : `, column ${column}`}`;

/** Sentences that only a terminal shows. */
const extra: Table<string | undefined> = {
  input: ({ outcome, sent }) =>
    outcome === 'given' && !sent ? 'there is no action, so the input goes nowhere' : undefined,
};

/** An event as lines, with the call time in front; none when it is not shown. */
export function show(original: PhoneEvent, view: View): readonly string[] {
  if (isHidden(original.event, view)) return [];
  const event = printable(original);
  const sentence = describeEvent(event) ?? valueOf(extra, event);
  if (sentence === undefined) return [];
  const { style } = view;
  const [first = '', ...others] = sentence.split('\n');
  const detail = valueOf(details, event) ?? '';
  const look = lookOf(event);
  const painted = look === undefined ? first : style(look, first);
  return [
    `${style('dim', clock(event.at))}  ${painted}${detail === '' ? '' : `  ${style('dim', detail)}`}`,
    ...[...others, ...(valueOf(moreLines, event) ?? [])].map(
      (line) => `${' '.repeat(10)}${event.event === 'document' ? style('dim', line) : line}`,
    ),
  ];
}

const isHidden = (name: EventName, { verbose, xml }: View) =>
  ((name === 'request' || name === 'redirect') && !verbose) || (name === 'document' && !xml);

function lookOf(event: PhoneEvent): Look | undefined {
  if (event.event === 'ended') return isError(event.code) ? 'red' : 'bold';
  return looks[event.event];
}

function valueOf<Result>(table: Table<Result>, event: PhoneEvent): Result | undefined {
  const read = table[event.event] as ((event: PhoneEvent) => Result) | undefined;
  return read?.(event);
}

/** Call time as `1:23.4`. */
function clock(at: number): string {
  const tenths = Math.round(at * 10);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${Math.floor(tenths / 600)}:${rest}`.padStart(8);
}

// Only a document and a failure have several lines, and each of them is indented.
const safe = (event: EventName, name: string, text: string) =>
  name === 'xml' || (event === 'failure' && name === 'message') ? multiLine(text) : oneLine(text);

const printable = <Event extends PhoneEvent>(event: Event): Event =>
  JSON.parse(
    JSON.stringify(event, (name, value: unknown) =>
      typeof value === 'string' ? safe(event.event, name, value) : value,
    ),
  ) as Event;
