/**
 * Prompts: what a dialog says. Text is spoken in the language of the call; elements stay as they are.
 * @module
 */
import { JsxElement } from '../../jsx-runtime/element.ts';
import { Fragment, jsx } from '../../jsx-runtime/jsx-runtime.ts';
import { isElement, isList } from '../render/node-kind.ts';
import { WithContext } from '../render/walk/with-context.ts';
import { Sentence } from '../flow/sentence.ts';
import { Language } from './language.ts';
import { Say, type Prompt } from './say.ts';
import { SayAmount } from './spoken/say-amount.ts';
import { SayDate } from './spoken/say-date.ts';
import { SayDigits } from './spoken/say-digits.ts';
import { SayNumber } from './spoken/say-number.ts';
import { SayTime } from './spoken/say-time.ts';

/**
 * A prompt as the elements that say it: each run of text, sentences and spoken values becomes one `<Say>`, also inside of
 * `<Language>` and `<WithContext>`.
 */
export function speak(prompt: Prompt): JsxElement | readonly JsxElement[] {
  const parts = partsOf(prompt);
  const spoken: JsxElement[] = [];
  let text: Prompt[] = [];
  const end = () => {
    if (text.some((part) => typeof part !== 'string' || part.trim() !== ''))
      spoken.push(jsx(Say, { children: trimmed(text) }));
    text = [];
  };
  for (const part of parts) {
    if (isText(part)) {
      text.push(part);
    } else {
      end();
      spoken.push(withPrompt(part as JsxElement));
    }
  }
  end();
  return spoken.length === 1 ? spoken[0]! : spoken;
}

/** Text without the spaces around it, which stood between it and an element. */
const trimmed = (text: readonly Prompt[]): Prompt[] =>
  text.map((part, at) => {
    if (typeof part !== 'string') return part;
    const start = at === 0 ? part.trimStart() : part;
    return at === text.length - 1 ? start.trimEnd() : start;
  });

/** Lists and fragments are only a way to write several parts. */
function partsOf(prompt: Prompt): Prompt[] {
  if (isList(prompt)) return prompt.flatMap((part) => partsOf(part as Prompt));
  if (isElement(prompt) && prompt.type === Fragment) return partsOf(prompt.props['children'] as Prompt);
  return prompt === undefined || prompt === null || typeof prompt === 'boolean' ? [] : [prompt];
}

const values: ReadonlySet<unknown> = new Set([SayAmount, SayDate, SayDigits, SayNumber, SayTime]);

/** Text, and the elements that may stand in it: sentences, spoken values, and those of SSML, which are written in lower case. */
export const isText = (part: Prompt): boolean =>
  !isElement(part) || typeof part.type === 'string' || part instanceof Sentence || values.has(part.type);

/** An element that only changes the context of a prompt is around its elements. */
function withPrompt(element: JsxElement): JsxElement {
  const { type, props, source } = element;
  if (type !== Language && type !== WithContext) return element;
  return new JsxElement(type, { ...props, children: speak(props['children'] as Prompt) }, source);
}

/** A prompt, or several: the first is for the first time, the last for every further time. */
export type Escalation = Prompt | readonly Prompt[];

/** The prompt for the `count`th time, counted from 1. */
export function escalated(prompts: Escalation, count: number): Prompt {
  if (!isList(prompts)) return prompts;
  return (prompts as readonly Prompt[])[Math.min(count, prompts.length) - 1];
}
