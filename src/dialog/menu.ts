/**
 * `<Menu>`: a question whose answers are keys or words, each of which leads to a level.
 * @module
 */
import type { Node, Rendered } from '../../jsx-runtime/element.ts';
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import type { Link } from '../elements/url.ts';
import type { DialogState } from '../flow/dialog-state.ts';
import type { Context } from '../render/context.ts';
import { onValue } from '../render/promise.ts';
import { DocumentError } from '../render/explain/problem.ts';
import { isDevelopment } from '../render/is-development.ts';
import { innerContext, WithContext } from '../render/walk/with-context.ts';
import { faultsOf } from './check-choices.ts';
import { Choice, Repeat } from './choice.ts';
import { assertLinks } from './assert-links.ts';
import { expandChildren, type Expanded } from './expand.ts';
import { inputElement } from './input-element.ts';
import { answerMenu, confirmWords, type MenuQuestion } from './menu-answer.ts';
import { speak, type Escalation } from './prompt.ts';
import { ask, enter, goTo, triesOf, type QuestionProps } from './question.ts';
import { usualConfidence } from './words.ts';
import { wordsOf } from './words-of.ts';

/** The props of {@link Menu}. */
export interface MenuProps extends QuestionProps {
  /** What the caller hears before the menu when it is repeated after an answer that no choice has; a list escalates. */
  readonly noMatch?: Escalation | undefined;
  /** How sure Plivo must be of spoken words, from 0 to 1; below it the caller is asked "did you say …?". Default: 0.5. */
  readonly confidence?: number | undefined;
  /** Choices, and prompts between them. */
  readonly children?: Node;
}

/**
 * Asks the caller to choose. The answer is posted back to the level of the menu, matched against the choices that stand in
 * it then, and the document of the chosen level is the reply. A menu is asked three times; then the call goes on at
 * `onGiveUp`, so nothing may stand after it.
 *
 * @throws {@link PlivoJsxError} `E_CHOICES` for choices that cannot be chosen, `E_DIALOG_PROP` for a prop out of range, `E_DIALOG`
 *   outside a flow
 * @example
 * ```tsx
 * import { Choice, level, Menu, Repeat, Response, Speak } from 'plivo-jsx';
 *
 * const sales = level('/sales', () => (
 *   <Response>
 *     <Speak>Nobody is in the office today.</Speak>
 *   </Response>
 * ));
 * export const menu = level('/menu', () => (
 *   <Response>
 *     <Speak>Welcome.</Speak>
 *     <Menu onGiveUp={sales()} noInput="I did not hear you." noMatch="That is not an option.">
 *       <Choice digit="1" next={sales()}>
 *         For sales, press 1.
 *       </Choice>
 *       <Repeat digit="*">To hear this again, press star.</Repeat>
 *     </Menu>
 *   </Response>
 * ));
 * ```
 */
export function Menu(props: MenuProps, context: Context): Rendered {
  const state = enter(context, 'Menu', props.name);
  assertLinks('Menu', { onGiveUp: props.onGiveUp });
  const limits = { tries: triesOf('Menu', props), confidence: confidenceOf(props) };
  const inside = innerContext(context, { isInMenu: true });
  return onValue(expandChildren(props.children, inside, [Choice, Repeat]), (children) => {
    if (children.found.length === 0) return withoutChoices(state, children, props.onGiveUp, context);
    const menu = menuOf(props, limits, children, context);
    if (state.phase === 'answer') return answerMenu(menu, state);
    return state.phase === 'confirm' ? confirmWords(menu, state) : ask(menu, state);
  });
}

/** Nothing can be chosen: an error while the author looks, and no silence for a caller. */
function withoutChoices(
  { phase }: DialogState,
  { children, hasFailed }: Expanded,
  onGiveUp: Link,
  { development }: Context,
): Node {
  if (phase !== 'begin' || !isDevelopment(development)) return goTo(onGiveUp);
  // The component that fails has the choices, and the walk reports it.
  if (hasFailed) return children;
  throw new DocumentError('E_CHOICES', {
    component: 'Menu',
    problem: 'has no choices',
    suggestion: 'put a <Choice> into it, or leave the menu out where it has none',
  });
}

/** How sure Plivo must be. */
function confidenceOf({ confidence = usualConfidence }: Pick<MenuProps, 'confidence'>): number {
  if (confidence >= 0 && confidence <= 1) return confidence;
  throw new DocumentError('E_DIALOG_PROP', {
    component: 'Menu',
    problem: 'has a confidence that cannot be used',
    suggestion: 'give a number from 0 to 1',
  });
}

function menuOf(
  { timeout, onGiveUp, noInput, noMatch }: MenuProps,
  limits: Pick<MenuQuestion, 'tries' | 'confidence'>,
  { children, found }: Expanded,
  context: Context,
): MenuQuestion {
  return {
    component: 'Menu',
    phase: 'answer',
    ...limits,
    onGiveUp,
    noInput,
    noMatch,
    context,
    prompts: () => [
      faultsOf(found, isDevelopment(context.development)),
      jsx(WithContext, { values: { isInMenu: true }, children: speak(children) }),
    ],
    input: () =>
      inputElement({ timeout, words: found.flatMap(wordsOf), numDigits: 1, finishOnKey: 'none' }, context),
    found,
    timeout,
  };
}
