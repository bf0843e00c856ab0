/**
 * The language in which Plivo recognises what a caller says.
 * @module
 */
import { speechLanguages } from '../elements/languages.ts';
import { catalogueFacts } from '../flow/catalogue.ts';
import type { Context } from '../render/context.ts';
import { languageOf } from './phrases.ts';

/**
 * The language of the voice that the call is spoken with; without one, that of the language of the call, so that `es` is not
 * heard as English. Undefined where the language is not known: Plivo then expects English.
 */
export function speechLanguageOf(context: Context): string | undefined {
  const language = languageOf(context);
  if (language === undefined) return undefined;
  const spoken = context.catalogue?.[catalogueFacts].voices[language]?.language ?? language;
  const known: readonly string[] = speechLanguages;
  if (known.includes(spoken)) return spoken;
  // Polly speaks Mandarin by its own code.
  const [subtag] = spoken.replace(/^cmn\b/, 'zh').split('-');
  return known.find((each) => each.startsWith(`${subtag}-`)) ?? (spoken.includes('-') ? spoken : undefined);
}
