import type { Change, Changes } from './drawing.ts';
import { arrowKey, type Arrow, type Box, type FlowMap } from './flow-map.ts';

/** What differs between two maps. */
export interface MapDiff {
  /** Both maps in one, so that what vanished is drawn too. */
  readonly map: FlowMap;
  readonly changes: Changes;
  readonly boxes: readonly BoxDiff[];
  readonly arrows: readonly ArrowDiff[];
}

/** A level that differs. */
export interface BoxDiff {
  readonly path: string;
  readonly change: Change;
  /** What is heard there now, and was not before. */
  readonly says: readonly string[];
  /** What is no longer heard there. */
  readonly said: readonly string[];
}

/** Ways that differ. */
export interface ArrowDiff extends Pick<Arrow, 'from' | 'to'> {
  readonly change: Change;
  /** What is done to go there now, and did not lead there before. */
  readonly added: readonly string[];
  /** What no longer leads there. */
  readonly removed: readonly string[];
}

/**
 * Compares two maps: which levels and ways appeared or vanished, and which levels say something else now.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { compareMaps, explore, mapOf, readMap } from 'plivo-jsx/check';
 *
 * const before = readMap(readFileSync('ivr.json', 'utf8'), 'ivr.json');
 * const now = mapOf(await explore('http://localhost:5000/ivr'));
 * for (const { path, change } of compareMaps(before, now).boxes) console.log(change, path);
 * ```
 */
export function compareMaps(before: FlowMap, now: FlowMap): MapDiff {
  const boxes = [...paired(before.boxes, now.boxes, ({ path }) => path)].flatMap(
    ([path, old, box]): BoxDiff[] => {
      const says = without(box?.says, old?.says);
      const said = without(old?.says, box?.says);
      const change = changeOf(old, box, says.length + said.length > 0);
      return change === undefined ? [] : [{ path, change, says, said }];
    },
  );
  const arrows = [...paired(before.arrows, now.arrows, arrowKey)].flatMap(([, old, arrow]): ArrowDiff[] => {
    const added = without(waysOf(arrow), waysOf(old));
    const removed = without(waysOf(old), waysOf(arrow));
    const change = changeOf(old, arrow, added.length + removed.length > 0);
    const { from, to } = (arrow ?? old)!;
    return change === undefined ? [] : [{ from, to, change, added, removed }];
  });
  return {
    map: unionOf(before, now),
    changes: {
      boxes: new Map(boxes.map(({ path, change }) => [path, change])),
      arrows: new Map(arrows.map((arrow) => [arrowKey(arrow), arrow.change])),
    },
    boxes,
    arrows,
  };
}

const waysOf = (arrow: Arrow | undefined) => [
  ...(arrow?.labels ?? []),
  ...(arrow?.after ?? []).map((label) => `after ${label}`),
];

function changeOf(old: unknown, now: unknown, isOther: boolean): Change | undefined {
  if (old === undefined) return 'added';
  if (now === undefined) return 'removed';
  return isOther ? 'changed' : undefined;
}

const without = (texts: readonly string[] = [], others: readonly string[] = []): string[] =>
  texts.filter((text) => !others.includes(text));

/** The items of two lists that have the same key; those of the second list first. */
function* paired<Item>(
  before: readonly Item[],
  now: readonly Item[],
  keyOf: (item: Item) => string,
): Generator<readonly [string, Item | undefined, Item | undefined]> {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const current = new Map(now.map((item) => [keyOf(item), item]));
  for (const [key, item] of current) yield [key, old.get(key), item];
  for (const [key, item] of old) if (!current.has(key)) yield [key, item, undefined];
}

function unionOf(before: FlowMap, now: FlowMap): FlowMap {
  const all = <Item>(a: readonly Item[], b: readonly Item[], keyOf: (item: Item) => string): Item[] =>
    [...paired(a, b, keyOf)].map(([, old, item]) => (item ?? old)!);
  return {
    version: 1,
    first: [...new Set([...now.first, ...before.first])],
    boxes: all<Box>(before.boxes, now.boxes, ({ path }) => path),
    arrows: all<Arrow>(before.arrows, now.arrows, arrowKey),
    isComplete: before.isComplete && now.isComplete,
  };
}
