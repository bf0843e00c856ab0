/**
 * The options of an exploration.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import type { SwitchedOff } from './graph.ts';
import type { ExploredCallOptions } from './settings.ts';

/** How far an exploration is. */
export interface Progress {
  /** The documents that were reached. */
  readonly states: number;
  /** The requests that were sent. */
  readonly requests: number;
  /** The requests that are known to come. */
  readonly waiting: number;
}

/** Options of {@link explore}; each is optional. */
export interface ExploreOptions extends ExploredCallOptions {
  /** The most documents that are explored. Default: 10,000. */
  readonly maxStates?: number | undefined;
  /** The most requests that are sent. Default: 30 times `maxStates`. */
  readonly maxRequests?: number | undefined;
  /** The number of requests under way at a time. Default: 8. */
  readonly concurrency?: number | undefined;
  /** The rules that are switched off for a path, each with a reason. Default: none. */
  readonly off?: readonly SwitchedOff[] | undefined;
  /** Called after each of them. Default: none. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** When it is aborted, the exploration rejects with its reason. Default: none. */
  readonly signal?: AbortSignal | undefined;
}

/** The defaults of the limits. */
export interface Limits {
  readonly maxStates: number;
  readonly maxRequests: number;
  readonly concurrency: number;
}

/**
 * The limits of an exploration: how many requests an app has to expect at most.
 *
 * @throws {@link PlivoJsxError} `E_OPTION` for a limit that is no whole number above 0
 * @example
 * ```ts
 * import { limitsOf } from 'plivo-jsx/check';
 *
 * console.log(limitsOf({ maxStates: 100 }).maxRequests); // 3000
 * ```
 */
export function limitsOf({ maxStates = 10_000, maxRequests, concurrency = 8 }: ExploreOptions): Limits {
  const limits = { maxStates, maxRequests: maxRequests ?? maxStates * 30, concurrency };
  for (const [option, value] of Object.entries(limits)) {
    if (Number.isSafeInteger(value) && value > 0) continue;
    throw new PlivoJsxError('E_OPTION', {
      option,
      problem: 'is no whole number above 0',
      suggestion: 'give one, or leave it out',
    });
  }
  return limits;
}
