/**
 * `<Language>`: a part of a document in another language than that of the call.
 * @module
 */
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import type { Node } from '../../jsx-runtime/element.ts';
import { catalogueFacts } from '../flow/catalogue.ts';
import { unknownLanguage } from '../flow/languages.ts';
import type { Context } from '../render/context.ts';
import { WithContext } from '../render/walk/with-context.ts';

/** The props of {@link Language}. */
export interface LanguageProps {
  /** A language of the flow, such as `es`. */
  readonly of: string;
  /** What is in this language. */
  readonly children?: Node;
}

/**
 * Everything inside is in this language: what `<Say>` says, and the levels that links lead to, unless a link has a parameter
 * `lang` of its own. A menu of languages says each option in its language, and goes on in it.
 *
 * @throws {@link RenderError} with `E_LANGUAGE` when the flow does not have the language
 * @example
 * ```tsx
 * import { catalogue, flow, Hangup, Language, level, Redirect, Response, Say } from 'plivo-jsx';
 *
 * const t = catalogue({
 *   en: { voice: { voice: 'Polly.Joanna', language: 'en-US' }, welcome: 'Welcome.' },
 *   es: { voice: { voice: 'Polly.Lucia', language: 'es-ES' }, welcome: 'Bienvenidos.' },
 * });
 *
 * const spanish = level('/spanish', () => (
 *   <Response>
 *     <Language of="es">
 *       <Say>{t.welcome}</Say>
 *       <Redirect>{end()}</Redirect>
 *     </Language>
 *   </Response>
 * ));
 * const end = level('/end', () => (
 *   <Response>
 *     <Hangup />
 *   </Response>
 * ));
 * export default flow('welcome', { levels: [spanish, end], catalogue: t });
 * ```
 */
export const Language = ({ of, children }: LanguageProps, { languages, catalogue }: Context): Node => {
  const known = languages ?? catalogue?.[catalogueFacts].languages;
  if (known !== undefined && !known.includes(of)) throw unknownLanguage(of, known);
  return jsx(WithContext, { values: { language: of }, children });
};
