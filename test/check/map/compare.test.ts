import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMaps, mapOf, toSvg, type FlowMap } from '../../../src/check/index.ts';
import { tellDiff } from '../../../src/check/map/tell-diff.ts';
import { graphs } from './graphs.ts';

const box = (path: string, ...says: string[]) => ({ path, says, states: 1, rules: [] });
const arrow = (from: string, path: string, ...labels: string[]) => ({
  from,
  to: { type: 'level', path } as const,
  labels,
  after: [],
  rules: [],
});
const ends = (from: string, ...labels: string[]) => ({
  from,
  to: { type: 'end', kind: 'hungUp' } as const,
  labels,
  after: [],
  rules: [],
});

const before: FlowMap = {
  version: 1,
  first: ['/ivr'],
  boxes: [box('/ivr', 'Press 1 for sales.'), box('/sales', 'Sales.'), box('/fax', 'Fax.')],
  arrows: [arrow('/ivr', '/sales', '1', '2'), arrow('/ivr', '/fax', '3'), ends('/sales'), ends('/fax')],
  isComplete: true,
};

const now: FlowMap = {
  version: 1,
  first: ['/ivr'],
  boxes: [box('/ivr', 'Press 1 or 4 for sales.'), box('/sales', 'Sales.'), box('/hours', 'We are open.')],
  arrows: [
    arrow('/ivr', '/sales', '1', '4'),
    arrow('/ivr', '/hours', '2'),
    ends('/sales'),
    ends('/hours'),
    ends('/ivr', 'silence'),
  ],
  isComplete: true,
};

describe('what differs', () => {
  test('is told: levels, what they say, and ways', () => {
    expect(tellDiff(compareMaps(before, now)).map(({ sign, sentence }) => `${sign} ${sentence}`)).toEqual([
      '- /ivr no longer says “Press 1 for sales.”.',
      '+ /ivr now says “Press 1 or 4 for sales.”.',
      '+ /hours is new.',
      '+ /hours now says “We are open.”.',
      '- /fax is gone.',
      '~ /ivr to /sales: now also 4, no longer 2.',
      '+ /ivr now leads to /hours: 2.',
      '+ /ivr now leads to the end “hung up”: silence.',
      '- /ivr no longer leads to /fax: 3.',
    ]);
  });

  test('is drawn: green, red and dashed, amber', async () => {
    const { map, changes } = compareMaps(before, now);
    expect(Object.fromEntries(changes.boxes)).toEqual({
      '/ivr': 'changed',
      '/hours': 'added',
      '/fax': 'removed',
    });
    const svg = await toSvg(map, changes);
    const groups = new Map(
      [...svg.matchAll(/<g [^>]*class="(?:node|edge)">\n<title>(.*?)<\/title>(.*?)<\/g>/gs)].map(
        ([, name, drawn]) => [name!, drawn!],
      ),
    );
    expect(groups.get('/hours')).toContain('stroke="#1a7f37"');
    expect(groups.get('/fax')).toMatch(/stroke="#cf222e".*stroke-dasharray/);
    expect(groups.get('/ivr&#45;&gt;/sales')).toContain('stroke="#9a6700"');
    expect(groups.get('/sales')).toContain('stroke="#818b98"');
  });

  test('is nothing between a map and itself', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const map = mapOf(graph, []);
        const diff = compareMaps(map, structuredClone(map));
        expect([diff.boxes, diff.arrows, tellDiff(diff)]).toEqual([[], [], []]);
      }),
    );
  });

  test('is the opposite in the other direction', () => {
    const opposite = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    fc.assert(
      fc.property(graphs, graphs, (a, b) => {
        const [there, back] = [
          compareMaps(mapOf(a, []), mapOf(b, [])),
          compareMaps(mapOf(b, []), mapOf(a, [])),
        ];
        const key = ({ from, to }: (typeof there.arrows)[number]) => JSON.stringify([from, to]);
        expect(new Map(there.boxes.map(({ path, change }) => [path, opposite[change]]))).toEqual(
          back.changes.boxes,
        );
        expect(new Map(there.arrows.map((each) => [key(each), [each.added, each.removed]]))).toEqual(
          new Map(back.arrows.map((each) => [key(each), [each.removed, each.added]])),
        );
      }),
    );
  });
});
