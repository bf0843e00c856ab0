/**
 * `<Say>`: speaks in the language of the call.
 * @module
 */
import type { Node } from '../../jsx-runtime/element.ts';
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import { Speak } from '../elements/index.ts';
import { catalogueFacts } from '../flow/catalogue.ts';
import type { Context } from '../render/context.ts';

/** What a caller hears: text, or elements that speak or play. */
export type Prompt = Node;

/** The props of {@link Say}. */
export interface SayProps {
  readonly children?: Prompt;
}

/** Speaks in the language of the call, with its voice. */
export function Say({ children }: SayProps, { catalogue, language }: Context): Node {
  const facts = catalogue?.[catalogueFacts];
  const voice = facts?.voices[language ?? facts.languages[0]];
  return jsx(Speak, { ...voice, children });
}
