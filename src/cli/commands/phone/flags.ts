/**
 * The flags of `plivo-jsx phone`: one table for the parser, the help and the documentation.
 * @module
 */
import { optionWords } from '../../../phone/engine/option-words.ts';

/** One flag. */
export interface Flag {
  readonly description: string;
  /** The name of its value in the help; a flag without it has no value. */
  readonly value?: string;
  readonly multiple?: true;
  /** The values that it accepts, if there are few. */
  readonly expected?: readonly string[];
}

/** All flags, in the order of the help. */
export const flags = {
  script: {
    value: 'tokens',
    description: 'what the caller does, such as "1 2 dial:busy"; then silence follows',
  },
  json: { description: 'prints one JSON object a line, and nothing else' },
  verbose: { description: 'shows each request, its reply and the milliseconds' },
  xml: { description: 'shows each document' },
  'real-time': { description: 'at a keyboard, prompts take their time, so that keys can interrupt them' },
  at: {
    value: 'time',
    description:
      'when the call takes place, such as 2026-12-24T18:00; without a zone or an offset, in the zone of this machine',
  },
  from: {
    value: 'number',
    description: 'who calls, empty without a number; of an outbound call the number it comes from',
  },
  to: { value: 'number', description: 'who is called' },
  direction: {
    value: 'word',
    expected: optionWords.direction,
    description: 'who placed the call; default inbound',
  },
  'caller-name': { value: 'name', description: "the caller's name" },
  'forwarded-from': { value: 'number', description: 'the number that the call was diverted from' },
  header: { value: 'X-PH-name=value', multiple: true, description: 'a custom SIP header of the caller' },
  token: { value: 'token', description: 'signs every request with this auth token' },
  sign: { description: 'signs with PLIVO_AUTH_TOKEN for PUBLIC_URL, so that the command line has no token' },
  'public-url': {
    value: 'url',
    description:
      'the address the app believes it has, with the path that a proxy strips; the default is PUBLIC_URL with --sign, and for a server of this machine',
  },
  'local-url': {
    value: 'url',
    description:
      'where requests for the public URL are sent; default the server that is called, with the path that both addresses begin with',
  },
  'answer-method': { value: 'method', expected: optionWords.answerMethod, description: 'default POST' },
  'hangup-url': { value: 'url', description: 'gets a request when the call has ended' },
  'hangup-method': { value: 'method', expected: optionWords.hangupMethod, description: 'default POST' },
  'ring-url': { value: 'url', description: 'gets a request when an outbound call rings' },
  'ring-method': { value: 'method', expected: optionWords.ringMethod, description: 'default POST' },
  'fallback-url': { value: 'url', description: 'gets a request when the answer URL failed' },
  'fallback-method': { value: 'method', expected: optionWords.fallbackMethod, description: 'default POST' },
  callee: {
    value: 'word',
    expected: optionWords.callee,
    description: 'how an outbound call ends or is answered; default answers',
  },
  'answered-by': {
    value: 'word',
    expected: optionWords.answeredBy,
    description: 'for an outbound call; default human',
  },
  'machine-detection': {
    value: 'word',
    expected: optionWords.machineDetection,
    description: 'for an outbound call; default none',
  },
  'machine-detection-url': {
    value: 'url',
    description: 'gets a request when a machine is detected during the call',
  },
  'machine-detection-method': {
    value: 'method',
    expected: optionWords.machineDetectionMethod,
    description: 'default POST',
  },
  room: {
    value: 'name=member,member',
    multiple: true,
    description: 'who is in a conference or multiparty call already',
  },
  assume: {
    value: 'name=value',
    multiple: true,
    description: 'what Plivo does not document, such as ringSeconds=5',
  },
  uuid: { value: 'id', description: 'the id of the call; default a random one' },
} as const satisfies { readonly [name: string]: Flag };

export type FlagName = keyof typeof flags;

/** The flags as `parseArgs` of Node wants them. */
export const parserOptions = Object.fromEntries(
  Object.entries<Flag>(flags).map(([name, { value, multiple }]) => [
    name,
    { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: multiple === true },
  ]),
);
