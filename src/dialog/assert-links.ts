/**
 * The links of a dialog, for authors without types.
 * @module
 */
import { DocumentError } from '../render/explain/problem.ts';
import { isLink } from '../render/node-kind.ts';

/**
 * Rejects a link that is missing: otherwise a caller comes to an address that is none.
 *
 * @param props the links by the name of their prop
 */
export function assertLinks(component: string, props: { readonly [prop: string]: unknown }): void {
  const missing = Object.keys(props).find((prop) => !isLink(props[prop]));
  if (missing === undefined) return;
  const isLevel = typeof props[missing] === 'function';
  throw new DocumentError('E_DIALOG_PROP', {
    component,
    problem: isLevel ? `has a level as ${missing}, not a link to it` : `has no ${missing}`,
    suggestion: isLevel ? 'call the level, such as menu()' : 'give it a link to a level, such as menu()',
  });
}
