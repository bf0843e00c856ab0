import type { Found } from './finding.ts';
import type { Graph, Node } from './graph.ts';

/** The request of a document, and what is heard first. */
export const describeNode = ({ request: { method, path }, firstWords }: Node): string =>
  `${method} ${path}${firstWords === '' ? '' : `: “${firstWords}”`}`;

/**
 * A finding as lines: what is wrong, where, what to do, and the script that shows it.
 *
 * @example
 * ```ts
 * import { check, describeFinding, explore } from 'plivo-jsx/check';
 *
 * const graph = await explore('http://localhost:5000/ivr');
 * for (const finding of check(graph)) console.log(describeFinding(graph, finding));
 * ```
 */
export function describeFinding({ nodes, url }: Graph, finding: Found): string {
  const { rule, node, sentence, fix, script } = finding;
  const where = node === undefined ? undefined : nodes[node];
  return [
    `${rule.level}: ${sentence} [${rule.id} ${rule.name}]`,
    `  on ${where === undefined ? url : describeNode(where)}`,
    `  Fix: ${fix}`,
    `  Script: ${script === '' ? 'none is needed, it is the first document' : script}`,
  ].join('\n');
}
