/**
 * The JSON of a value in a session, and why there may be none. No message has a part of a value.
 * @module
 */
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Source } from '../../jsx-runtime/element.ts';
import { PlivoJsxError } from '../errors.ts';
import { placeText } from '../stack.ts';

/** The most characters of the JSON. */
const mostCharacters = 64 * 1024;

/** Where and how a value is set. */
export interface Setting {
  /** The name of the session. */
  readonly name: string;
  /** The place in the author's files, which takes time to find. */
  readonly place: () => Source | undefined;
  /** A schema makes again of the JSON what JSON cannot carry. */
  readonly hasSchema: boolean;
}

/**
 * Returns the JSON of a value.
 *
 * @throws {@link PlivoJsxError} `E_SESSION_VALUE` with the part of the value that JSON cannot carry
 */
export function sessionText(setting: Setting, value: unknown): string {
  if (value === undefined) throw refused(setting, '', useDelete);
  let text: string | undefined;
  try {
    const lost = setting.hasSchema ? undefined : lostIn(value, '', []);
    if (lost !== undefined) throw refused(setting, lost, noJson);
    text = JSON.stringify(value);
  } catch (error) {
    if (error instanceof PlivoJsxError) throw error;
    // What a getter or toJSON throws may hold the value, so it is no cause.
  }
  if (text === undefined) throw refused(setting, '', noJson);
  if (text.length > mostCharacters) throw refused(setting, '', tooLong);
  return text;
}

/**
 * Checks that the schema of a session reads the JSON of a value.
 *
 * @throws {@link PlivoJsxError} `E_SESSION_VALUE`
 */
export function assertReadable(setting: Setting, read: StandardSchemaV1.Result<unknown> | undefined): void {
  if (read?.issues !== undefined) throw refused(setting, '', unreadable);
}

const noJson = {
  problem: 'JSON cannot carry',
  suggestion:
    'set texts, numbers, booleans, null, and lists and plain objects of them, or give the session a schema',
};
const useDelete = {
  problem: 'is undefined, which JSON cannot carry',
  suggestion: 'remove the value with delete(context)',
};
const unreadable = {
  problem: 'its schema does not read again of its JSON',
  suggestion: 'write a schema for what JSON makes of the value, such as z.coerce.date() for a date',
};
const tooLong = {
  problem: `has more than ${mostCharacters / 1024} KB of JSON`,
  suggestion: 'set the key of an entry in a database of your own',
};

function refused(
  { name, place }: Setting,
  path: string,
  why: { readonly problem: string; readonly suggestion: string },
): PlivoJsxError {
  const trace = `  at ${name}.set${placeText(place())}`;
  return new PlivoJsxError('E_SESSION_VALUE', { name: `${name}${path}`, ...why }, { trace });
}

/** The path to the first part that would not come back as it is; undefined when all would. */
function lostIn(value: unknown, path: string, around: readonly object[]): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path;
  if (typeof value !== 'object' || around.includes(value)) return path;
  const inside = [...around, value];
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const lost = lostIn(value[index], `${path}[${index}]`, inside);
      if (lost !== undefined) return lost;
    }
    return undefined;
  }
  if (!isPlain(value)) return path;
  for (const [name, part] of Object.entries(value)) {
    // A property that is not there is undefined too.
    const lost = part === undefined ? undefined : lostIn(part, `${path}${shown(name)}`, inside);
    if (lost !== undefined) return lost;
  }
  return undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object of another realm has another Object.prototype, which has no prototype either.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A name that an author wrote looks like a name; others may be a caller's number. */
const shown = (name: string) => (/^[a-z_]\w{0,39}$/i.test(name) ? `.${name}` : '[…]');
