import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explore } from '../../src/check/explore.ts';
import type { Graph } from '../../src/check/graph.ts';
import { scriptOfEdge } from '../../src/check/script.ts';
import { documentsOf } from './replay.ts';
import { ask, bye, dial, goTo, record, say, serving, url, type Asked } from './servers.ts';

const nodesOf = ({ nodes }: Graph) =>
  nodes.map(({ request: { path, query }, script }) => `${path}${new URLSearchParams(query)} ${script}`);

describe('what is explored', () => {
  const shop = ({ path, fields }: Asked) => {
    if (path === '/ivr') return ask('/choice', 'For sales press 1. For support press 2.') + bye;
    if (path === '/done') return bye;
    if (fields['Digits'] === '1') return say('Sales.') + dial('action="/done"');
    if (fields['Digits'] === '2') return say('Leave a message.') + record('action="/done"') + bye;
    return say('That is no option.') + goTo('/ivr');
  };

  test('each document is reached by the shortest script, and a loop closes', async () => {
    const graph = await explore(url, { transport: serving(shop) });
    expect(nodesOf(graph)).toEqual([
      '/ivr ',
      '/choice 1',
      '/choice 2',
      '/choice 3',
      '/done 1 dial:completed',
    ]);
    expect(graph).toMatchObject({ isComplete: true, state: 'request' });
  });

  test('keys, silence, hang-ups and a key before the prompt ends are tried at a menu', async () => {
    const { edges } = await explore(url, { transport: serving(shop) });
    const words = edges.filter(({ from }) => from === 0).map((edge) => edge.words);
    expect(words.join(' | ')).toBe(
      ' | silence | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 0 | * | # | hangup | wait:0.2 1 | wait:0.2 hangup',
    );
  });

  test('all outcomes of a Dial are tried, and the two may talk', async () => {
    const { edges } = await explore(url, { transport: serving(shop) });
    const words = edges.filter(({ does, from }) => from === 1 && does === 'dial').map((edge) => edge.words);
    expect(words.join(' ')).toBe(
      'dial:completed dial:busy dial:failed dial:timeout dial:no-answer dial:cancel dial:answer dial:completed',
    );
  });

  test('a caller leaves a message, says nothing, hangs up before and after it', async () => {
    const { edges, nodes } = await explore(url, { transport: serving(shop) });
    const at = nodes[2]!;
    expect(at.pauses.map(({ waits, isSpoken, words }) => ({ waits, isSpoken, words }))).toEqual([
      { waits: 'recording', isSpoken: false, words: '' },
      { waits: 'recording', isSpoken: true, words: 'say:"This is a message."' },
    ]);
    const ends = edges.filter(({ from, pause }) => from === 2 && pause !== undefined);
    expect(ends.map(({ pause, words, to }) => `${pause} ${words}: ${to.type}`)).toEqual([
      '0 silence: end',
      '0 record:5: node',
      '0 #: node',
      '0 say:"This is a message.": pause',
      '0 hangup: end',
      '1 silence: node',
      '1 #: node',
      '1 hangup: end',
    ]);
  });

  test('digits of several keys and words are taken from the document', async () => {
    const words = async (xml: string) => {
      const { edges } = await explore(url, {
        transport: serving(({ path }) => (path === '/ivr' ? xml : bye)),
      });
      return edges.filter(({ from, pause }) => from === 0 && pause === 0).map((edge) => edge.words);
    };
    expect(await words(ask('/x', 'Your number?', 'numDigits="4" validDigits="123"') + bye)).toEqual([
      'silence',
      '1#',
      '1231',
      '4#',
      'hangup',
    ]);
    const speech =
      '<GetInput action="https://ivr.example.com/x" inputType="speech" hints="sales,two words"/>';
    expect(await words(speech + bye)).toEqual([
      'silence',
      'say:"sales"',
      'say:"two words"',
      'say:"blah blah"',
      'hangup',
    ]);
  });

  test('each call is told from a real one, and two requests of the same call are its deliveries', async () => {
    const uuids: string[] = [];
    const transport = serving(({ fields }) => (uuids.push(fields['CallUUID']!), bye));
    await explore(url, { transport });
    expect(uuids.every((uuid) => /^check-[\da-f-]{30}$/.test(uuid))).toBe(true);
    expect(uuids[0]).toBe(uuids[1]);
  });

  test('maxStates ends the exploration, and what is left is unexplored', async () => {
    const endless = ({ query }: Asked) => {
      const n = Number(query.get('n') ?? 0) + 1;
      return ask(`/ivr?n=${n}`, `Room ${n}.`, 'numDigits="1" validDigits="1"') + bye;
    };
    const { nodes, edges, isComplete } = await explore(url, { transport: serving(endless), maxStates: 20 });
    expect([nodes.length, isComplete]).toEqual([20, false]);
    expect(edges.filter(({ to }) => to.type === 'unexplored').map(({ from }) => from)).toEqual([19, 19]);
  });

  test('a random number in each URL makes no new states', async () => {
    let count = 0;
    const { nodes } = await explore(url, {
      transport: serving(() => ask(`/ivr?nonce=${count++}`, 'Again?') + bye),
    });
    expect(nodes.length).toBe(1);
  });

  test('the id of the call in a URL makes no new states', async () => {
    const { nodes, state } = await explore(url, {
      transport: serving(({ fields }) => ask(`/ivr?call=${fields['CallUUID']}`, 'Again?') + bye),
    });
    expect(nodes.map(({ request }) => request.query)).toEqual([{}]);
    expect(state).toBe('request');
  });

  test('the same app gives the same graph, and it is JSON', async () => {
    const transport = serving((asked) =>
      asked.path === '/ivr' ? ask(`/choice?call=${asked.fields['CallUUID']}`, 'Press 1.') + bye : shop(asked),
    );
    const graph = await explore(url, { transport });
    expect(await explore(url, { transport })).toEqual(graph);
    expect(JSON.parse(JSON.stringify(graph))).toEqual(graph);
  });

  test.each([0, 1.5, NaN])('maxStates cannot be %d', async (maxStates) => {
    await expect(explore(url, { transport: serving(() => bye), maxStates })).rejects.toThrow(
      /maxStates is no whole number above 0/,
    );
  });

  test('an exploration can be aborted', async () => {
    const reason = new Error('enough');
    await expect(
      explore(url, { transport: serving(() => bye), signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
  });

  test('numbers that are dialled are not in the graph', async () => {
    const graph = await explore(url, { transport: serving(() => dial('callerId="14155550177"') + bye) });
    const text = JSON.stringify(graph);
    expect([text.includes('14155550123'), text.includes('14155550177')]).toEqual([false, false]);
  });
});

describe('a server that keeps state by call', () => {
  const tries = new Map<string, number>();
  const counting = serving(({ path, fields }) => {
    const { CallUUID: uuid = '' } = fields;
    if (path === '/ivr') return ask('/choice', 'Press 1.') + bye;
    const before = tries.get(uuid) ?? 0;
    tries.set(uuid, before + 1);
    if (fields['Digits'] === '1') return bye;
    return before < 2 ? say('Wrong.') + ask('/choice', 'Press 1.') + bye : say('Too many tries.') + bye;
  });

  test('is noticed, and explored by whole calls', async () => {
    const graph = await explore(url, { transport: counting });
    expect(graph.state).toBe('call');
    expect(graph.nodes.map(({ firstWords, script }) => `${script}: ${firstWords}`)).toContain(
      '2 2 2: Too many tries.',
    );
  });

  test('one variable for all callers is told from it', async () => {
    let step = 0;
    const transport = serving(() => ask('/ivr', `Step ${step++}.`) + bye);
    expect((await explore(url, { transport, maxStates: 50 })).state).toBe('shared');
  });
});

test('the script of each document replays to it, in random flows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 1e6 }), async (size, seed) => {
      const pick = (n: number, digit: number) => (n * 7 + digit * 13 + seed) % (size + 2);
      const transport = serving(({ query, fields }) => {
        const from = Number(query.get('n') ?? 0);
        const n = fields['Digits'] === undefined ? from : pick(from, Number(fields['Digits']));
        if (n >= size) return say(`Leaf ${n}.`) + (n > size ? dial('') : '') + bye;
        const asked = ask(
          `/ivr?n=${n}`,
          `Menu ${n}.`,
          `numDigits="1" validDigits="123" retries="${1 + (n % 2)}"`,
        );
        return n % 3 === 2 ? say('One moment.') + goTo(`/ivr?n=${(n + 1) % size}`) : asked + bye;
      });
      const graph = await explore(url, { transport });
      for (const { script, xml } of graph.nodes)
        expect(await documentsOf(url, transport, script)).toContain(xml);
      for (const edge of graph.edges) {
        if (edge.to.type !== 'node') continue;
        const documents = await documentsOf(url, transport, scriptOfEdge(graph, edge));
        expect(documents).toContain(graph.nodes[edge.to.node]!.xml);
      }
    }),
    { numRuns: 8 },
  );
});
