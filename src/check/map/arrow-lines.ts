/**
 * What is written at an arrow.
 * @module
 */
import { oneLine } from '../../console/sanitize.ts';
import type { Arrow } from './flow-map.ts';
import { keyRanges, wrapped } from './text.ts';

/** The texts of the arrows of one map. */
export class ArrowLines {
  readonly #ways = new Map<string, number>();
  /** What a level asks again after. */
  readonly #again = new Map<string, readonly string[]>();

  constructor(arrows: readonly Arrow[]) {
    for (const { from, to, labels } of arrows) {
      this.#ways.set(from, (this.#ways.get(from) ?? 0) + 1);
      if (to.type === 'level' && to.path === from) this.#again.set(from, labels);
    }
  }

  /** The lines: what is done, what leads on only when it was tried too often, and what came before. */
  of({ from, to, labels, after }: Arrow): string[] {
    const isLoop = to.type === 'level' && to.path === from;
    const again = isLoop ? [] : (this.#again.get(from) ?? []);
    return [
      ...linesOf(labels.filter((label) => !again.includes(label))),
      ...linesOf(
        labels.filter((label) => again.includes(label)),
        'repeatedly: ',
      ),
      // Of a level that is left in one way only, they would tell nothing.
      ...((this.#ways.get(from) ?? 0) > 1 ? linesOf(after, 'after ') : []),
    ];
  }
}

/** The most hints of speech at one arrow. */
const mostHints = 3;

/** The labels in lines: keys, words and outcomes, then what everyone can do. */
function linesOf(labels: readonly string[], begin = ''): string[] {
  const keys = labels.filter((label) => label.length === 1);
  const hints = labels.filter((label) => label.startsWith('"'));
  // Those of one language; more would hide what is important.
  const left = new Set(hints.slice(mostHints));
  const words = labels
    .filter((label) => label.length > 1 && !left.has(label))
    .flatMap((label) => (label === hints[mostHints - 1] && left.size > 0 ? [label, '…'] : [label]))
    .map((label) => oneLine(label).replace(/^"(.*)"$/, '“$1”'));
  const all = [...(keys.length === 0 ? [] : [keyRanges(keys).join(', ')]), ...words];
  return all.length === 0 ? [] : wrapped(begin + all.join(', '), 26, 4);
}
