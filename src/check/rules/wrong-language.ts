import { speaks } from '../../elements/languages.ts';
import type { XmlElement } from '../../phone/document/read-xml.ts';
import { languageOf } from '../../phone/execute/play-prompt.ts';
import { textOf } from '../document.ts';
import type { Rule } from '../finding.ts';
import { languageName, notIn } from '../language/detect.ts';
import { eachElement, named } from './each-document.ts';

/** A voice of one language cannot be understood when it reads another one. */
export const wrongLanguage: Rule = {
  id: 'R102',
  name: 'wrong-language',
  level: 'warning',
  sentence: 'The words are of another language than the voice.',
  why: 'A voice reads them by the rules of its own language, and hardly anyone understands it.',
  check: (graph) =>
    eachElement(graph, (element, node) => {
      if (element.name !== 'Speak') return undefined;
      const language = languageIn(element);
      const spoken = language && notIn(language, textOf(element, ['lang', 'phoneme', 'sub']));
      if (language === undefined || spoken === undefined) return undefined;
      return {
        sentence: `The text of ${named(element, node)} is ${languageName(spoken)}, and its language is ${language}.`,
        fix: `give the <Speak> a voice and a language for ${languageName(spoken)}.`,
      };
    }),
};

/** The language that is written or, without one, that of the voice; a voice that Plivo does not list may be of any. */
function languageIn({ attributes: { voice = 'WOMAN', language } }: XmlElement): string | undefined {
  if (language !== undefined) return language;
  return speaks(voice) === 'unknown voice' ? undefined : languageOf(voice);
}
