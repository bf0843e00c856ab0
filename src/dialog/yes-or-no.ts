/**
 * A question that is answered with yes or no: key 1 or 2, or words.
 * @module
 */
import type { Context } from '../render/context.ts';
import type { Answer } from './answer.ts';
import { inputElement } from './input-element.ts';
import { phrasesOf } from './phrases.ts';
import { speak } from './prompt.ts';
import type { Prompt } from './say.ts';
import type { Question } from './question.ts';
import { choiceOfWords, usualConfidence } from './words.ts';

/** What a yes-or-no question is about. */
export interface YesOrNo extends Pick<
  Question,
  'component' | 'tries' | 'onGiveUp' | 'noInput' | 'noMatch' | 'context'
> {
  /** What is to be confirmed. */
  readonly prompt: Prompt;
  /** How to answer. Default: a sentence in the language of the call, with the keys 1 and 2. */
  readonly keys?: Prompt;
  readonly timeout: number | undefined;
  /** Whether the caller may say it. */
  readonly isSpoken: boolean;
  /** The phase that the answer comes in. */
  readonly phase: string;
}

/** Creates the question. */
export function yesOrNo({ prompt, keys, timeout, isSpoken, ...question }: YesOrNo): Question {
  const { yesOrNo: usualKeys, yes, no } = phrasesOf(question.context);
  const options = { timeout, words: isSpoken ? [...yes, ...no] : [], numDigits: 1, finishOnKey: 'none' };
  return {
    ...question,
    prompts: () => [speak(prompt), speak(keys ?? usualKeys)],
    input: () => inputElement(options, question.context),
  };
}

/** What was answered; undefined when it is neither. */
export function isYes(answer: Answer, context: Context): boolean | undefined {
  if (answer.type === 'keys') return answer.keys === '1' ? true : answer.keys === '2' ? false : undefined;
  // A guess confirms nothing.
  if (answer.type === 'silence' || answer.confidence < usualConfidence) return undefined;
  const { yes, no } = phrasesOf(context);
  const index = choiceOfWords(answer.words, [yes, no]);
  return index === undefined ? undefined : index === 0;
}
