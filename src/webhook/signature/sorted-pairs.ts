/** The values of a name, or the only one; anything at all, since it comes from outside. */
export type ValueOf = (name: string) => unknown;

/**
 * The pairs by name, then by value, each by UTF-16 unit, as the SDK sorts them; undefined when a value is no text.
 *
 * Names and values are sorted one after the other since an engine is quickest at sorting plain texts.
 */
export function sortedPairs(
  names: string[],
  valueOf: ValueOf,
  equals: string,
  between: string,
): string | undefined {
  let text = '';
  for (const name of names.sort()) {
    const value = valueOf(name);
    if (typeof value === 'string') {
      text += between + name + equals + value;
      continue;
    }
    const values = Array.isArray(value) ? value : [value];
    if (!values.every(isText)) return undefined;
    for (const one of values.map(String).sort()) text += between + name + equals + one;
  }
  return text.slice(between.length);
}

/** What a form can hold; JSON can hold the other two as well, and the SDK prints them. */
const isText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
