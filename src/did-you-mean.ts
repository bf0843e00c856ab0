/**
 * Guesses what the author meant by a misspelt name.
 * @module
 */

/**
 * The name with the smallest edit distance from a misspelt one; undefined when none is close.
 *
 * @param most the largest edit distance. Default: a third of the letters, at least 2
 */
export function didYouMean(
  written: string,
  names: Iterable<string>,
  most = Math.max(2, Math.floor(written.length / 3)),
): string | undefined {
  let best: string | undefined;
  let least = most + 1;
  const letters = written.toLowerCase();
  for (const name of names) {
    // At least as many letters differ as one has more; what a caller said may be long.
    if (Math.abs(written.length - name.length) >= least) continue;
    const distance = editDistance(letters, name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** Number of letters to change, add, remove, or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
      const swap = swapped ? beforePrevious[j - 2]! + 1 : Infinity;
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, substitution, swap));
    }
    [beforePrevious, previous] = [previous, row];
  }
  return previous[b.length]!;
}
