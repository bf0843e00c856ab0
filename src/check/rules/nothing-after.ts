import type { Finding, Rule } from '../finding.ts';
import type { Graph } from '../graph.ts';
import { scriptOfEdge } from '../script.ts';

/** Plivo's code for a document whose last element was executed. */
const endOfDocument = 4010;

/** The outcomes after which the caller has not talked to anybody. */
const inVain = /^dial:(busy|failed|timeout|no-answer)$/;

/** Where somebody decides what comes next, and may decide for nothing. */
const decisions = new Set(['asking', 'recording', 'dialing', 'confirming']);

/**
 * An element that produces no request must have something after it, or the call ends without a word. A document that only dials,
 * before anything was said, is no menu: it is a telephone, and ends like one.
 */
export const nothingAfter: Rule = {
  id: 'R008',
  name: 'nothing-after',
  level: 'error',
  sentence: 'The call ends without a word after silence, a wrong key or a Dial in vain.',
  why: '`<GetDigits>`, `<GetInput>` and `<Dial>` go on with the next element when nothing is pressed and nobody answers. Without one the line is cut.',
  check(graph) {
    const found = new Map<string, Finding>();
    const heardBefore = afterWords(graph);
    for (const edge of graph.edges) {
      const { from: node, id, pause, does, words, heard, to } = edge;
      if (pause === undefined || to.type !== 'end' || to.code !== endOfDocument || heard.length > 0) continue;
      const isInVain = does === 'silence' || does === 'wrongKey' || does === 'digits' || inVain.test(words);
      const { element, waits, line, isSpoken } = graph.nodes[node]!.pauses[pause]!;
      // After a message a hang-up is no surprise.
      if (!isInVain || isSpoken || !decisions.has(waits) || found.has(`${node}:${line}`)) continue;
      if (waits !== 'asking' && !heardBefore.has(node)) continue;
      found.set(`${node}:${line}`, {
        node,
        edge: id,
        sentence: `After ${whatHappens(words)} at <${element}> (line ${line} of ${graph.nodes[node]!.request.path}) nothing follows, and the call ends without a word.`,
        fix: `put what the caller shall hear, or a <Redirect>, after the <${element}>.`,
        script: scriptOfEdge(graph, edge),
      });
    }
    return [...found.values()];
  },
};

/** The documents in which somebody decides something after the caller has heard anything, in them or before them. */
function afterWords({ nodes, edges }: Graph): ReadonlySet<number> {
  const heard = new Set(
    edges.filter(({ to, heard: words }) => to.type === 'pause' && words.length > 0).map(({ from }) => from),
  );
  // A document is reached by one before it in this order.
  for (const { id, reachedBy } of nodes) {
    if (reachedBy === undefined) continue;
    const { from, heard: words } = edges[reachedBy]!;
    if (words.length > 0 || heard.has(from)) heard.add(id);
  }
  return heard;
}

function whatHappens(words: string): string {
  if (words === 'silence') return 'silence';
  return words.startsWith('dial:') ? `the outcome ${words.slice('dial:'.length)}` : `the input ${words}`;
}
