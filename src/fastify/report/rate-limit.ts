/**
 * A rate limit: a number of events for each second.
 * @module
 */

/** Allows a number of events in each second, and counts the others. */
export class RateLimit {
  readonly #most: number;
  #second = -1;
  #taken = 0;
  #kept = 0;

  /** @param most how many in a second */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Takes one event.
   *
   * @param now milliseconds of any clock
   * @returns how many events were rejected since the last allowed one; undefined when this one is rejected
   */
  take(now: number): number | undefined {
    const second = Math.floor(now / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#taken = 0;
    }
    if (this.#taken === this.#most) {
      this.#kept++;
      return undefined;
    }
    this.#taken++;
    const rejected = this.#kept;
    this.#kept = 0;
    return rejected;
  }
}

/** The most lines a second for each reason: anyone can send requests that cause them. */
const linesASecond = 10;

/**
 * Asks the rate limit for a line about a request.
 *
 * @param rateLimits the rate limits so far; one is added for each `what`
 * @returns an addition about requests without a line; undefined when the limit of this second is reached
 */
export function allowLine(
  { rateLimits }: { readonly rateLimits: Map<string, RateLimit> },
  what: string,
): string | undefined {
  const rateLimit = rateLimits.get(what) ?? new RateLimit(linesASecond);
  rateLimits.set(what, rateLimit);
  const suppressed = rateLimit.take(performance.now());
  if (suppressed === undefined) return undefined;
  return suppressed > 0 ? `, and ${suppressed} others before it` : '';
}
