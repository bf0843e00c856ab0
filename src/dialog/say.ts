/**
 * `<Say>`: a prompt in the language of the call, with the voice of that language.
 * @module
 */
import type { Node } from '../../jsx-runtime/element.ts';
import type { Sentence } from '../flow/sentence.ts';
import { speakingOf, speakWith } from '../flow/speaking.ts';
import type { Context } from '../render/context.ts';

/**
 * What a dialog says: text and sentences of a catalogue, which are spoken in the language of the call, or elements such as
 * `<Play>` and `<Speak>`.
 *
 * @example
 * ```tsx
 * import { Say, type Prompt } from 'plivo-jsx';
 *
 * const Twice = ({ children }: { children?: Prompt }) => (
 *   <>
 *     <Say>{children}</Say>
 *     <Say>{children}</Say>
 *   </>
 * );
 * ```
 */
export type Prompt = Node | Sentence | readonly Prompt[];

/** The props of {@link Say}. */
export interface SayProps {
  /** Sentences of a catalogue, text, SSML tags and spoken values such as `<SayDate>`. */
  readonly children?: Prompt;
}

/**
 * Says sentences of a catalogue and text in the language of the call, with the voice that the catalogue has for it: it is the
 * `<Speak>` of that language. When the language is not known, it is the first of the catalogue; without a catalogue, a plain
 * `<Speak>`.
 *
 * @throws {@link RenderError} with `E_LANGUAGE` when the catalogue does not have the language
 * @example
 * ```tsx
 * import { catalogue, Response, Say } from 'plivo-jsx';
 *
 * const t = catalogue({
 *   en: { voice: { voice: 'Polly.Joanna', language: 'en-US' }, hello: 'Hello.' },
 *   es: { voice: { voice: 'Polly.Lucia', language: 'es-ES' }, hello: 'Hola.' },
 * });
 *
 * const greeting = (
 *   <Response>
 *     <Say>{t.hello}</Say>
 *   </Response>
 * );
 * ```
 */
export const Say = ({ children }: SayProps, context: Context): Node =>
  speakWith(speakingOf(context, children), children);
