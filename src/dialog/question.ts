/**
 * A question with a limited number of tries: it is asked, asked again after silence or a wrong answer, and given up.
 * @module
 */
import type { Node } from '../../jsx-runtime/element.ts';
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import type { Link } from '../elements/url.ts';
import type { DialogState } from '../flow/dialog-state.ts';
import type { Context } from '../render/context.ts';
import { DocumentError } from '../render/explain/problem.ts';
import { Repeated } from '../render/walk/repeated.ts';
import { EndOfDocument } from '../render/walk/end-of-document.ts';
import { Forward, Only } from '../render/walk/replace-document.ts';
import { escalated, speak, type Escalation } from './prompt.ts';
import type { Prompt } from './say.ts';

/** The props of every question. */
export interface QuestionProps {
  /** Where the call goes on when the caller has used all tries: a person, or a goodbye. */
  readonly onGiveUp: Link;
  /** How often the question is asked in all, from 1 to 9: silence and wrong answers count together. Default: 3. */
  readonly tries?: number | undefined;
  /** How long to wait for an answer, in whole seconds from the end of the prompts; for speech from 5 to 60. Default: 7. */
  readonly timeout?: number | undefined;
  /**
   * What the caller hears before the question when it is repeated after silence; a list escalates: the first prompt after the
   * first silence, the last one for all further ones. Default: the question alone.
   */
  readonly noInput?: Escalation | undefined;
  /**
   * Its name in the address of the answer: a letter, and at most 31 letters, digits, `_` and `-`. Give one where a level has
   * several dialogs and not always the same. Default: that of the component, such as `menu`; `menu2` for the second one.
   */
  readonly name?: string | undefined;
}

/** A question of one request. */
export interface Question {
  readonly onGiveUp: Link;
  readonly tries: number;
  /** The name of its component. */
  readonly component: string;
  readonly noInput: Escalation;
  readonly noMatch: Escalation;
  /** Decides which element takes the input. An answer that leads elsewhere needs neither it nor the prompts. */
  readonly input: () => (action: Link, prompts: Node) => Node;
  /** Creates what is said. */
  readonly prompts: () => Node;
  readonly context: Context;
  /** The phase that the answer comes in. */
  readonly phase: string;
}

/** Seconds to wait for an answer: enough to decide, and short enough not to seem dead. */
export const usualTimeout = 7;

/** A question is asked three times, as in most guides to phone menus. */
export const usualTries = 3;

/**
 * Asks the question, once for each try that is left: silence needs no request, so the caller hears no gap, and is helped
 * when this app cannot be reached. After the last try the call goes on elsewhere.
 *
 * By redirects the caller would wait for two more requests, 0.4 to 1.2 s at 100 to 300 ms each way. The document of three
 * choices has 1.1 KB for that, not 0.4, and fewer bytes are sent in all (`npm run bench -- dialog`).
 *
 * @param before what is said before the question
 */
export function ask(question: Question, state: DialogState, before?: Prompt): Node {
  const { component, tries, noInput, prompts, context, onGiveUp, phase } = question;
  const input = question.input();
  const nodes: Node[] = [];
  const same = jsx(Repeated, { children: prompts() });
  for (let silent = state.noInput; silent + state.noMatch < tries; silent++) {
    const action = context.postBack!({ ...state, phase, noInput: silent });
    const lead = silent === state.noInput ? before : escalated(noInput, silent);
    nodes.push(input(action, [speak(lead), same]));
  }
  return [nodes, jsx(Forward, { to: onGiveUp }), jsx(EndOfDocument, { component })];
}

/**
 * Asks again after an answer that leads nowhere, or gives up after the last try.
 *
 * @param before what is said before the question; `null` for nothing. Default: the prompt of the question for this reason
 */
export function askAgain(
  question: Question,
  state: DialogState,
  reason: 'noInput' | 'noMatch',
  before?: Prompt,
): Node {
  const next = { ...state, [reason]: state[reason] + 1 };
  if (reason === 'noMatch') question.context.noMatch?.();
  if (next.noInput + next.noMatch >= question.tries) return goTo(question.onGiveUp);
  const lead = before === undefined ? escalated(question[reason], next[reason]) : before;
  return jsx(Only, { children: ask(question, next, lead) });
}

/** Goes on at another level, and says nothing of this one. */
export const goTo = (to: Link): Node => jsx(Only, { children: jsx(Forward, { to }) });

/** Tells which dialog a component is, and how far it is. */
export function enter(context: Context, component: string, name: string | undefined): DialogState {
  const state = context.enterDialog?.(component, name);
  if (state === undefined || context.postBack === undefined)
    throw new DocumentError('E_DIALOG', { component });
  return state;
}

/** The number of tries. */
export function triesOf(component: string, { tries = usualTries }: Pick<QuestionProps, 'tries'>): number {
  if (Number.isInteger(tries) && tries >= 1 && tries <= 9) return tries;
  throw new DocumentError('E_DIALOG_PROP', {
    component,
    problem: 'has a number of tries that cannot be used',
    suggestion: 'give a whole number from 1 to 9',
  });
}
