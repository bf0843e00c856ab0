/**
 * The levels that a server answers, by path. The table is replaced as a whole when flows are loaded again, so that a
 * request never sees half of a change.
 * @module
 */
import type { Method } from '../elements/url.ts';
import { PlivoJsxError } from '../errors.ts';
import { AuthoredValues } from '../flow/authored-values.ts';
import type { Flow } from '../flow/flow.ts';
import { methodOf, methodsOf, type AnyLevel } from '../flow/level.ts';
import type { FallbackDocuments } from './recover/fallback-documents.ts';

/** A level with everything that answering a webhook needs. */
export interface ServedLevel {
  readonly level: AnyLevel;
  readonly flow: Flow;
  /** Whether calls begin here. */
  readonly isFirst: boolean;
  /** The HTTP methods that it answers. */
  readonly methods: readonly Method[];
  /** The method of a `<Redirect>` to it. */
  readonly redirectMethod: Method;
  /** The parameter values that the author wrote: only these may appear in the log. */
  readonly authored: AuthoredValues;
  readonly fallback: FallbackDocuments;
}

/** Prepares the levels of one flow. */
export function servedLevelsOf(flow: Flow, fallback: FallbackDocuments): readonly ServedLevel[] {
  return flow.levels.map((level) => ({
    level,
    flow,
    isFirst: level === flow.firstLevel,
    methods: methodsOf(level),
    redirectMethod: methodOf(level),
    authored: new AuthoredValues(level.schema, flow.languages),
    fallback,
  }));
}

/** All levels of an app. */
export class LevelTable {
  #levels: ReadonlyMap<string, ServedLevel> = new Map();

  /** The level at a path. */
  get(path: string): ServedLevel | undefined {
    return this.#levels.get(path);
  }

  /**
   * Adds levels.
   *
   * @throws {@link PlivoJsxError} `E_ROUTE` when two levels have one path
   */
  add(served: readonly ServedLevel[]): void {
    this.#levels = tableOf([...this.#levels.values(), ...served]);
  }

  /**
   * Replaces all levels at once; requests that are in flight keep the level that they began with.
   *
   * @throws {@link PlivoJsxError} `E_ROUTE` when two levels have one path; nothing is replaced then
   */
  replace(served: readonly ServedLevel[]): void {
    this.#levels = tableOf(served);
  }
}

function tableOf(served: readonly ServedLevel[]): ReadonlyMap<string, ServedLevel> {
  const levels = new Map<string, ServedLevel>();
  for (const each of served) {
    const { path } = each.level;
    if (levels.has(path)) throw new PlivoJsxError('E_ROUTE', { path, flow: each.flow.name });
    levels.set(path, each);
  }
  return levels;
}
