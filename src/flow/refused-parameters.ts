/**
 * Why a level does not accept the parameters of an address, in words that have no value of theirs: it may be a caller's.
 * @module
 */
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { PlivoJsxError } from '../errors.ts';
import { placeText } from '../stack.ts';
import type { AnyLevel } from './level.ts';
import type { ReadParams } from './params.ts';
import { unknownParameters } from './unknown-parameters.ts';

/** The most parameters that a message names. */
const mostNamed = 5;

/** Where a schema library begins to quote a value, after the requirement; the name of a type tells nothing of the value. */
const quote = / received (?!(?:undefined|null|NaN|string|number|boolean|array|object)\b)| \(was /;

/**
 * The error for parameters that a level does not accept.
 *
 * @param query the parameters as they were sent, decoded
 * @param read what its schema made of them
 * @param isMultilingual whether the flow has several languages
 */
export function refusedParameters(
  { path, kind, source }: AnyLevel,
  query: Readonly<Record<string, unknown>>,
  read: ReadParams<object>,
  isMultilingual: boolean,
): PlivoJsxError {
  const reasons = read.ok
    ? unknownParameters(query, read.value, isMultilingual).map((name) => ({ name, says: 'not declared' }))
    : read.issues.map((issue) => ({ name: nameIn(issue), says: withoutValues(issue.message, query) }));
  const lines = reasons.slice(0, mostNamed).map(({ name, says }) => `  ${shownName(name)}: ${says}`);
  const trace = [...lines, `  at <${kind} ${path}>${placeText(source)}`].join('\n');
  return new PlivoJsxError(
    'E_PARAMS',
    { path, suggestion: suggestionFor(read, reasons[0]?.name) },
    { trace },
  );
}

function suggestionFor(read: ReadParams<object>, name: string | undefined): string {
  if (read.ok) return 'declare the parameter in the schema of the level, or remove it from the address';
  const which = name === undefined ? 'its schema' : `${shownName(name)} in its schema`;
  return `write an address that the schema accepts, or give ${which} a value to fall back on, as .catch(…) of Zod does`;
}

/** The name of the parameter that an issue is about; a nested one is found by its first part. */
function nameIn({ path = [] }: StandardSchemaV1.Issue): string | undefined {
  const [first] = path;
  return first === undefined ? undefined : String(typeof first === 'object' ? first.key : first);
}

/** A name from outside may be anything. */
const shownName = (name: string | undefined) =>
  name !== undefined && /^[a-z_][\w.~-]{0,39}$/i.test(name) ? name : 'a parameter';

/** The message of the schema library, in which no word of a value is left; the author may have quoted it. */
function withoutValues(message: unknown, query: Readonly<Record<string, unknown>>): string {
  const values = Object.values(query).flatMap((value) => String(value).toLowerCase().match(word) ?? []);
  const sent = new Set(values);
  const [line = ''] = String(message).slice(0, 300).split('\n', 1);
  const [requirement = ''] = line.split(quote, 1);
  return requirement
    .replace(/(?:,| but)$/, '')
    .replace(word, (found) => (sent.has(found.toLowerCase()) ? '[hidden]' : found));
}

const word = /[\p{L}\p{N}]+/gu;
