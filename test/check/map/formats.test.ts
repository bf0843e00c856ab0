import { Graphviz } from '@hpcc-js/wasm-graphviz';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapOf, readMap, toDot, toJson, toMermaid, toSvg, type FlowMap } from '../../../src/check/index.ts';
import { readXml } from '../../../src/phone/document/read-xml.ts';
import { isProblem } from '../../../src/phone/document/problem.ts';
import { graphs } from './graphs.ts';

const graphviz = await Graphviz.load();

const rule = { id: 'R001', name: 'endless-silence', level: 'error' } as const;

const map: FlowMap = {
  version: 1,
  first: ['/a'],
  boxes: [
    {
      path: '/a',
      says: ['Tom & "Jerry" <b>say</b> \\N \\\\G hello `there` | #1; -->'],
      states: 1,
      rules: [],
    },
    { path: '/b', says: ['https://example.com/audio/hello.mp3'], states: 4, rules: [rule] },
    { path: '/c', says: [], states: 1, rules: [] },
  ],
  arrows: [
    {
      from: '/a',
      to: { type: 'level', path: '/b' },
      labels: ['1', '2', '3', '"yes & no"'],
      after: [],
      rules: [],
    },
    { from: '/a', to: { type: 'level', path: '/a' }, labels: ['9'], after: [], rules: [] },
    { from: '/a', to: { type: 'end', kind: 'hungUp' }, labels: ['9', 'silence'], after: ['4'], rules: [] },
    { from: '/a', to: { type: 'end', kind: 'caller' }, labels: ['hang-up'], after: [], rules: [] },
    { from: '/b', to: { type: 'end', kind: 'error' }, labels: ['busy'], after: [], rules: [rule] },
    { from: '/b', to: { type: 'level', path: '/c' }, labels: [], after: ['1'], rules: [] },
    { from: '/c', to: { type: 'unexplored' }, labels: [], after: [], rules: [] },
  ],
  isComplete: true,
};

describe('Mermaid', () => {
  test('has boxes, ends, and arrows with their labels; nothing of a text is read as Mermaid', () => {
    expect(toMermaid(map)).toMatchInlineSnapshot(`
      "---
      title: "The map of /a"
      ---
      flowchart TD
        n0["<b>/a</b><br>“Tom #38; #34;Jerry#34; #60;b#62;say#60;/b#62; #92;N #92;#92;G<br>hello #96;there#96; #124; #35;1; --#62;”"]
        n1["<b>/b</b><br>plays hello.mp3<br><i>R001 endless-silence</i>"]:::error
        n2["<b>/c</b>"]
        n3(["hung up"])
        n4(["error"]):::error
        n5(["not explored"])
        n0 -->|"1–3, “yes #38; no”"| n1
        n0 -->|"9"| n0
        n0 -->|"silence<br>repeatedly: 9<br>after 4"| n3
        n1 -->|"busy"| n4
        n1 -->|"after 1"| n2
        n2 -.-> n5
        classDef error stroke:#cf222e,stroke-width:3px
        linkStyle 3 stroke:#cf222e
      "
    `);
  });

  test('has only lines of its grammar, whatever is said', () => {
    const line =
      /^(?: {2}n\d+(?:\(\["[^"<>|\\`]*"\]\)|\["(?:[^"<>|\\`]|<\/?[bi]>|<br>)*"\])(?::::\w+)?| {2}n\d+ -\.?->(?:\|"(?:[^"<>|\\`]|<br>)*"\|)? n\d+| {2}classDef \w+ stroke:#\w{6},stroke-width:3px| {2}linkStyle \d+ stroke:#\w{6})$/;
    fc.assert(
      fc.property(graphs, (graph) => {
        const [, title, , begin, ...lines] = toMermaid(mapOf(graph, [])).trimEnd().split('\n');
        expect(title).toMatch(/^title: ".*"$/);
        expect(begin).toMatch(/^flowchart (?:TD|LR)$/);
        expect(lines.filter((each) => !line.test(each))).toEqual([]);
      }),
    );
  });
});

describe('the language of Graphviz', () => {
  test('is parsed, and has the boxes and arrows of the map, whatever is said', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const drawn = mapOf(graph, []);
        const { objects = [], edges = [] } = JSON.parse(graphviz.dot(toDot(drawn), 'dot_json')) as {
          objects?: { name: string }[];
          edges?: object[];
        };
        const ends = drawn.arrows.filter(
          ({ to }) => to.type !== 'level' && (to.type !== 'end' || to.kind !== 'caller'),
        );
        const between = drawn.arrows.filter(({ to }) => to.type === 'level');
        expect(objects.length).toBe(drawn.boxes.length + ends.length);
        expect(edges.length).toBeLessThanOrEqual(ends.length + between.length);
        expect(edges.length).toBeGreaterThanOrEqual(ends.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a picture', () => {
  test('is the same text each time, and XML with the words of the map', async () => {
    const svg = await toSvg(map);
    expect(await toSvg(structuredClone(map))).toBe(svg);
    expect(svg).not.toContain('graphviz version');
    const root = readXml(svg, { comments: 'rejected' } as never);
    expect(isProblem(root)).toBe(false);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) =>
      text!
        .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
        .replaceAll('\u00A0', ' ')
        .trim(),
    );
    for (const text of [
      '/a',
      'plays hello.mp3',
      'R001 endless-silence',
      'not explored',
      'error',
      'repeatedly: 9',
      'after 4',
      '1–3, “yes &amp; no”',
    ])
      expect(texts).toContain(text);
    expect(texts.join(' ')).toContain('“Tom &amp; &quot;Jerry&quot; &lt;b&gt;say&lt;/b&gt; \\N \\\\G');
  });

  test('has every colour twice: for light and for dark pages', async () => {
    const svg = await toSvg(map);
    const [, style = ''] = /<style>(.*)<\/style>/.exec(svg) ?? [];
    const drawn = new Set(
      [...svg.slice(svg.indexOf('</style>')).matchAll(/(?:fill|stroke)="(#\w+)"/g)].map(
        ([, colour]) => colour!,
      ),
    );
    expect(drawn.size).toBeGreaterThan(5);
    expect([...drawn].filter((colour) => !style.includes(`[fill="${colour}"]`))).toEqual([]);
  });

  test('of any map is XML', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        expect(isProblem(readXml(await toSvg(mapOf(graph, [])), {} as never))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

describe('JSON', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const written = mapOf(graph, []);
        expect(readMap(toJson(written), 'a.json')).toEqual(written);
      }),
    );
  });

  test.each([
    '',
    '[]',
    '{"version":1}',
    '{"version":1,"first":[],"boxes":[1],"arrows":[]}',
    '{"version":2,"first":[],"boxes":[],"arrows":[]}',
  ])('%j is no map', (text) => {
    expect(() => readMap(text, 'a.json')).toThrow(
      'a.json is no map of a flow.\nFix: write one with: plivo-jsx map --format json. [E_MAP]',
    );
  });
});
