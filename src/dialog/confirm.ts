/**
 * `<Confirm>`: a question that is answered with yes or no.
 * @module
 */
import type { Rendered } from '../../jsx-runtime/element.ts';
import type { Link } from '../elements/url.ts';
import type { Context } from '../render/context.ts';
import { assertLinks } from './assert-links.ts';
import { readAnswer } from './answer.ts';
import type { Escalation } from './prompt.ts';
import { ask, askAgain, enter, goTo, triesOf, type QuestionProps } from './question.ts';
import type { Prompt } from './say.ts';
import { isYes, yesOrNo } from './yes-or-no.ts';

/** The props of {@link Confirm}. */
export interface ConfirmProps extends QuestionProps {
  /** Where the call goes on after yes: key 1. */
  readonly onYes: Link;
  /** Where the call goes on after no: key 2. */
  readonly onNo: Link;
  /** What the caller hears before the question when it is repeated after another answer; a list escalates. */
  readonly noMatch?: Escalation | undefined;
  /** How to answer. Default: in the language of the call, "If that is right, press 1. If not, press 2." */
  readonly keys?: Prompt;
  /** Whether the caller may also say yes or no; where Plivo is less than half sure, they are asked again. Default: false. */
  readonly speech?: boolean | undefined;
  /** What is to be confirmed. */
  readonly children?: Prompt;
}

/**
 * Asks the caller to confirm something: 1 is yes, 2 is no. Use it for what costs or cannot be undone.
 *
 * @throws {@link PlivoJsxError} `E_DIALOG_PROP`, or `E_DIALOG` outside a flow
 * @example
 * ```tsx
 * import { Confirm, level, Response, Speak } from 'plivo-jsx';
 *
 * const done = level('/done', () => (
 *   <Response>
 *     <Speak>Your appointment is cancelled.</Speak>
 *   </Response>
 * ));
 * const menu = level('/menu', () => (
 *   <Response>
 *     <Speak>Goodbye.</Speak>
 *   </Response>
 * ));
 * export const cancel = level('/cancel', () => (
 *   <Response>
 *     <Confirm onYes={done()} onNo={menu()} onGiveUp={menu()}>
 *       You are about to cancel your appointment.
 *     </Confirm>
 *   </Response>
 * ));
 * ```
 */
export function Confirm(props: ConfirmProps, context: Context): Rendered {
  const { onYes, onNo, onGiveUp, noInput, noMatch, keys, timeout, speech = false, children } = props;
  const state = enter(context, 'Confirm', props.name);
  assertLinks('Confirm', { onYes, onNo, onGiveUp });
  const tries = triesOf('Confirm', props);
  const question = yesOrNo({
    component: 'Confirm',
    phase: 'answer',
    prompt: children,
    isSpoken: speech,
    tries,
    onGiveUp,
    noInput,
    noMatch,
    keys,
    timeout,
    context,
  });
  if (state.phase !== 'answer') return ask(question, state);
  const answer = readAnswer(context.call);
  if (answer.type === 'silence') return askAgain(question, state, 'noInput');
  const yes = isYes(answer, context);
  return yes === undefined ? askAgain(question, state, 'noMatch') : goTo(yes ? onYes : onNo);
}
