/**
 * Random graphs, with texts that have everything that a format could read as its own.
 */
import * as fc from 'fast-check';
import type { Does, Edge, End, Graph, Node, Target } from '../../../src/check/index.ts';

const does: readonly Does[] = [
  'silence',
  'key',
  'wrongKey',
  'digits',
  'speech',
  'nonsense',
  'dial',
  'record',
  'early',
  'hangup',
  'nothing',
];
const kinds: readonly End['kind'][] = ['hungUp', 'transferred', 'recorded', 'caller', 'limit', 'error'];

/** Any text that an XML document can have. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'<>&"\'\\`|#;%{}[]()-\n\t ]]>', 'é', '中', '→', '😀'),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
    maxLength: 30,
  })
  .map((each) => each.replaceAll(/[\uFFFE\uFFFF]/g, ''));

const end = fc
  .constantFrom(...kinds)
  .map((kind): End => ({ type: 'end', kind, code: 4000, name: 'Normal Hangup' }));

const target = (nodes: number): fc.Arbitrary<Target> =>
  fc.oneof(
    fc.nat(nodes - 1).map((node): Target => ({ type: 'node', node })),
    end,
    fc.constant<Target>({ type: 'unexplored' }),
    fc.constant<Target>({ type: 'pause', pause: 0 }),
  );

const edge = (nodes: number): fc.Arbitrary<Omit<Edge, 'id'>> =>
  fc.record({
    from: fc.nat(nodes - 1),
    does: fc.constantFrom(...does),
    words: fc.oneof(
      fc.constantFrom('1', '2', '#', 'wait:0.2 5', 'dial:busy', 'say:"a word"', '12345#'),
      text.map((word) => `say:"${word}"`),
    ),
    heard: fc.array(text, { maxLength: 2 }),
    spoken: fc.constant([]),
    seconds: fc.constant(0),
    notices: fc.constant([]),
    messages: fc.constant(0),
    to: target(nodes),
  });

const node = (id: number, path: string, level: string | undefined): Node => ({
  id,
  request: { kind: 'answer', method: 'POST', path, query: {} },
  ...(level === undefined ? {} : { level }),
  hash: `${id}`,
  xml: '<Response/>',
  firstWords: '',
  carried: { isAnswered: true, isStarted: true, isScheduled: false },
  script: '',
  pauses: [],
  warnings: [],
  failures: [],
  isCut: false,
});

const path = text.map((each) => `/${each}`);

/** A graph of some levels, of which each has some documents. */
export const graphs: fc.Arbitrary<Graph> = fc
  .tuple(fc.uniqueArray(path, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 20 }))
  .chain(([paths, nodes]) =>
    fc
      .tuple(
        fc.array(
          fc.tuple(fc.constantFrom(...paths), fc.option(fc.constantFrom(...paths), { nil: undefined })),
          { minLength: nodes, maxLength: nodes },
        ),
        fc.array(edge(nodes), { maxLength: 60 }),
      )
      .map(([levels, edges]): Graph => ({
        version: 1,
        url: 'https://ivr.example.com/ivr',
        nodes: levels.map(([of, level], id) => node(id, of, level)),
        edges: edges.map((each, id) => ({ ...each, id })),
        isComplete: true,
        state: 'request',
        requests: 0,
        callsPlaced: 0,
        off: [],
      })),
  );
