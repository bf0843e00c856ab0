/**
 * Rules across attributes and neighbours. Checked in development only, when the whole debug tree is known.
 * @module
 */
import { DebugNode, linkNodes, type DebugContent } from '../explain/debug-tree.ts';
import type { Problem } from '../explain/problem.ts';

/** All problems of a document, in document order: those recorded while printing, and broken rules. */
export function problemsOf(document: DebugContent): Problem[] {
  linkNodes(document, undefined);
  const problems: Problem[] = [];
  collect(document, problems);
  return problems;
}

function collect(content: DebugContent, problems: Problem[]): void {
  for (const item of content) {
    if (typeof item === 'string') continue;
    if (Array.isArray(item)) collect(item, problems);
    else if (item instanceof DebugNode) {
      problems.push(...brokenRules(item));
      collect(item.content, problems);
    } else problems.push(item);
  }
}

function brokenRules(element: DebugNode): Problem[] {
  const rules = element.definition?.rules ?? [];
  return rules
    .filter((rule) => rule.broken(element))
    .map(({ message, fix, severity }): Problem => {
      const facts = { message, fix, element: element.name };
      return { code: 'E_RULE', facts, severity: severity ?? 'error', frame: element };
    });
}
