/**
 * What each field of a call takes: one table, the same for checking and for sending.
 * @module
 */
import type { OutboundCall } from './outbound-call.ts';

/** One field: `as` tells the ones with an error of their own, `takes` completes "give". */
export interface Field {
  readonly as: 'number' | 'url' | 'value';
  readonly expected: string;
  accepts(value: unknown): boolean;
}

const text = (expected: string, most = Infinity): Field => ({
  as: 'value',
  expected,
  accepts: (value) => typeof value === 'string' && value !== '' && value.length <= most,
});

const oneOf = (...words: readonly string[]): Field => ({
  as: 'value',
  expected: words.map((word) => `"${word}"`).join(' or '),
  accepts: (value) => words.some((word) => word === value),
});

const whole = (unit: string, least: number, most = Infinity): Field => ({
  as: 'value',
  expected: `a whole number of ${unit}, ${most === Infinity ? `${least} or more` : `${least} to ${most}`}`,
  accepts: (value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
});

const number: Field = { ...text('a number in E.164 form'), as: 'number' };
const url: Field = { ...text('an address'), as: 'url' };
// `w` and `W` are pauses, and `@250` at the end is the length of a tone in milliseconds.
const keys: Field = {
  as: 'value',
  expected: 'keys such as ww1#',
  accepts: (value) => typeof value === 'string' && /^[0-9A-D*#wW]+(@\d{1,5})?$/.test(value),
};
const method = oneOf('POST', 'GET');
const yesOrNo: Field = {
  as: 'value',
  expected: 'true or false',
  accepts: (value) => typeof value === 'boolean',
};

/** All fields, in the order in which they are checked and sent. */
export const callFields: { readonly [name in keyof Required<OutboundCall>]: Field } = {
  to: number,
  from: number,
  answerUrl: url,
  answerMethod: method,
  ringUrl: url,
  ringMethod: method,
  hangupUrl: url,
  hangupMethod: method,
  fallbackUrl: url,
  fallbackMethod: method,
  callerName: text('1 to 50 characters', 50),
  sendDigits: keys,
  sendOnPreanswer: yesOrNo,
  timeLimit: whole('seconds', 1),
  ringTimeout: whole('seconds', 1),
  hangupOnRing: whole('seconds', 0),
  machineDetection: oneOf('true', 'hangup'),
  machineDetectionTime: whole('milliseconds', 2000, 10_000),
  machineDetectionUrl: url,
  machineDetectionMethod: method,
  machineDetectionMaximumSpeechLength: whole('milliseconds', 1000, 6000),
  machineDetectionInitialSilence: whole('milliseconds', 2000, 10_000),
  machineDetectionMaximumWords: whole('words', 2, 10),
  machineDetectionInitialGreeting: whole('milliseconds', 1000, 5000),
  sipHeaders: text('pairs such as Tier=gold,Lang=en'),
  parentCallUuid: text('the UUID of a call'),
  errorIfParentNotFound: yesOrNo,
};

/** The name as Plivo writes it: `ringTimeout` is `ring_timeout`. */
export const plivoName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
