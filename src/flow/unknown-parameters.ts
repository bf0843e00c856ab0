/**
 * Whether the address of a request has parameters that its level does not declare.
 * @module
 */

/**
 * True when the query has a parameter that the schema of the level did not return. The same signature can fit an address
 * with an additional parameter, so a parameter that the level does not declare must not be ignored.
 *
 * @param query the parameters as they were sent
 * @param params the parameters that the schema returned
 * @param isMultilingual whether the flow has several languages: all of its levels then accept `lang`
 */
export function hasUnknownParameters(query: object, params: object, isMultilingual: boolean): boolean {
  for (const name in query)
    if (!isDeclared(params, name) && !(isMultilingual && name === 'lang')) return true;
  return false;
}

/** Every object inherits names such as `constructor`, which the schema did not return. */
const isDeclared = (params: object, name: string) =>
  Object.hasOwn(params, name) || (name in params && !(name in Object.prototype));
