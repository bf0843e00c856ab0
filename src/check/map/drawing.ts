/**
 * What is drawn of a map, for every format: short texts, an end for each level, and nothing that all levels have in common.
 * @module
 */
import { oneLine } from '../../console/sanitize.ts';
import type { End } from '../graph.ts';
import { ArrowLines } from './arrow-lines.ts';
import { arrowKey, type Arrow, type FlowMap, type FoundRule, type Goal } from './flow-map.ts';
import { shortened, wrapped } from './text.ts';

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
  /** What leads to levels that very many lead to, instead of arrows. */
  readonly ways: readonly DrawnWay[];
}

/** A line of a box that tells what an arrow would. */
export interface DrawnWay {
  readonly look: Look;
  readonly text: string;
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
  /** Many boxes are drawn from left to right: then those of one depth are a list. */
  readonly isWide: boolean;
  readonly boxes: readonly DrawnBox[];
  readonly arrows: readonly DrawnArrow[];
}

/** How a changed or a covered part of a map looks. */
export type Shade = Change | 'unexplored';

/** What changed, or what tests take, by path and by {@link arrowKey}. */
export interface Changes {
  readonly boxes: ReadonlyMap<string, Shade>;
  readonly arrows: ReadonlyMap<string, Shade>;
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

/** The most boxes that are drawn from top to bottom. */
const mostFromTop = 12;

/** The most arrows that lead to one box from others. */
const mostArrows = 4;

/** Decides what is drawn. */
export function drawingOf(map: FlowMap, changes?: Changes): Drawing {
  // Callers can hang up everywhere, so an arrow for it would only be in the way.
  const shown = map.arrows.filter(({ to }) => to.type !== 'end' || to.kind !== 'caller');
  const lines = new ArrowLines(shown);
  const written = tooMany(shown, map.first);
  const drawn = shown.filter((arrow) => !written.has(arrow));
  const lookOfArrow = (arrow: Arrow) =>
    changes === undefined
      ? lookOf(arrow.rules, lookOfGoal(arrow.to, 'plain'))
      : (changes.arrows.get(arrowKey(arrow)) ?? 'plain');
  const boxes = map.boxes.map(({ path, says: [first], rules }): DrawnBox => {
    const normal = lookOf(rules, map.first.includes(path) ? 'start' : 'plain');
    return {
      name: path,
      isEnd: false,
      look: changes === undefined ? normal : (changes.boxes.get(path) ?? 'plain'),
      title: shortened(oneLine(path), 40),
      says: first === undefined ? [] : wrapped(saying(oneLine(first)), 34, 3),
      findings: changes === undefined ? rules.map(({ id, name }) => `${id} ${name}`) : [],
      ways: shown
        .filter((arrow) => arrow.from === path && written.has(arrow))
        .flatMap((arrow) => wayLines(arrow, lines.of(arrow), lookOfArrow(arrow))),
    };
  });
  const pills = drawn.filter(({ to }) => to.type !== 'level');
  return {
    title: `The map of ${map.first.join(', ')}`,
    isWide: boxes.length > mostFromTop,
    boxes: [...boxes, ...pills.map((arrow) => pillOf(arrow, changes))],
    arrows: drawn.map((arrow): DrawnArrow => ({
      from: arrow.from,
      to: nameOf(arrow),
      look: lookOfArrow(arrow),
      lines: lines.of(arrow),
    })),
  };
}

/** The arrows to levels that very many lead to, such as a person: all but the first one of each. */
function tooMany(arrows: readonly Arrow[], first: readonly string[]): ReadonlySet<Arrow> {
  const byGoal = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const { from, to } = arrow;
    if (to.type !== 'level' || to.path === from) continue;
    byGoal.set(to.path, [...(byGoal.get(to.path) ?? []), arrow]);
  }
  return new Set(
    [...byGoal]
      .filter(([, all]) => all.length > mostArrows)
      .flatMap(([path, all]) => (first.includes(path) ? all : all.slice(1))),
  );
}

function wayLines(arrow: Arrow, lines: readonly string[], look: Look): DrawnWay[] {
  const goal = arrow.to.type === 'level' ? shortened(oneLine(arrow.to.path), 30) : '';
  return wrapped(`${lines.join('; ')} → ${goal}`.trim(), 40, 4).map((text) => ({ look, text }));
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
    ways: [],
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
