/** Returns the value or the values of a name. They come from a client, so they may have any type. */
export type ValueOf = (name: string) => unknown;

/**
 * Joins the pairs, sorted by name and then by value in UTF-16 order, as Plivo's SDK does; `undefined` when a value is not
 * text.
 *
 * Names and values are sorted separately, because engines sort plain strings fastest.
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

/** A form has only strings; JSON can also have booleans and numbers, which the SDK converts to text. */
const isText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
