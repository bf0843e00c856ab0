import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check as checkAll } from '../../../src/check/check.ts';
import { explore } from '../../../src/check/explore.ts';
import type { Found } from '../../../src/check/finding.ts';
import type { Graph } from '../../../src/check/graph.ts';
import { maskedXml } from '../../../src/check/private.ts';
import { parseScript, runScript, startCall, startingPace, type Transport } from '../../../src/phone/index.ts';
import { ask, bye, dial, goTo, record, say, serving, url } from '../servers.ts';

/** The warnings of random flows have tests of their own. */
const check = (graph: Graph) => checkAll(graph).filter(({ rule }) => rule.level === 'error');

/** What the levels of a random flow do; some of them are faults. */
const kinds = [
  'menu',
  'menu',
  'silence',
  'wrong',
  'redirect',
  'dial',
  'record',
  'bad',
  'gone',
  'bare',
  'end',
] as const;

const levels = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    next: fc.array(fc.nat({ max: 5 }), { minLength: 2, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 6 },
);

type Levels = typeof levels extends fc.Arbitrary<infer Value> ? Value : never;

function served(all: Levels): Transport {
  const path = (n: number) => `/ivr?n=${n % all.length}`;
  return serving(({ path: asked, query, fields }) => {
    const at = Number(query.get('n') ?? 0);
    const { kind, next } = all[at]!;
    if (asked === '/choice') {
      const chosen = next[Number(fields['Digits']) - 1];
      if (chosen !== undefined) return goTo(path(chosen));
      return kind === 'wrong' ? say('Wrong.') + goTo(path(at)) : say('Wrong.') + bye;
    }
    const prompt = `Level ${at}, press 1 or 2.`;
    const menu = ask(`/choice?n=${at}`, prompt);
    switch (kind) {
      case 'menu':
      case 'wrong':
        return menu + bye;
      case 'silence':
        return menu + goTo(path(at));
      case 'bare':
        return menu;
      case 'redirect':
        return say('One moment.') + goTo(path(next[0]!));
      case 'dial':
        return dial(`action="${path(next[0]!)}"`);
      case 'record':
        return say('Speak.') + record(`action="${path(next[0]!)}"`) + bye;
      case 'bad':
        return say('Hello.') + '<Say>Hello.</Say>';
      case 'gone':
        return 404;
      case 'end':
        return bye;
    }
  });
}

/** Whether a call shows what the finding says. */
async function isShown(
  transport: Transport,
  graph: Graph,
  { rule, node, script, sentence }: Found,
): Promise<boolean> {
  const steps = parseScript(script);
  const call = await startCall(url, { transport, pace: startingPace(steps) });
  const left = await runScript(call, steps);
  const { ended, events } = call;
  const documents = events.flatMap((event) => (event.event === 'document' ? [maskedXml(event.xml)] : []));
  const times = documents.filter((xml) => xml === graph.nodes[node ?? 0]?.xml).length;
  const last = events.slice(events.findLastIndex(({ event }) => event === 'recorded'));
  const shown: { readonly [id: string]: boolean } = {
    R001: ended!.code === 2060 || ended!.code === 6000,
    R002: times >= 3,
    R004: sentence.includes(`ends the call with ${ended!.code}`),
    R005: sentence.endsWith('The call goes on.')
      ? events.some((event) => event.event === 'request' && event.status === 404)
      : sentence.includes(`ends the call with ${ended!.code}`),
    R008: ended!.code === 4010,
    R010:
      last[0]?.event === 'recorded' &&
      last[0].endedBy === 'hangup' &&
      last.every(({ event }) => event !== 'request'),
  };
  return left.length === 0 && shown[rule.id] === true;
}

test('each finding in a random flow is shown by its script', async () => {
  const found = new Set<string>();
  await fc.assert(
    fc.asyncProperty(levels, async (all) => {
      const transport = served(all);
      const graph = await explore(url, { transport });
      for (const finding of check(graph)) {
        found.add(finding.rule.id);
        expect([finding, await isShown(transport, graph, finding)]).toEqual([finding, true]);
      }
    }),
    { numRuns: 60 },
  );
  expect([...found].sort()).toEqual(expect.arrayContaining(['R001', 'R002', 'R004', 'R005', 'R008']));
});
