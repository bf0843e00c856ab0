/**
 * Rules that an author switches off for a level, because the finding is what they want.
 * @module
 */
import type { Found } from './finding.ts';
import type { Graph } from './graph.ts';

/** Why the rule of a finding is switched off at its level; undefined when it is not. */
export function reasonFor({ off, nodes }: Graph, { rule, path, node }: Found): string | undefined {
  const at = path ?? (node === undefined ? undefined : nodes[node]?.request.path);
  return off.find((each) => each.rule === rule.id && each.path === at)?.reason;
}
