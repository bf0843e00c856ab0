/**
 * So many a second, evenly.
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Does something at a rate, for some seconds or until it is stopped.
 *
 * @param act gets the moment at which it was due, in milliseconds of `performance.now()`
 */
export async function evenly(
  rate: number,
  seconds: number,
  stopped: AbortSignal,
  act: (due: number) => void,
): Promise<void> {
  const started = performance.now();
  const all = Math.round(rate * seconds);
  for (let done = 0; done < all && !stopped.aborted;) {
    const due = started + (done * 1000) / rate;
    if (due <= performance.now()) {
      act(due);
      done++;
    } else {
      await wait(1);
    }
  }
}
