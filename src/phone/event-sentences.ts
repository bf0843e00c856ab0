/**
 * One sentence for each event. Transcripts and the terminal show the same ones.
 * @module
 */
import { pathAndQueryOf } from './engine/event-queries.ts';
import type { EventName, EventOf, PhoneEvent } from './engine/events.ts';

/** A sentence for each kind of event; undefined for an event that says nothing new. */
type Sentences = { readonly [Name in EventName]: (event: EventOf<Name>) => string | undefined };

const parties: { readonly [by: string]: string } = { ALeg: 'caller', BLeg: 'other side' };

const asks = ({ inputTypes, numDigits, timeout }: EventOf<'ask'>) => {
  const keys = numDigits === 1 ? 'a key' : 'keys';
  const wanted = inputTypes.map((type) => (type === 'dtmf' ? keys : 'speech')).join(' or ');
  return `waits ${timeout} s for ${wanted}`;
};

const duringText = (prompt: string | undefined) => (prompt === undefined ? '' : ` during the <${prompt}>`);

/** A length in seconds, as exact as the call times of a transcript. */
const length = (seconds: number) => `${Math.round(seconds * 10) / 10} s`;

const outcomes = { given: undefined, none: 'nothing was pressed or said', invalid: 'not a valid key' };

const sentences: Sentences = {
  ring: () => 'it rings',
  answer: () => 'the call is answered',
  document: ({ url }) => `document of ${url}`,
  speak: ({ text, language, voice }) => `“${text}” (${language}, ${voice})`,
  play: ({ url }) => `plays ${url}`,
  interrupt: ({ element, heard }) => `the <${element}> is cut short after ${length(heard)}`,
  beep: () => 'beep',
  pause: ({ seconds }) => `pause of ${length(seconds)}`,
  ask: asks,
  press: ({ keys, by, dropped, during }) =>
    `${parties[by] ?? by} presses ${keys}${duringText(during)}${dropped === undefined ? '' : ` (${dropped} is not listened to)`}`,
  say: ({ text }) => `caller says “${text}”`,
  input: ({ outcome }) => outcomes[outcome],
  request: ({ method, url, status, failure }) => `${method} ${pathAndQueryOf(url)} → ${status ?? failure}`,
  dial: ({ legs, timeout }) => `calls ${legs.join(', ')} for at most ${timeout} s`,
  leg: ({ leg, status }) => `${leg}: ${status}`,
  whisper: ({ leg, text, language, voice, url }) =>
    text === undefined ? `${leg} hears ${url}` : `${leg} hears “${text}” (${language}, ${voice})`,
  dialed: ({ status, seconds }) => `dial is over: ${status}${seconds > 0 ? ` after ${length(seconds)}` : ''}`,
  record: ({ background }) => (background ? 'recording starts in the background' : 'recording starts'),
  recorded: ({ seconds, endedBy }) => `recorded ${length(seconds)}, ended by ${endedBy}`,
  conference: ({ room, action, member }) => `conference ${room}: ${action} (${member})`,
  multiPartyCall: ({ name, action, member }) => `multiparty call ${name}: ${action} (${member})`,
  message: ({ text }) => `sends the message “${text}”`,
  dtmf: ({ digits }) => `sends the keys ${digits}`,
  stream: ({ action }) => `stream: ${action}`,
  redirect: ({ url }) => `redirects to ${url}`,
  transfer: ({ url }) => `Plivo's API transfers the call to ${url}`,
  schedule: ({ seconds }) => `will hang up in ${seconds} s`,
  warning: ({ message }) => `warning: ${message}`,
  error: ({ message, fix }) => `error: ${message}\nfix: ${fix}`,
  failure: ({ message, path }) => `the app failed: ${message === '' ? path : message}`,
  hangup: ({ during }) => `caller hangs up${duringText(during)}`,
  ended: ({ code, name }) => `ended: ${code} ${name}`,
};

/**
 * Describes an event in a sentence, as in a transcript, but with numbers in full.
 *
 * @returns undefined for an input that is given, since the keys or the speech were events before it
 * @example
 * ```ts
 * import { describeEvent, startCall } from 'plivo-jsx/phone';
 *
 * await startCall('http://localhost:5000/ivr', {
 *   onEvent: (event) => console.log(describeEvent(event) ?? ''),
 * });
 * ```
 */
export function describeEvent(event: PhoneEvent): string | undefined {
  const sentence = sentences[event.event] as (event: PhoneEvent) => string | undefined;
  return sentence(event);
}
