/**
 * The levels that were created while flows were loaded. A level that no flow lists is an error at start, because it
 * has no route and a link to it would fail. Each load has a registry of its own, so that levels of a failed load are forgotten.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { placeText } from '../stack.ts';
import type { AnyLevel } from './level.ts';

/** The levels of one load, and the flow that lists each of them. */
export class LevelRegistry {
  /** Levels and callbacks that no flow lists yet. */
  readonly #unassigned = new Set<AnyLevel>();
  /** The name of the flow that lists a level. */
  readonly #flows = new Map<AnyLevel, string>();

  /** Adds a level that was just created. */
  add(level: AnyLevel): void {
    this.#unassigned.add(level);
  }

  /** Remembers the flow that lists levels, of which the first answers a call. */
  assign(levels: readonly [AnyLevel, ...AnyLevel[]], flow: string): void {
    firstLevels.add(levels[0]);
    for (const level of levels) {
      this.#unassigned.delete(level);
      this.#flows.set(level, flow);
    }
  }

  /** Returns the name of the flow that lists a level, if there is one. */
  flowOf(level: AnyLevel): string | undefined {
    return this.#flows.get(level);
  }

  /**
   * Checks that a flow lists each level.
   *
   * @throws {@link PlivoJsxError} `E_LEVEL_ALONE` for the first that no flow lists
   */
  assertAssigned(): void {
    for (const { path, kind, source } of this.#unassigned)
      throw new PlivoJsxError('E_LEVEL_ALONE', { path, kind, place: placeText(source) });
  }
}

/** The first level of each flow, of whatever load. */
const firstLevels = new WeakSet<AnyLevel>();

/** Returns whether a level is the first of its flow. */
export const isFirstLevel = (level: AnyLevel): boolean => firstLevels.has(level);

let current = new LevelRegistry();

/** Returns the registry to which new levels are added. */
export const currentRegistry = (): LevelRegistry => current;

/**
 * Loads flows with a registry of their own. Loads must not overlap.
 *
 * @param load imports the modules of the flows
 */
export async function withLevelRegistry<T>(load: () => Promise<T>): Promise<T> {
  const outer = current;
  current = new LevelRegistry();
  try {
    return await load();
  } finally {
    current = outer;
  }
}
