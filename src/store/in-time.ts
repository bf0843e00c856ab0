/**
 * The deadline of one use of a store.
 * @module
 */

/** How long a use of a store may take, in milliseconds. */
export const longestUse = 250;

/**
 * Waits for a use of a store, but not longer than the milliseconds.
 *
 * @throws what the use throws, synchronously or not; an error that names the deadline
 */
export async function inTime<T>(use: () => Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = () => new Error(`It gave nothing within ${milliseconds} ms.`);
    timer = setTimeout(() => reject(error()), milliseconds);
  });
  try {
    // The async function also catches what a store throws synchronously.
    return await Promise.race([(async () => use())(), late]);
  } finally {
    clearTimeout(timer);
  }
}
