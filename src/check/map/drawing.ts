/**
 * What is drawn of a map, for every format: short texts, an end for each level, and nothing that all levels have in common.
 * @module
 */
import { oneLine } from '../../console/sanitize.ts';
import type { End } from '../graph.ts';
import { arrowKey, type Arrow, type FlowMap, type FoundRule, type Goal } from './flow-map.ts';
import { keyRanges, shortened, wrapped } from './text.ts';

/** How something differs from an earlier map. */
export type Change = 'added' | 'removed' | 'changed';

/** What is drawn in red, amber, green or grey. */
export type Look = 'plain' | 'start' | 'error' | 'warning' | 'end' | 'unexplored' | Change;

/** A box, or the rounded one of an end. */
export interface DrawnBox {
  readonly name: string;
  readonly isEnd: boolean;
  readonly look: Look;
  readonly title: string;
  /** What is heard first, in lines. */
  readonly says: readonly string[];
  /** The rules that found something, such as `R001 endless-silence`. */
  readonly findings: readonly string[];
}

/** An arrow between boxes. */
export interface DrawnArrow {
  readonly from: string;
  readonly to: string;
  readonly look: Look;
  readonly lines: readonly string[];
}

/** All that is drawn. */
export interface Drawing {
  readonly title: string;
  readonly boxes: readonly DrawnBox[];
  readonly arrows: readonly DrawnArrow[];
}

/** What changed, by path and by {@link arrowKey}. */
export interface Changes {
  readonly boxes: ReadonlyMap<string, Change>;
  readonly arrows: ReadonlyMap<string, Change>;
}

/** How calls end, in words. */
export const endWords: Readonly<Record<End['kind'], string>> = {
  hungUp: 'hung up',
  transferred: 'transferred',
  recorded: 'recorded',
  caller: 'caller hung up',
  limit: 'never ends by itself',
  error: 'error',
};

/** Decides what is drawn. */
export function drawingOf(map: FlowMap, changes?: Changes): Drawing {
  // Callers can hang up everywhere, so an arrow for it would only be in the way.
  const shown = map.arrows.filter(({ to }) => to.type !== 'end' || to.kind !== 'caller');
  const pills = shown.filter(({ to }) => to.type !== 'level');
  const loops = new Map(
    shown.map(({ from, to, labels }) => [to.type === 'level' && to.path === from && from, labels]),
  );
  /** The level asks again at first, and leads on when it was tried too often. */
  const isTriedAgain = ({ from, to }: Arrow, label: string) =>
    !(to.type === 'level' && to.path === from) && loops.get(from)?.includes(label) === true;
  const isChoice = ({ from }: Arrow) => shown.filter((other) => other.from === from).length > 1;
  const boxes = map.boxes.map(({ path, says: [first], rules }): DrawnBox => {
    const normal = lookOf(rules, map.first.includes(path) ? 'start' : 'plain');
    return {
      name: path,
      isEnd: false,
      look: changes === undefined ? normal : (changes.boxes.get(path) ?? 'plain'),
      title: shortened(oneLine(path), 40),
      says: first === undefined ? [] : wrapped(saying(oneLine(first)), 34, 3),
      findings: rules.map(({ id, name }) => `${id} ${name}`),
    };
  });
  return {
    title: `The map of ${map.first.join(', ')}`,
    boxes: [...boxes, ...pills.map((arrow) => pillOf(arrow, changes))],
    arrows: shown.map((arrow): DrawnArrow => ({
      from: arrow.from,
      to: nameOf(arrow),
      look:
        changes === undefined
          ? lookOf(arrow.rules, lookOfGoal(arrow.to, 'plain'))
          : (changes.arrows.get(arrowKey(arrow)) ?? 'plain'),
      lines: [
        ...linesOf(arrow.labels.filter((label) => !isTriedAgain(arrow, label))),
        ...linesOf(
          arrow.labels.filter((label) => isTriedAgain(arrow, label)),
          'repeatedly: ',
        ),
        // Of a level that is left in one way only, they would tell nothing.
        ...(isChoice(arrow) ? linesOf(arrow.after, 'after ') : []),
      ],
    })),
  };
}

const nameOf = (arrow: Pick<Arrow, 'from' | 'to'>) =>
  arrow.to.type === 'level' ? arrow.to.path : arrowKey(arrow);

function pillOf(arrow: Arrow, changes: Changes | undefined): DrawnBox {
  const { to } = arrow;
  return {
    name: nameOf(arrow),
    isEnd: true,
    look: changes === undefined ? lookOfGoal(to, 'end') : (changes.arrows.get(arrowKey(arrow)) ?? 'end'),
    title: to.type === 'end' ? endWords[to.kind] : 'not explored',
    says: [],
    findings: [],
  };
}

function lookOfGoal(to: Goal, other: Look): Look {
  if (to.type === 'unexplored') return 'unexplored';
  return to.type === 'end' && to.kind === 'error' ? 'error' : other;
}

function lookOf(rules: readonly FoundRule[], other: Look): Look {
  if (rules.some(({ level }) => level === 'error')) return 'error';
  return rules.some(({ level }) => level === 'warning') ? 'warning' : other;
}

/** What is heard in quotation marks, and of a file its name. */
function saying(heard: string): string {
  const file = /^https?:\/\/.*?\/([^/]*)$/.exec(heard)?.[1];
  return file === undefined ? `“${heard}”` : `plays ${file}`;
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
