import type { Finding, Rule } from '../finding.ts';
import { scriptOfEdge } from '../script.ts';

/** Plivo's code for a document whose last element was executed. */
const endOfDocument = 4010;

/** The outcomes after which the caller has not talked to anybody. */
const inVain = /^dial:(busy|failed|timeout|no-answer)$/;

/** An element that produces no request must have something after it, or the call ends without a word. */
export const nothingAfter: Rule = {
  id: 'R008',
  name: 'nothing-after',
  level: 'error',
  sentence: 'The call ends without a word after silence, a wrong key or a Dial in vain.',
  why: '`<GetDigits>`, `<GetInput>` and `<Dial>` go on with the next element when nothing is pressed and nobody answers. Without one the line is cut.',
  check(graph) {
    const found = new Map<string, Finding>();
    for (const edge of graph.edges) {
      const { from: node, id, pause, does, words, heard, to } = edge;
      if (pause === undefined || to.type !== 'end' || to.code !== endOfDocument || heard.length > 0) continue;
      const isInVain = does === 'silence' || does === 'wrongKey' || does === 'digits' || inVain.test(words);
      const { element, waits, line, isSpoken } = graph.nodes[node]!.pauses[pause]!;
      // A message was recorded, or people have talked: then a hang-up is no surprise.
      const isOver =
        isSpoken || ['talking', 'endless', 'conference', 'multiPartyCall', 'streaming'].includes(waits);
      if (!isInVain || isOver || found.has(`${node}:${line}`)) continue;
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

function whatHappens(words: string): string {
  if (words === 'silence') return 'silence';
  return words.startsWith('dial:') ? `the outcome ${words.slice('dial:'.length)}` : `the input ${words}`;
}
