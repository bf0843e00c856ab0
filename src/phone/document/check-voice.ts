import type { ElementDefinition } from '../../elements/define-element.ts';
import { speaks } from '../../elements/languages.ts';
import type { ElementView } from '../../elements/rule.ts';
import { problemOf, type Findings } from './problem.ts';
import type { XmlElement } from './read-xml.ts';

/** Checks voice, language and SSML of a `<Speak>`, with its own rules. Only a language that the voice lacks rejects the document. */
export function checkVoice(
  speak: XmlElement,
  { attributes, rules }: ElementDefinition,
  findings: Findings,
): void {
  const { voice, language } = speak.attributes;
  // The check of attributes reports a word that is no voice.
  if (voice !== undefined && attributes.get('voice')!.print(voice, undefined) === undefined) return;
  const list = speaks(voice, language) === 'not this language' ? findings.errors : findings.warnings;
  const view = viewOf(speak);
  for (const { message, says, fix, broken } of rules)
    if (broken(view)) list.push(problemOf(speak, says?.(view) ?? message, fix));
}

/** The element alone: what the document has around it is no concern of its voice. */
const viewOf = (element: XmlElement): ElementView => ({
  ...element,
  children: element.children.map(viewOf),
  parent: undefined,
  index: 0,
});
