/**
 * Documents that Plivo only plays: whispers (`confirmSound`), music (`dialMusic`) and the sounds of conferences. A level does
 * not know that it is one, so the links to it are remembered, in development.
 * @module
 */
import type { LinkTarget } from '../../elements/url.ts';
import type { Facts } from '../../errors.ts';
import type { DebugContent, DebugNode } from '../explain/debug-tree.ts';
import type { Problem } from '../explain/problem.ts';
import { elementsIn } from './rules.ts';

/** The element and the attribute that play a document. */
export interface SoundUse {
  readonly sounding: string;
  readonly attribute: string;
}

const played: ReadonlySet<string> = new Set(['Speak', 'Play', 'Wait']);

const uses = new WeakMap<LinkTarget, SoundUse>();

/** Remembers that an element plays the document of a level. */
export const rememberSound = (target: LinkTarget, use: SoundUse): void => void uses.set(target, use);

/** The element that plays the document of a level; undefined when none was printed with a link to it. */
export const soundUseOf = (target: LinkTarget | undefined): SoundUse | undefined =>
  target && uses.get(target);

/** An error for each element that Plivo does not play. */
export function unplayed(document: DebugContent, use: SoundUse): Problem[] {
  const inside = elementsIn(document).flatMap((response) => elementsIn(response.content));
  return inside
    .filter(({ name }) => !played.has(name))
    .map((element: DebugNode): Problem => {
      const facts: Facts = { element: element.name, ...use };
      return { code: 'E_SOUND', facts, severity: 'error', frame: element };
    });
}
