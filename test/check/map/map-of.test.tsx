import * as fc from 'fast-check';
import { createApp } from 'plivo-jsx/fastify';
import { explore as exploreApp } from 'plivo-jsx/testing';
import { describe, expect, test } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { explore, mapOf, type Edge, type FlowMap, type Graph } from '../../../src/check/index.ts';
import { arrowKey, goalKey } from '../../../src/check/map/flow-map.ts';
import { edgesByEnds, levelOf, nodesByLevel } from '../../../src/check/map/groups.ts';
import { ask, bye, dial, goTo, say, serving, url } from '../servers.ts';
import { graphs } from './graphs.ts';
import { menuTree } from './menu-tree.tsx';

/** The arrows as lines, which are short to compare. */
const arrowsOf = ({ arrows }: FlowMap) =>
  arrows.map(
    ({ from, to, labels, after }) =>
      `${from} → ${goalKey(to)}: ${[...labels, ...after.map((label) => `after ${label}`)].join(', ')}`,
  );

/** Where an edge leads, without the pauses of a document. */
const goalOf = ({ to }: Edge, { nodes }: Graph) =>
  ({
    node: { type: 'level', path: to.type === 'node' ? levelOf(nodes[to.node]!) : '' },
    end: { type: 'end', kind: to.type === 'end' ? to.kind : '' },
    unexplored: { type: 'unexplored' },
    pause: undefined,
  })[to.type];

describe('a map', () => {
  test('has a box for each level of a flow, and one arrow for all ways between two of them', async () => {
    const map = mapOf(
      await exploreApp(await createApp({ flows: [inspireWorks], development: true }), '/ivr'),
    );
    expect(map.boxes.map(({ path, states }) => [path, states])).toEqual([
      ['/ivr', 3],
      ['/ivr/level2', 9],
      ['/ivr/action', 10],
    ]);
    expect(arrowsOf(map)).toEqual([
      '/ivr → end hungUp: #, silence',
      '/ivr → /ivr/level2: 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, *',
      '/ivr → end caller: hang-up',
      '/ivr/level2 → end hungUp: #, silence, after 3, after 4, after 5, after 6, after 7, after 8, after 9, after 0, after *',
      '/ivr/level2 → /ivr/action: 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, *',
      '/ivr/level2 → end caller: hang-up',
      '/ivr/level2 → /ivr: after 3, after 4, after 5, after 6, after 7, after 8, after 9, after 0, after *',
      '/ivr/action → end hungUp: after 1, after 2, after 3, after 4, after 5, after 6, after 7, after 8, after 9, after 0, after *',
      '/ivr/action → end caller: hang-up',
      '/ivr/action → /ivr: after 3, after 4, after 5, after 6, after 7, after 8, after 9, after 0, after *',
    ]);
    expect(map.boxes[2]!.says).toContain('Invalid input.');
  });

  test('leads to the level that a dialog forwards to', async () => {
    const map = mapOf(
      await exploreApp(await createApp({ flows: [menuTree(7)], development: true }), '/tree'),
    );
    expect(arrowsOf(map).filter((arrow) => arrow.startsWith('/tree →'))).toEqual([
      '/tree → /tree/level-1: 1',
      '/tree → /tree/level-2: 2',
      '/tree → /tree/level-3: 3',
      '/tree → /tree/level-4: 4',
      '/tree → /tree: 5, 6, 7, 8, 9, *, #',
      '/tree → /tree/person: 0',
      '/tree → end caller: hang-up',
      '/tree → /tree/goodbye: 5, 6, 7, 8, *, #, silence',
    ]);
  });

  test('of a server that does not name its levels has its paths, and no number that it dials or says', async () => {
    const graph = await explore(url, {
      transport: serving(({ path, fields }) => {
        if (path === '/ivr') return ask('/choice', 'Press 1 to reach 14155550123.') + bye;
        if (path === '/done/14155550123') return say('Thank you.');
        return fields['Digits'] === '1' ? dial('action="/done/14155550123"') : goTo('/ivr');
      }),
    });
    const map = mapOf(graph, []);
    expect(map.boxes.map(({ path }) => path)).toEqual(['/ivr', '/choice', '/done/…23']);
    expect(arrowsOf(map)).toContain(
      '/choice → /done/…23: completed, busy, failed, timeout, no answer, conversation',
    );
    expect(JSON.stringify(map)).not.toContain('55501');
  });

  test('has the findings at their levels and arrows', async () => {
    const graph = await explore(url, {
      transport: serving(({ path, fields }) => {
        if (path === '/ivr') return ask('/choice', 'Press 1.') + bye;
        return fields['Digits'] === '1' ? 500 : bye;
      }),
    });
    const { boxes, arrows } = mapOf(graph);
    expect(boxes.map(({ path, rules }) => [path, rules.map(({ level }) => level)])).toEqual([
      ['/ivr', ['error']],
      ['/choice', []],
    ]);
    const red = arrows.filter(({ rules }) => rules.length > 0);
    expect(red.map(({ to, labels }) => [goalKey(to), labels])).toEqual([['end error', ['1']]]);
  });

  test('of a server that does not answer has the first level and the error', async () => {
    const { first, boxes, arrows } = mapOf(await explore(url, { transport: serving(() => 503) }));
    expect(first).toEqual(['/ivr']);
    expect(boxes).toMatchObject([{ path: '/ivr', states: 0, rules: [{ level: 'error' }] }]);
    expect(arrows).toMatchObject([{ from: '/ivr', to: { type: 'end', kind: 'error' } }]);
  });
});

describe('of any graph', () => {
  test('each document is in one box', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const groups = [...nodesByLevel(graph)];
        expect(groups.flatMap(([, nodes]) => nodes.map(({ id }) => id)).toSorted((a, b) => a - b)).toEqual(
          graph.nodes.map(({ id }) => id),
        );
        for (const [path, nodes] of groups) expect(new Set(nodes.map(levelOf))).toEqual(new Set([path]));
        const { boxes } = mapOf(graph, []);
        expect(boxes.reduce((sum, { states }) => sum + states, 0)).toBe(graph.nodes.length);
        expect(new Set(boxes.map(({ path }) => path)).size).toBe(boxes.length);
      }),
    );
  });

  test('each edge is in one arrow, with its ends and its label', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const groups = edgesByEnds(graph);
        expect(groups.flatMap(({ edges }) => edges.map(({ id }) => id)).toSorted((a, b) => a - b)).toEqual(
          graph.edges.map(({ id }) => id),
        );
        for (const { from, to, edges } of groups)
          for (const edge of edges) {
            expect(levelOf(graph.nodes[edge.from]!)).toBe(from);
            expect(to).toEqual(goalOf(edge, graph));
          }
        const { arrows, boxes } = mapOf(graph, []);
        expect(new Set(arrows.map(arrowKey)).size).toBe(arrows.length);
        const paths = new Set(boxes.map(({ path }) => path));
        for (const { from, to } of arrows) {
          expect(paths).toContain(from);
          expect(paths).toContain(to.type === 'level' ? to.path : from);
        }
      }),
    );
  });
});
