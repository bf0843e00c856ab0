/**
 * Redaction: replaces what the caller sent in every text for the log.
 * @module
 */
import type { FastifyRequest } from 'fastify';
import { inspect } from 'node:util';
import { noAuthoredValues, type AuthoredValues } from '../../flow/authored-values.ts';
import { encodedText } from '../../flow/param-text.ts';
import { escapeAttribute, escapeText } from '../../render/output/escape.ts';
import { escapeRegExp } from './escape-reg-exp.ts';
import { fieldsOf, ownQueryOf } from '../request.ts';

/** Redacts a text. */
export type Redact = (text: string) => string;

const personal = /(?:From|To|Digits|DigitsMatch|Speech)$|^(?:CallerName$|transcription$|X-PH-|SIP-H-)/;

// One or two keys identify nobody, and redacting them would remove most numbers from all sentences.
const shortest = 3;

// A value of this length or more is the caller's wherever it occurs, also inside a word.
const unmistakable = 7;

// The number of leading characters by which a long value is recognised.
const beginning = 40;

/** The replacement of a redacted value. */
export const redacted = '[hidden]';

// Any phone number, as people and carriers write it: a level may mention another one than the caller's.
const likeANumber = /(?<![\w.-])(?!\d{4}-\d\d-\d\d)\+?\(?\d(?:[ ()-]{0,2}\d){6,14}(?!\w|\.\w)/g;

/**
 * Makes {@link Redact} for one request.
 *
 * @param fields what Plivo sent
 * @param given parameters of the URL, which may hold what the caller said before; the list may grow later
 * @param words the values among them that the author wrote, which stay
 */
export function redactorFor(
  fields: { readonly [name: string]: unknown },
  given: readonly unknown[] = [],
  words: AuthoredValues = noAuthoredValues,
): Redact {
  let forms: Forms | undefined;
  let known = 0;
  return (text) => {
    if (forms === undefined || known < given.length) forms = formsIn(fields, given, words);
    known = given.length;
    let clean = text.replace(encodedText, redacted);
    for (const [start, long] of forms.long) clean = withoutLong(start, long, clean);
    for (const form of forms.short)
      if (clean.includes(form)) clean = clean.replace(pattern(form), () => redacted);
    return clean.replace(likeANumber, redacted);
  };
}

/** Makes {@link Redact} for a request to any route: all parameters of its URL are redacted. */
export const redactorForRequest = (request: FastifyRequest): Redact =>
  redactorFor(fieldsOf(request), [ownQueryOf(request), request.params]);

/** All spellings of the values. */
interface Forms {
  /** The longest first. */
  readonly short: readonly string[];
  /** By their beginning. */
  readonly long: ReadonlyMap<string, readonly string[]>;
}

/** A value with the same spelling in a URL, in JSON and in XML. */
const plain = /^[\w.-]*$/;

/** The spellings of a text: in a URL, in forms, in JSON, in Node's inspect, in XML. */
function spellings(value: string): string[] {
  const escaped = encodeURIComponent(value.replace(/\p{Surrogate}/gu, ''));
  return [
    escaped,
    escaped.replaceAll('%20', '+'),
    new URLSearchParams([['', value]]).toString().slice(1),
    JSON.stringify(value).slice(1, -1),
    inspect(value).slice(1, -1),
    escapeText(value),
    escapeAttribute(value),
  ];
}

function formsIn(
  fields: { readonly [name: string]: unknown },
  given: readonly unknown[],
  words: AuthoredValues,
): Forms {
  const short = new Set<string>();
  const long = new Map<string, string[]>();
  const add = (form: string) => {
    if (form.length <= beginning) return form.length >= shortest && short.add(form);
    const start = form.slice(0, beginning);
    return long.set(start, [...(long.get(start) ?? []), form]);
  };
  const addAll = (value: string) => {
    const digits = value.replace(/[^\d*#]/g, '');
    for (const form of [value, value.trim(), ...(plain.test(value) ? [] : spellings(value))]) add(form);
    if (digits.length >= unmistakable) add(digits);
  };
  for (const name in fields) {
    if (!personal.test(name)) continue;
    for (const value of [fields[name]].flat()) if (typeof value === 'string') addAll(value);
  }
  for (const params of given) for (const value of textsIn(params, words)) addAll(value);
  return { short: [...short].toSorted((a, b) => b.length - a.length), long };
}

/** The depth to which parameters are searched: a schema may make any structure. */
const mostNested = 5;

/** All texts and numbers in the parameters that a schema returned, without those that the author wrote. */
function* textsIn(value: unknown, words: AuthoredValues, name = '', depth = 0): Generator<string> {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    if (depth !== 1 || !words.has(name, String(value))) yield String(value);
  } else if (typeof value === 'object' && value !== null && depth < mostNested) {
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, words, key, depth + 1);
  }
}

/** Redacts a long value, also when only its beginning occurs. */
function withoutLong(start: string, forms: readonly string[], text: string): string {
  let clean = '';
  let from = 0;
  for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, from)) {
    clean += text.slice(from, at) + redacted;
    from = at + Math.max(...forms.map((form) => sameLength(form, text, at)));
  }
  return clean + text.slice(from);
}

/** How many characters of a spelling occur in a text. */
function sameLength(form: string, text: string, at: number): number {
  let length = beginning;
  while (length < form.length && text[at + length] === form[length]) length++;
  return length;
}

function pattern(form: string): RegExp {
  const literal = escapeRegExp(form);
  if (form.length >= unmistakable) return new RegExp(literal, 'g');
  // A short value may look like a line or column of a file, which must stay readable. %3D in a URL is not a letter.
  return new RegExp(
    `(?:(?<=%[0-9A-Fa-f]{2})|(?<![\\p{L}\\p{N}]|\\.\\w+:|\\.\\w+:\\d+:))${literal}(?![\\p{L}\\p{N}])`,
    'gu',
  );
}
