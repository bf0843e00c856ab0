import { promptWordsOf } from '../../../elements/prompt-words.ts';
import type { Finding, Rule } from '../../finding.ts';
import { scriptOfEdge } from '../../script.ts';
import { quoted } from './at-input.ts';

/** No word says that the caller did something wrong. */
export const blame: Rule = {
  id: 'R202',
  name: 'blame',
  level: 'style',
  sentence: 'A prompt blames the caller.',
  why: 'Words such as “invalid” sound like a machine that scolds, and tell nothing of what to do next. Many callers hang up after them.',
  check(graph) {
    const found = new Map<string, Finding>();
    for (const edge of graph.edges) {
      const { id, from: node, spoken } = edge;
      for (const { text, language } of spoken) {
        const word = promptWordsOf(language)?.blame.exec(text)?.[0];
        if (word === undefined || found.has(text)) continue;
        found.set(text, {
          node,
          edge: id,
          sentence: `${graph.nodes[node]!.request.path} blames the caller with “${word.toLowerCase()}”: ${quoted(text)}`,
          fix: 'say what the caller can do now, as in “Let us try that again.”',
          script: scriptOfEdge(graph, edge),
        });
      }
    }
    return [...found.values()];
  },
};
