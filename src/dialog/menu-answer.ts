/**
 * What a menu does with an answer: the chosen level, the menu again, or the question whether words were understood.
 * @module
 */
import type { Node, Rendered } from '../../jsx-runtime/element.ts';
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import type { DialogState } from '../flow/dialog-state.ts';
import { session } from '../flow/session.ts';
import { Only } from '../render/walk/replace-document.ts';
import { WithContext } from '../render/walk/with-context.ts';
import { readAnswer } from './answer.ts';
import { Repeat, type ChoiceProps } from './choice.ts';
import type { Found } from './expand.ts';
import { phrasesOf } from './phrases.ts';
import { ask, askAgain, goTo, type Question } from './question.ts';
import { choiceOfWords } from './words.ts';
import { wordsOf } from './words-of.ts';
import { isYes, yesOrNo } from './yes-or-no.ts';

/** The question of a menu. */
export interface MenuQuestion extends Question {
  /** Its choices, in document order. */
  readonly found: readonly Found[];
  readonly confidence: number;
  readonly timeout: number | undefined;
}

/** A caller whose key is stuck reaches an end, and one who needs to hear a menu a fifth time is helped better elsewhere. */
const mostRepeats = 3;

/** Answers the keys or words that a caller gave to a menu. */
export function answerMenu(menu: MenuQuestion, state: DialogState): Rendered {
  const answer = readAnswer(menu.context.call);
  if (answer.type === 'silence') return askAgain(menu, state, 'noInput');
  const { found, confidence } = menu;
  if (answer.type === 'keys') {
    return choose(
      menu,
      state,
      found.find(({ element }) => element.props['digit'] === answer.keys),
    );
  }
  const index = choiceOfWords(answer.words, found.map(wordsOf));
  const choice = index === undefined ? undefined : found[index];
  if (choice === undefined || answer.confidence >= confidence) return choose(menu, state, choice);
  return askWhetherSaid(menu, state, choice);
}

function choose(menu: MenuQuestion, state: DialogState, choice: Found | undefined): Node {
  if (choice === undefined) return askAgain(menu, state, 'noMatch');
  const { element, context } = choice;
  if (element.type === Repeat) return repeat(menu, state);
  const { next } = element.props as unknown as ChoiceProps;
  const { language } = context;
  if (language === menu.context.language) return goTo(next);
  // A choice inside of <Language> leads to that language.
  return jsx(WithContext, { values: { language }, children: goTo(next) });
}

function repeat(menu: MenuQuestion, state: DialogState): Node {
  const repeats = state.repeats + 1;
  return repeats > mostRepeats
    ? goTo(menu.onGiveUp)
    : jsx(Only, { children: ask(menu, { ...state, repeats }) });
}

/** The choice that the caller is asked about: nothing of it is in the address of the answer. */
const asked = session<{ readonly at: string; readonly digit: string }>('dialog.choice', { ttl: 600 });

const placeOf = ({ dialog }: DialogState, { level }: MenuQuestion['context']) => `${level} ${dialog}`;

async function askWhetherSaid(menu: MenuQuestion, state: DialogState, choice: Found): Promise<Node> {
  const { digit } = choice.element.props as unknown as ChoiceProps;
  await asked.set(menu.context, { at: placeOf(state, menu.context), digit });
  return jsx(Only, { children: ask(whetherSaid(menu, choice), state) });
}

function whetherSaid(menu: MenuQuestion, choice: Found): Question {
  const [words = ''] = wordsOf(choice);
  const prompt = phrasesOf(menu.context).didYouSay(words);
  return yesOrNo({
    ...menu,
    phase: 'confirm',
    noInput: undefined,
    noMatch: undefined,
    prompt,
    isSpoken: true,
  });
}

/** Answers yes or no to "did you say …?". */
export async function confirmWords(menu: MenuQuestion, state: DialogState): Promise<Node> {
  const kept = await asked.get(menu.context);
  const isHere = kept?.at === placeOf(state, menu.context);
  const choice = menu.found.find(({ element }) => isHere && element.props['digit'] === kept?.digit);
  if (choice === undefined) return askAgain(menu, state, 'noMatch');
  const answer = readAnswer(menu.context.call);
  switch (isYes(answer, menu.context)) {
    case true:
      return choose(menu, state, choice);
    case false:
      return askAgain(menu, state, 'noMatch');
    default:
      return askAgain(whetherSaid(menu, choice), state, answer.type === 'silence' ? 'noInput' : 'noMatch');
  }
}
