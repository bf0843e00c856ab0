/**
 * What differs between two maps, in words.
 * @module
 */
import { oneLine } from '../../console/sanitize.ts';
import type { MapDiff } from './compare.ts';
import { endWords } from './drawing.ts';
import type { Goal } from './flow-map.ts';
import { keyRanges, shortened } from './text.ts';

/** A sentence, and the sign before it as in a diff. */
export interface DiffLine {
  readonly sign: '+' | '-' | '~';
  readonly sentence: string;
}

const signs = { added: '+', removed: '-', changed: '~' } as const;

/** The most texts of one level that are told; the JSON of the two maps has them all. */
const mostTexts = 5;

/** All that differs, levels first. */
export function tellDiff({ boxes, arrows }: MapDiff): DiffLine[] {
  const lines: DiffLine[] = [];
  for (const { path, change, says, said } of boxes) {
    if (change === 'removed') lines.push({ sign: '-', sentence: `${path} is gone.` });
    if (change === 'added') lines.push({ sign: '+', sentence: `${path} is new.` });
    // What a level said that is gone, is gone too.
    if (change !== 'removed')
      lines.push(...told('-', `${path} no longer says`, said), ...told('+', `${path} now says`, says));
  }
  for (const { from, to, change, added, removed } of arrows) {
    // All ways of a new level are new: the level was told.
    if (change !== 'changed' && boxes.some((box) => box.path === from && box.change === change)) continue;
    const goal = goalWords(to);
    const sign = signs[change];
    if (change === 'added') lines.push({ sign, sentence: `${from} now leads to ${goal}: ${ways(added)}.` });
    else if (change === 'removed')
      lines.push({ sign, sentence: `${from} no longer leads to ${goal}: ${ways(removed)}.` });
    else {
      const fresh = added.length === 0 ? [] : [`now also ${ways(added)}`];
      const gone = removed.length === 0 ? [] : [`no longer ${ways(removed)}`];
      lines.push({ sign, sentence: `${from} to ${goal}: ${[...fresh, ...gone].join(', ')}.` });
    }
  }
  return lines.map(({ sign, sentence }) => ({ sign, sentence: oneLine(sentence) }));
}

const goalWords = (to: Goal): string =>
  to.type === 'level'
    ? to.path
    : to.type === 'end'
      ? `the end “${endWords[to.kind]}”`
      : 'what was not explored';

function ways(labels: readonly string[]): string {
  if (labels.length === 0) return 'by itself';
  const keys = labels.filter((label) => label.length === 1);
  return [...keyRanges(keys), ...labels.filter((label) => label.length > 1)].join(', ');
}

function told(sign: DiffLine['sign'], begin: string, texts: readonly string[]): DiffLine[] {
  const shown = texts.slice(0, mostTexts).map((text) => `“${shortened(text, 120)}”`);
  const more = texts.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].map((text) => ({
    sign,
    sentence: `${begin} ${text}.`,
  }));
}
