/** The fields of a request as they came; one that came more than once is a list. It has no prototype. */
export interface RawFields {
  readonly [name: string]: string | readonly string[];
}

/** What a parser of forms or queries gives: pairs (`URLSearchParams`, a `Map`) or an object. */
export type CallParams =
  | Iterable<readonly [name: string, value: string]>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** Collects the fields; what isn't text is left out, as a form can't hold it. Never throws. */
export function rawFields(params: CallParams): RawFields {
  const raw: { [name: string]: string | string[] } = { __proto__: null } as never;
  try {
    if (typeof params === 'object' && params !== null) collect(params, raw);
  } catch {
    // Only an object with traps of its own gets here; what was read before it stays.
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
