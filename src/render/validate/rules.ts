/**
 * Rules across attributes and neighbours, and required child elements. Checked in development only, when the whole debug tree
 * is known.
 * @module
 */
import type { ErrorCode } from '../../errors.ts';
import { DebugNode, linkNodes, type DebugContent } from '../explain/debug-tree.ts';
import { expectedInside } from '../../elements/element-facts.ts';
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
      if (hasNoChild(item)) problems.push(emptyElement(item));
      problems.push(...brokenRules(item));
      collect(item.content, problems);
    } else problems.push(item);
  }
}

/** Whether a required child element is missing. A text or a value at its place has an error of its own. */
function hasNoChild({ definition, children, content }: DebugNode): boolean {
  if (definition?.content.kind !== 'elements' || !definition.content.required) return false;
  return children.length === 0 && !hasWrongContent(content);
}

const wrongContent: ReadonlySet<string> = new Set<ErrorCode>(['E_TEXT', 'E_CHILD']);

const hasWrongContent = (content: DebugContent): boolean =>
  content.some((item) =>
    Array.isArray(item)
      ? hasWrongContent(item)
      : typeof item === 'object' && 'code' in item && wrongContent.has(item.code),
  );

const emptyElement = (element: DebugNode): Problem => {
  const expected = expectedInside(element.definition!);
  return { code: 'E_EMPTY', facts: { element: element.name, expected }, severity: 'error', frame: element };
};

function brokenRules(element: DebugNode): Problem[] {
  const rules = element.definition?.rules ?? [];
  return rules
    .filter((rule) => rule.broken(element))
    .map(({ message, fix, severity }): Problem => {
      const facts = { message, fix, element: element.name };
      return { code: 'E_RULE', facts, severity: severity ?? 'error', frame: element };
    });
}
