/**
 * Rules across attributes and neighbours, and required child elements. Checked in development only, when the whole debug tree
 * is known.
 * @module
 */
import type { ErrorCode } from '../../errors.ts';
import { expectedInside } from '../../elements/element-facts.ts';
import type { Rule } from '../../elements/rule.ts';
import { DebugNode, linkNodes, rejected, type DebugContent } from '../explain/debug-tree.ts';
import type { Problem } from '../explain/problem.ts';

/** All problems of a document, in document order: those recorded while printing, and broken rules. */
export function problemsOf(document: DebugContent): Problem[] {
  linkNodes(document, undefined);
  const problems: Problem[] = [];
  collect(document, problems, {});
  return problems;
}

/** @param end which component ended the content before, if one did */
function collect(content: DebugContent, problems: Problem[], end: { component?: string | undefined }): void {
  for (const item of content) {
    if (typeof item === 'string') continue;
    if (Array.isArray(item)) collect(item, problems, end);
    else if (item instanceof DebugNode) {
      if (end.component !== undefined) problems.push(unreached(item, end.component));
      // One report is enough for all that follows.
      end.component = undefined;
      if (hasNoChild(item)) problems.push(emptyElement(item));
      problems.push(...brokenRules(item));
      collect(item.content, problems, {});
    } else if ('endedBy' in item) end.component = item.endedBy;
    else problems.push(item);
  }
}

const unreached = (element: DebugNode, component: string): Problem => ({
  code: 'E_AFTER',
  facts: { element: element.name, component },
  severity: 'error',
  frame: element,
});

/** Whether a required child element is missing. A text, a value or a failed component at its place has an error of its own. */
function hasNoChild({ definition, children, content }: DebugNode): boolean {
  if (definition?.content.kind !== 'elements' || !definition.content.required) return false;
  return children.length === 0 && !hasWrongContent(content);
}

const wrongContent: ReadonlySet<string> = new Set<ErrorCode>(['E_TEXT', 'E_CHILD', 'E_COMPONENT']);

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

/** The elements of a list, also those of async components. */
export const elementsIn = (content: DebugContent): DebugNode[] =>
  content.flatMap((item) =>
    item instanceof DebugNode ? [item] : Array.isArray(item) ? elementsIn(item) : [],
  );

function brokenRules(element: DebugNode): Problem[] {
  const rules = element.definition?.rules ?? [];
  return rules
    .filter((rule) => isBroken(rule, element))
    .map((rule): Problem => {
      const { fix, severity } = rule;
      const message = rule.says?.(element) ?? rule.message;
      const facts = { message, fix, element: element.name, guess: rule.guess?.(element) };
      return { code: 'E_RULE', facts, severity: severity ?? 'error', frame: element };
    });
}

/** A rule that reads a value that was rejected cannot be judged; the value was reported already. */
function isBroken(rule: Rule, element: DebugNode): boolean {
  try {
    return rule.broken(element);
  } catch (error) {
    if (error === rejected) return false;
    throw error;
  }
}
