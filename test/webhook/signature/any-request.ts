/**
 * Random requests that Plivo could send. Not by fast-check: 100,000 of them must cost seconds, and a number is enough to
 * make one again.
 */

/** A request, not signed yet. */
export interface AnyRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly params: Readonly<Record<string, string | readonly string[]>>;
  readonly nonce: string;
}

/** Whole numbers from 0 up to, and without, a bound. */
export type Random = (bound: number) => number;

/** Mulberry32: the same numbers for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** An address as a request has it: a fragment stays with the sender. */
export const withoutFragment = (url: string) => url.replace(/#.*$/s, '');

/** One of several. */
export const oneOf = <T>(random: Random, all: readonly T[]): T => all[random(all.length)]!;

const many = <T>(random: Random, most: number, make: () => T): T[] =>
  Array.from({ length: random(most + 1) }, make);

const origins = [
  'https://ivr.example.com',
  'https://ivr.example.com:8443',
  'http://203.0.113.9:3000',
  'HTTPS://IVR.example.com:443',
  'https://h.example:',
  'https://user:pw@ivr.example.com',
];
const fragments = ['', '', '', '#ct=2000&rc=2', '#a?b=c/d'];
const plain = [...'abcxyzABCXYZ0189._~-'];
/** What stands in an address besides; no `@`, which Plivo's SDK takes for the end of user info wherever it stands. */
const inPath = [...plain, ';', ':', ',', '+', '=', '&', '!', '(', '%2F', '%20', '%C3%A9', '%e2%82%ac'];
const inQuery = [
  ...plain,
  ';',
  ':',
  '/',
  '?',
  '+',
  '.',
  '%2B',
  '%26',
  '%3D',
  '%20',
  '%c3%a9',
  '%F0%9F%98%80',
];
/** What a form can hold: anything but half of a character. */
const inForm = [
  ...plain,
  ' ',
  '&',
  '=',
  '.',
  '+',
  '%',
  '"',
  '<',
  '\n',
  '\0',
  'é',
  '€',
  '\u{1f600}',
  '\ufffd',
];
const nonces = [...'abcXYZ0123456789_-'];

const names = [
  'CallUUID',
  'From',
  'To',
  'Digits',
  'Event',
  'Direction',
  'CallStatus',
  'SIP-H-To',
  'X-PH-a',
  'lang',
];
const rare = ['', '=', 'a', 'a=', '=b', 'a[]=1', 'a=b=c', 'constructor=1', 'lang=en', 'lang=es', 'lang=en'];

const text = (random: Random, from: readonly string[], least: number, most: number) =>
  Array.from({ length: least + random(most - least + 1) }, () => oneOf(random, from)).join('');

/** A request of its own for each seed. */
export function anyRequest(random: Random): AnyRequest {
  const item = () =>
    random(4) === 0 ? oneOf(random, rare) : `${text(random, plain, 1, 6)}=${text(random, inQuery, 0, 10)}`;
  const query = random(3) === 0 ? '' : `?${many(random, 4, item).join('&')}`;
  const path = many(random, 4, () => `/${text(random, inPath, 0, 8)}`).join('');
  const value = () => text(random, inForm, 0, 12);
  const field = (): [string, string | string[]] => [
    random(3) === 0 ? text(random, inForm, 1, 6) : oneOf(random, names),
    random(8) === 0 ? [value(), ...many(random, 2, value)] : value(),
  ];
  return {
    method: random(4) === 0 ? 'GET' : 'POST',
    url: oneOf(random, origins) + path + query + oneOf(random, fragments),
    params: Object.fromEntries(many(random, 6, field)),
    nonce: text(random, nonces, 1, 24),
  };
}
