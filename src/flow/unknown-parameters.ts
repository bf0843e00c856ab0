/**
 * Whether a level knows every parameter of its address.
 * @module
 */

/**
 * True when the schema of a level gave something for each parameter that came. One signature fits an address with more
 * parameters as well, so none that the level does not know may be let through in silence.
 *
 * @param read what the schema made of the parameters
 * @param query the parameters as they came
 * @param isMultilingual the flow speaks several languages: `lang` is then known at all its levels
 */
export function takesAll(read: object, query: object, isMultilingual: boolean): boolean {
  for (const name in query) if (!(isIn(read, name) || (isMultilingual && name === 'lang'))) return false;
  return true;
}

/** Every object has a `constructor`; the schema made none of it. */
const isIn = (read: object, name: string) =>
  Object.hasOwn(read, name) || (name in read && !(name in Object.prototype));
