/**
 * The element that takes an answer: `<GetDigits>`, or `<GetInput>` where the caller may speak as well.
 * @module
 */
import type { Node } from '../../jsx-runtime/element.ts';
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import { GetDigits, GetInput } from '../elements/index.ts';
import { methodFor, type Link } from '../elements/url.ts';
import type { Context } from '../render/context.ts';
import { speechLanguageOf } from './speech-language.ts';
import { usualTimeout } from './question.ts';

/** What an answer looks like. */
export interface InputOptions {
  readonly timeout: number | undefined;
  /** Words that may be said; with none the caller only presses keys. */
  readonly words: readonly string[];
  readonly numDigits: number;
  /** `none` lets the caller press every key, so that a wrong one is told from silence. */
  readonly finishOnKey: string;
  readonly digitTimeout?: number | undefined;
  /** `false` keeps the keys out of Plivo's logs. */
  readonly log?: false | undefined;
}

/** Creates the element. The prompts are inside it, so that the caller may answer before they end (barge-in). */
export const inputElement =
  (options: InputOptions, context: Context) =>
  (action: Link, children: Node): Node =>
    options.words.length === 0
      ? jsx(GetDigits, keyProps(options, action, children))
      : jsx(GetInput, speechProps(options, context, action, children));

const keyProps = (
  { timeout, numDigits, finishOnKey, digitTimeout, log }: InputOptions,
  action: Link,
  children: Node,
) => ({
  action,
  method: methodFor(action),
  numDigits,
  timeout: timeout ?? usualTimeout,
  digitTimeout,
  finishOnKey,
  log,
  children,
});

function speechProps(
  { timeout = usualTimeout, words, numDigits, finishOnKey, log }: InputOptions,
  context: Context,
  action: Link,
  children: Node,
) {
  return {
    action,
    method: methodFor(action),
    inputType: 'dtmf speech',
    // Plivo takes 5 to 60 seconds.
    executionTimeout: Math.min(Math.max(timeout, 5), 60),
    numDigits,
    finishOnKey,
    language: speechLanguageOf(context),
    // Short answers out of a few.
    speechModel: 'command_and_search',
    hints: [...new Set(words.map((word) => word.replaceAll(',', ' ').trim()))].join(','),
    log,
    children,
  };
}
