/**
 * The fields of a request as they were sent.
 * @module
 */

/** The fields of a request as they were sent; one that was sent more than once is a list. The object has no prototype. */
export interface RawFields {
  readonly [name: string]: string | readonly string[];
}

/** What a parser of forms or queries returns: pairs (`URLSearchParams`, a `Map`) or an object. */
export type CallParams =
  | Iterable<readonly [name: string, value: string]>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** Collects the fields. Values that are not text are left out, since a form cannot have them. Never throws. */
export function collectFields(params: CallParams): RawFields {
  const raw: { [name: string]: string | string[] } = { __proto__: null } as never;
  try {
    if (typeof params === 'object' && params !== null) collect(params, raw);
  } catch {
    // Only a Proxy or a getter can throw; the fields that were read before are kept.
  }
  return Object.freeze(raw);
}

type Writable = { [name: string]: string | string[] };

function collect(params: CallParams, raw: Writable): void {
  if (Symbol.iterator in params) {
    for (const pair of params as Iterable<unknown>) {
      if (Array.isArray(pair) && typeof pair[0] === 'string') add(raw, pair[0], pair[1]);
    }
    return;
  }
  for (const name of Object.keys(params)) {
    const value: unknown = params[name];
    if (Array.isArray(value)) for (const one of value) add(raw, name, one);
    else add(raw, name, value);
  }
}

function add(raw: Writable, name: string, value: unknown): void {
  if (typeof value !== 'string') return;
  const before = raw[name];
  if (before === undefined) raw[name] = value;
  else if (typeof before === 'string') raw[name] = [before, value];
  else before.push(value);
}
