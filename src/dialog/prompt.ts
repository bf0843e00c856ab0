/**
 * Prompts: what a dialog says. Text is spoken in the language of the call; elements stay as they are.
 * @module
 */
import type { Node } from '../../jsx-runtime/element.ts';
import { Fragment, jsx } from '../../jsx-runtime/jsx-runtime.ts';
import { isElement, isList } from '../render/node-kind.ts';
import { Say, type Prompt } from './say.ts';

/** A prompt as the elements that say it: each run of text becomes one `<Say>`. */
export function speak(prompt: Prompt): Node {
  const parts = partsOf(prompt);
  const spoken: Node[] = [];
  let text: Prompt[] = [];
  const end = () => {
    if (text.some((part) => typeof part !== 'string' || part.trim() !== ''))
      spoken.push(jsx(Say, { children: text }));
    text = [];
  };
  for (const part of parts) {
    if (isText(part)) {
      text.push(part);
    } else {
      end();
      spoken.push(part as Node);
    }
  }
  end();
  return spoken.length === 1 ? spoken[0] : spoken;
}

/** Lists and fragments are only a way to write several parts. */
function partsOf(prompt: Prompt): Prompt[] {
  if (isList(prompt)) return prompt.flatMap((part) => partsOf(part as Prompt));
  if (isElement(prompt) && prompt.type === Fragment) return partsOf(prompt.props['children'] as Prompt);
  return prompt === undefined || prompt === null || typeof prompt === 'boolean' ? [] : [prompt];
}

/** Text, and the elements that may stand in it: those of SSML, which are written in lower case. */
const isText = (part: Prompt): boolean => !isElement(part) || typeof part.type === 'string';

/** A prompt, or several: the first is for the first time, the last for every further time. */
export type Escalation = Prompt | readonly Prompt[];

/** The prompt for the `count`th time, counted from 1. */
export function escalated(prompts: Escalation, count: number): Prompt {
  if (!isList(prompts)) return prompts;
  return (prompts as readonly Prompt[])[Math.min(count, prompts.length) - 1];
}
