/**
 * Warnings about elements that can never run, where that is certain.
 * @module
 */
import { isFollowed, type ElementView, type Rule } from './rule.ts';

/** A rule that warns of elements after this one; only `when` the condition holds. */
export function unreachable({
  message,
  fix,
  when = () => true,
}: {
  readonly message: string;
  readonly fix: string;
  readonly when?: (element: ElementView) => boolean;
}): Rule {
  return { message, fix, severity: 'warning', broken: (element) => isFollowed(element) && when(element) };
}

/** A rule that warns of elements after one whose `action` answers with the next document. */
export function replacedByAction(
  element: string,
  when: (element: ElementView) => boolean = () => true,
): Rule {
  return unreachable({
    message: `What follows <${element}> never runs, since the answer of its action replaces this document.`,
    fix: `say it in the document of the action, or add redirect="false" to the <${element}>.`,
    when: (view) =>
      view.attributes['action'] !== undefined && view.attributes['redirect'] !== 'false' && when(view),
  });
}

/** A rule that warns of elements after one that repeats for ever, or after the `<PreAnswer>` around it. */
export function endless(element: string): Rule {
  return {
    message: `What follows <${element} loop="0"> never runs, since it repeats for ever.`,
    fix: `give loop a number, or put the <${element}> last.`,
    severity: 'warning',
    broken: (view) => view.attributes['loop'] === '0' && (isFollowed(view) || isInFollowedPreAnswer(view)),
  };
}

const isInFollowedPreAnswer = ({ parent }: ElementView) => parent?.name === 'PreAnswer' && isFollowed(parent);
