/**
 * The levels of one load of flows. A level that no flow has is reported at start, since a link to it would lead a
 * caller nowhere; levels of a load that failed belong to no app and are not looked at again.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { placeText } from '../render/explain/problem.ts';
import type { AnyLevel } from './level.ts';

/** What is known of the levels that were made during one load. */
export class LevelScope {
  /** Levels and callbacks that no flow has yet. */
  readonly #unclaimed = new Set<AnyLevel>();
  /** The name of the flow that has a level. */
  readonly #owners = new Map<AnyLevel, string>();

  /** Adds a level that was just made. */
  add(level: AnyLevel): void {
    this.#unclaimed.add(level);
  }

  /** Adds a level to a flow. */
  claim(level: AnyLevel, flow: string): void {
    this.#unclaimed.delete(level);
    this.#owners.set(level, flow);
  }

  /** The name of the flow that has a level, if one has it. */
  ownerOf(level: AnyLevel): string | undefined {
    return this.#owners.get(level);
  }

  /**
   * Refuses levels that no flow has.
   *
   * @throws {@link PlivoJsxError} `E_LEVEL_ALONE` for the first of them
   */
  refuseUnclaimed(): void {
    for (const { path, kind, source } of this.#unclaimed)
      throw new PlivoJsxError('E_LEVEL_ALONE', { path, kind, place: placeText(source) });
  }
}

let current = new LevelScope();

/** The scope in which levels are made now. */
export const currentScope = (): LevelScope => current;

/**
 * Loads flows in a scope of their own. Loads must not overlap.
 *
 * @param load imports the modules of the flows
 */
export async function inLevelScope<T>(load: () => Promise<T>): Promise<T> {
  const outer = current;
  current = new LevelScope();
  try {
    return await load();
  } finally {
    current = outer;
  }
}
