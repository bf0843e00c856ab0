import fc from 'fast-check';
import { coverageOf, explore, takenBy, takenEdges, type TakenLink } from 'plivo-jsx/check';
import { describe, expect, test } from 'vitest';
import { placeKey } from '../../../src/check/links/place.ts';
import { replay } from '../replay.ts';
import { ask, bye, dial, goTo, record, say, serving, url, type Asked } from '../servers.ts';

const shop = ({ path, fields }: Asked) => {
  if (path === '/ivr') return ask('/choice', 'For sales press 1. For support press 2.') + bye;
  if (path === '/done') return say('Thank you.') + bye;
  if (fields['Digits'] === '1') return say('Sales.') + dial('action="/done"');
  if (fields['Digits'] === '2') return say('Leave a message.') + record('action="/done"') + bye;
  return say('That is no option.') + goTo('/ivr');
};
const transport = serving(shop);

/** The links that a call with this script takes. */
const taken = async (script: string) => takenBy(await replay(url, transport, script));
const written = ({ from, key, to }: TakenLink) => `${placeKey(from)} -${key}-> ${placeKey(to)}`;

const menu = '/ivr For sales press …. For support press ….';

describe('the links of a call', () => {
  test.each([
    ['1 dial:busy', [`${menu} -1-> /choice Sales.`, '/choice Sales. -dial:busy-> /done Thank you.']],
    [
      '2 record:5',
      [`${menu} -2-> /choice Leave a message.`, '/choice Leave a message. -record-> /done Thank you.'],
    ],
    ['silence', [`${menu} -silence-> ended hungUp`]],
  ])('%s', async (script, links) => {
    expect((await taken(script)).slice(0, links.length).map(written)).toEqual(links);
  });

  test('lead back to the document that was there before', async () => {
    expect((await taken('9')).map(written)).toEqual([
      `${menu} -9-> /choice That is no option.`,
      `/choice That is no option. --> ${menu}`,
    ]);
  });

  test('a hang-up is no link', async () => {
    expect(await taken('hangup')).toEqual([]);
  });

  test('digits of an input of several keys are not kept, nor are long numbers that are said', async () => {
    const pin = serving(({ path, fields }) =>
      path === '/ivr'
        ? ask('/pin', 'Your PIN?', 'numDigits="4"') + bye
        : say(`You are ${fields['Digits']} 14155550123.`) + bye,
    );
    const links = takenBy(await replay(url, pin, '4711'));
    expect(links.map(({ key }) => key)).toEqual(['digits', '']);
    expect(JSON.stringify(links)).not.toContain('14155550123');
    const other = takenBy(await replay(url, pin, '0815'));
    expect(other.map(written)).toEqual(links.map(written));
  });
});

describe('the coverage', () => {
  test('has the keys that lead along each link, those that calls pressed, and a script for the others', async () => {
    const graph = await explore(url, { transport });
    const { links, ratio } = coverageOf(graph, await taken('1 dial:busy'));
    expect(
      links.map(({ from, to, keys, taken: by, script }) => [
        placeKey(from),
        placeKey(to),
        keys.join(' '),
        by,
        script,
      ]),
    ).toEqual([
      [menu, 'ended hungUp', 'silence #', [], 'silence'],
      [menu, '/choice Sales.', '1', ['1'], '1'],
      [menu, '/choice Leave a message.', '2', [], '2'],
      [menu, '/choice That is no option.', '3 4 5 6 7 8 9 0 *', [], '3'],
      [
        '/choice Sales.',
        '/done Thank you.',
        expect.stringContaining('dial:busy'),
        ['dial:busy'],
        '1 dial:completed',
      ],
      ['/choice Leave a message.', 'ended recorded', 'record', [], '2 silence'],
      ['/choice Leave a message.', '/done Thank you.', 'record', [], '2 record:5'],
      ['/choice That is no option.', menu, '', [], '3'],
      ['/done Thank you.', 'ended hungUp', '', [''], '1 dial:completed'],
    ]);
    expect(ratio).toBeCloseTo(3 / 9);
  });

  test('names the edges of the graph that were taken', async () => {
    const graph = await explore(url, { transport });
    const edges = takenEdges(coverageOf(graph, await taken('1 hangup')));
    expect([...edges].map((id) => graph.edges[id]!)).toMatchObject([{ from: 0, words: '1' }]);
  });

  test('links that were not explored do not count', async () => {
    const graph = await explore(url, { transport });
    const from = { path: '/gone', says: 'Hello.' };
    const { ratio, links } = coverageOf(graph, [{ from, key: '1', to: { ended: 'hungUp' } }]);
    expect([ratio, links.length]).toEqual([0, 9]);
  });
});

test('the scripts of the links take them, in random flows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 1e6 }), async (size, seed) => {
      const random = serving(({ query, fields }) => {
        const at = Number(query.get('n') ?? 0);
        const n =
          fields['Digits'] === undefined ? at : (at * 7 + Number(fields['Digits']) * 13 + seed) % (size + 2);
        if (n >= size) return say(`Leaf ${'ab'[n - size]}.`) + (n > size ? dial('') : '') + bye;
        return ask(`/ivr?n=${n}`, `Menu ${'abcdef'[n]}.`, 'numDigits="1" validDigits="123"') + bye;
      });
      const graph = await explore(url, { transport: random });
      const { links } = coverageOf(graph, []);
      const calls = [];
      for (const { script } of links) {
        const phone = await replay(url, random, script);
        while (phone.ended === undefined) await phone.wait();
        calls.push(...takenBy(phone));
      }
      expect(coverageOf(graph, calls).ratio).toBe(1);
    }),
    { numRuns: 15 },
  );
});
