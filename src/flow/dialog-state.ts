/**
 * The state of a dialog: it travels in reserved keys of the query, which Plivo signs with the rest of the address.
 * @module
 */
import type { SoundUse } from '../render/validate/sound.ts';

/** Which dialog of a level a request belongs to, and how far it is. */
export interface DialogState {
  /** The name of the dialog, which is unique in its level. */
  readonly dialog: string;
  /** The step of the dialog that the request is about, such as `answer` or `whisper`; `notice` expects no document. */
  readonly phase: string;
  /** How often the caller was silent so far. */
  readonly noInput: number;
  /** How often the answer was not an option so far. */
  readonly noMatch: number;
  /** How often the caller asked to hear it again so far. */
  readonly repeats: number;
  /**
   * When the document was made, in seconds since 1970: the level runs as it was then, so that the outcome of a transfer finds its
   * dialog although opening hours have ended. `undefined` for the answer of a question, which counts now.
   */
  readonly at?: number | undefined;
}

// Parameters of a level begin with a lower-case letter, so none can be mistaken for these keys.
const keys = {
  at: '__at',
  dialog: '__dialog',
  noInput: '__noinput',
  noMatch: '__nomatch',
  phase: '__phase',
  repeats: '__repeats',
} as const;

const reserved: ReadonlySet<string> = new Set(Object.values(keys));

/** Whether a key of a query is reserved for dialogs. */
export const isDialogKey = (name: string): boolean => reserved.has(name);

/** An item of a query that has a reserved key, also where a hand or a proxy escaped its underscores. */
const ofState = /^(?:_|%5f){2}/i;

const name = /^[A-Za-z][\w-]{0,31}$/;
const count = /^\d{1,2}$/;
const mostCounted = 99;

/** Reads the state of a dialog from a query; undefined when it has none. */
export function readDialogState(query: { readonly [name: string]: unknown }): DialogState | undefined {
  const dialog = query[keys.dialog];
  const phase = query[keys.phase];
  if (!isName(dialog) || !isName(phase)) return undefined;
  return {
    dialog,
    phase,
    noInput: countIn(query[keys.noInput]),
    noMatch: countIn(query[keys.noMatch]),
    repeats: countIn(query[keys.repeats]),
    at: secondsIn(query[keys.at]),
  };
}

/** Whether a name or a phase can be written into the address of an answer. */
export const isName = (value: unknown): value is string => typeof value === 'string' && name.test(value);

const countIn = (value: unknown): number =>
  typeof value === 'string' && count.test(value) ? Number(value) : 0;

const seconds = /^\d{1,11}$/;

const secondsIn = (value: unknown): number | undefined =>
  typeof value === 'string' && seconds.test(value) ? Number(value) : undefined;

/** A query without the reserved keys of dialogs: the schema of a level does not know them. */
export function withoutDialogState<T extends object>(query: T): T {
  let hasState = false;
  for (const key in query) hasState ||= isDialogKey(key);
  if (!hasState) return query;
  return Object.fromEntries(Object.entries(query).filter(([key]) => !isDialogKey(key))) as T;
}

/** The element that plays the document of a phase; most documents are read by Plivo itself. */
export const soundOfDialog = ({ phase }: DialogState): SoundUse | undefined =>
  phase === 'whisper' ? { sounding: 'Dial', attribute: 'confirmSound' } : undefined;

/**
 * The address of a level, with the state of one of its dialogs.
 *
 * @param href its path and query; reserved keys in it are replaced
 */
export function withDialogState(href: string, state: DialogState): string {
  const mark = href.indexOf('?');
  // Only the first question mark ends the path: another one may be in a value.
  const [path, query] = mark === -1 ? [href, ''] : [href.slice(0, mark), href.slice(mark + 1)];
  const own = query.split('&').filter((item) => item !== '' && !ofState.test(item));
  return `${path}?${[...itemsOf(state), ...own].join('&')}`;
}

/** In the order of their names, as other parameters are; what is zero is left out. A count has two digits at most. */
function itemsOf({ dialog, phase, noInput, noMatch, repeats, at }: DialogState): string[] {
  const items = at === undefined ? [] : [`${keys.at}=${at}`];
  items.push(`${keys.dialog}=${dialog}`);
  const add = (key: string, counted: number) => {
    if (counted > 0) items.push(`${key}=${Math.min(counted, mostCounted)}`);
  };
  add(keys.noInput, noInput);
  add(keys.noMatch, noMatch);
  items.push(`${keys.phase}=${phase}`);
  add(keys.repeats, repeats);
  return items;
}
