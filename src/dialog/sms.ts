/**
 * `<Sms>`: a text message in the language of the call.
 * @module
 */
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import type { Node } from '../../jsx-runtime/element.ts';
import { Message, type MessageProps } from '../elements/message.ts';
import { speakingOf } from '../flow/speaking.ts';
import type { Context } from '../render/context.ts';
import { WithContext } from '../render/walk/with-context.ts';
import type { Prompt } from './say.ts';

/** The props of {@link Sms}. */
export interface SmsProps extends Omit<MessageProps, 'children'> {
  /** Sentences of a catalogue, text and values such as `<SayDate>`, without SSML. */
  readonly children: Prompt;
}

/**
 * Sends an SMS in the language of the call: the `<Message>` of Plivo with sentences of a catalogue inside.
 *
 * @throws {@link RenderError} with `E_LANGUAGE` when the catalogue does not have the language
 * @example
 * ```tsx
 * import { catalogue, Response, Sms } from 'plivo-jsx';
 *
 * const t = catalogue({
 *   en: { voice: { language: 'en-US' }, directions: 'We are at 12 Hill Street.' },
 *   es: { voice: { language: 'es-ES' }, directions: 'Estamos en la calle Mayor 12.' },
 * });
 *
 * const sent = (
 *   <Response>
 *     <Sms src="14155550100" dst="14155550199">
 *       {t.directions}
 *     </Sms>
 *   </Response>
 * );
 * ```
 */
export const Sms = ({ children, ...attributes }: SmsProps, context: Context): Node =>
  jsx(WithContext, {
    values: { speaking: { ...speakingOf(context, children), isWritten: true } },
    children: jsx(Message, { ...attributes, children }),
  });
