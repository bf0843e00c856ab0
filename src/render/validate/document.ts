/**
 * The last check of a document: its root, its size and its rules.
 * @module
 */
import type { Rendered, Source } from '../../../jsx-runtime/element.ts';
import type { ErrorCode, Facts, FactsOf } from '../../errors.ts';
import { componentName, type DebugContent } from '../explain/debug-tree.ts';
import { problemText, RenderError, type Frame, type Problem } from '../explain/problem.ts';
import { isElement } from '../node-kind.ts';
import { maxBytes } from './limits.ts';
import { problemsOf } from './rules.ts';
import { unplayed, type SoundUse } from './sound.ts';

/** What the walk found out. */
interface WalkResult {
  readonly roots: number;
  readonly sound: SoundUse | undefined;
  readonly warn: (problem: Problem) => void;
}

/**
 * Checks a printed document and reports its warnings.
 *
 * @param content the debug tree; undefined in production
 * @param root the node that was rendered
 * @throws {@link RenderError} with every error of the document
 */
export function checkDocument(
  xml: string,
  { roots, sound, warn }: WalkResult,
  content: DebugContent | undefined,
  root: Rendered,
): void {
  // A character has at most three bytes in UTF-8, so most documents need not be counted.
  const bytes = xml.length * 3 > maxBytes ? Buffer.byteLength(xml) : 0;
  if (content === undefined && roots === 1 && bytes <= maxBytes) return;
  const problems = content === undefined ? [] : withoutRepeats(problemsOf(content));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (content !== undefined && sound !== undefined) errors.push(...unplayed(content, sound));
  if (roots === 0 && errors.length === 0)
    errors.push({
      ...problem('E_ROOT', { received: 'nothing', suggestion: suggestionFor(root) }),
      frame: frameOf(root),
    });
  if (bytes > maxBytes) errors.push(problem('E_SIZE', { kilobytes: Math.ceil(bytes / 1024) }));
  const [first, ...others] = errors;
  if (first !== undefined) throw new RenderError([first, ...others]);
  for (const warning of problems) warn(warning);
}

/** Each problem once: a question prints the same elements for each try. Elements that only look the same have other sources. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2) return problems;
  const reported = new Map<Source | undefined, Set<string>>();
  return problems.filter((each) => {
    const source = sourceOf(each.frame);
    const texts = reported.get(source) ?? new Set();
    const text = problemText(each);
    const isNew = source === undefined || !texts.has(text);
    reported.set(source, texts.add(text));
    return isNew;
  });
}

/** The innermost place that is known. */
const sourceOf = (frame: Frame | undefined): Source | undefined =>
  frame === undefined ? undefined : (frame.source ?? sourceOf(frame.outer));

/** What to do about a document without a root: a component that returns nothing often lacks the word. */
const suggestionFor = (root: Rendered) =>
  isElement(root) && typeof root.type === 'function'
    ? 'return one <Response>; a component in braces needs the word return'
    : undefined;

/** The component that returned nothing, such as a level. */
function frameOf(root: Rendered): Frame | undefined {
  if (!isElement(root) || typeof root.type !== 'function') return undefined;
  return { name: componentName(root.type), source: root.source, outer: undefined };
}

/** A problem of the whole document, without a place. */
const problem = <Code extends ErrorCode>(code: Code, facts: FactsOf<Code>): Problem => ({
  code,
  facts: facts as Facts,
  severity: 'error',
  frame: undefined,
});
