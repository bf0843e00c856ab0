/**
 * Events as a person reads them: what the caller hears, does and is asked for.
 * @module
 */
import { isError, type EventName, type EventOf, type PhoneEvent } from '../../phone/index.ts';
import { inLines, oneLine } from '../terminal.ts';
import type { Style } from './style.ts';

/** What is shown of a call. */
export interface View {
  readonly verbose: boolean;
  readonly xml: boolean;
  readonly style: Style;
}

type Lines = string | readonly string[] | undefined;
type Table = { readonly [Name in EventName]: (event: EventOf<Name>, view: View) => Lines };

const seconds = (count: number) => `${Math.round(count * 10) / 10} s`;
const by = (who: string) => (who === 'ALeg' ? '' : ` (by ${who})`);
const place = ({ line, column }: { readonly line?: number; readonly column?: number }) =>
  line === undefined ? '' : ` (line ${line}${column === undefined ? '' : `, column ${column}`})`;

const table: Table = {
  ring: (_, { style }) => style('dim', 'it rings'),
  answer: (_, { style }) => style('dim', 'the call is answered'),
  document: ({ url, xml }, { xml: isShown, style }) =>
    isShown
      ? [style('dim', `document of ${url}`), ...xml.split('\n').map((line) => style('dim', line))]
      : undefined,
  speak: ({ text, language, voice }, { style }) => `${text}  ${style('dim', `${language} ${voice}`)}`,
  play: ({ url }) => `♪ ${url}`,
  interrupt: ({ heard }, { style }) => style('dim', `(cut short after ${seconds(heard)})`),
  beep: (_, { style }) => style('dim', '(beep)'),
  pause: ({ seconds: count }, { style }) => style('dim', `(pause of at most ${seconds(count)})`),
  ask: (event, { style }) => style('cyan', asked(event)),
  press: ({ keys, by: who, dropped }, { style }) =>
    `${style('bold', `> ${keys}`)}${by(who)}${dropped === undefined ? '' : style('dim', `  (nobody listened to ${dropped})`)}`,
  say: ({ text }, { style }) => style('bold', `> "${text}"`),
  input: ({ outcome, sent }, { style }) => {
    if (outcome === 'none') return style('yellow', 'no input');
    if (outcome === 'invalid') return style('yellow', 'not a valid input');
    return sent ? undefined : style('yellow', 'there is no action, so the input goes nowhere');
  },
  request: (event, { verbose, style }) => (verbose ? style('dim', requested(event)) : undefined),
  dial: ({ legs, timeout }, { style }) =>
    style('cyan', `dials ${legs.join(', ')} for at most ${seconds(timeout)}`),
  leg: ({ leg, status, code, name }, { style }) =>
    style('dim', `${leg}: ${status}${code === undefined ? '' : ` (${code} ${name})`}`),
  dialed: ({ status, seconds: talked }) =>
    `the dial is over: ${status}${talked > 0 ? ` after ${seconds(talked)}` : ''}`,
  record: ({ background, maxLength }, { style }) =>
    style('cyan', `${background ? 'records in the background' : 'records'}, at most ${seconds(maxLength)}`),
  recorded: ({ seconds: length, endedBy, url }) => `recorded ${seconds(length)}, ended by ${endedBy}: ${url}`,
  conference: ({ room, action, member }, { style }) =>
    style('cyan', `conference ${room}: ${member} ${action}`),
  multiPartyCall: ({ name, action, member }, { style }) =>
    style('cyan', `multiparty call ${name}: ${member} ${action}`),
  message: ({ dst, text }) => `sends an SMS to ${dst}: ${text}`,
  dtmf: ({ digits, leg }) => `sends the tones ${digits}${leg === undefined ? '' : ` to ${leg}`}`,
  stream: ({ url, action }) => `stream ${url}: ${action}`,
  redirect: ({ url }, { verbose, style }) => (verbose ? style('dim', `redirects to ${url}`) : undefined),
  transfer: ({ url }, { style }) => style('dim', `Plivo's API sends the call to ${url}`),
  schedule: ({ seconds: count }, { style }) => style('dim', `will hang up in ${seconds(count)}`),
  warning: (event, { style }) => [
    style('yellow', `Warning: ${event.says}${place(event)}`),
    `Fix: ${event.fix}`,
  ],
  error: (event, { style }) => [style('red', `${event.says}${place(event)}`), `Fix: ${event.fix}`],
  hangup: (_, { style }) => style('bold', '> hangs up'),
  ended: ({ code, name }, { style }) => style(isError(code) ? 'red' : 'bold', `ended: ${code} ${name}`),
};

function asked(event: EventOf<'ask'>): string {
  const { takes, keys, numDigits, finishOnKey, timeout, attempt, attempts } = event;
  const count = numDigits === 1 ? 'one key' : `up to ${numDigits} keys`;
  const some = takes.includes('dtmf')
    ? [`${count} of ${keys}`, ...(numDigits > 1 && finishOnKey !== '' ? [`${finishOnKey} ends them`] : [])]
    : [];
  const speech = takes.includes('speech') ? ['speech'] : [];
  const tries = attempts > 1 ? [`try ${attempt} of ${attempts}`] : [];
  return `? ${[...some, ...speech, `within ${seconds(timeout)}`, ...tries].join(', ')}`;
}

function requested(event: EventOf<'request'>): string {
  const { kind, method, url, status, contentType, failure, attempt, signed, ms } = event;
  const reply = status === undefined ? failure : [status, contentType].filter(Boolean).join(' ');
  const marks = [kind, ...(signed ? ['signed'] : []), ...(attempt > 1 ? [`attempt ${attempt}`] : [])];
  return `${method} ${url} (${marks.join(', ')}): ${reply}, ${Math.round(ms * 10) / 10} ms`;
}

/** Call time as `1:23.4`. */
function clock(at: number): string {
  const tenths = Math.round(at * 10);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${Math.floor(tenths / 600)}:${rest}`.padStart(8);
}

/** An event as lines, with the call time in front; none when it is not to be seen. */
export function show(event: PhoneEvent, view: View): readonly string[] {
  const tell = table[event.event] as (event: PhoneEvent, view: View) => Lines;
  const lines = [tell(printable(event), view) ?? []].flat();
  return lines.map((line, index) =>
    index === 0 ? `${view.style('dim', clock(event.at))}  ${line}` : `${' '.repeat(10)}${line}`,
  );
}

// Only a document has lines, and each of them is indented.
const safe = (name: string, text: string) => (name === 'xml' ? inLines(text) : oneLine(text));

const printable = <Event extends PhoneEvent>(event: Event): Event =>
  JSON.parse(
    JSON.stringify(event, (name, value: unknown) => (typeof value === 'string' ? safe(name, value) : value)),
  ) as Event;
