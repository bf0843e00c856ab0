/**
 * The language and the voice in which a prompt is spoken.
 * @module
 */
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import type { JsxElement, Node } from '../../jsx-runtime/element.ts';
import { Speak } from '../elements/speak.ts';
import type { Context } from '../render/context.ts';
import { DocumentError } from '../render/explain/problem.ts';
import { isDevelopment } from '../render/is-development.ts';
import { WithContext } from '../render/walk/with-context.ts';
import { catalogueFacts, type CatalogueFacts, type LanguageVoice } from './catalogue.ts';
import { Sentence } from './sentence.ts';
import { unknownLanguage } from './languages.ts';

/** What components inside of a prompt know about it. */
export interface Speaking {
  /** A language of the catalogue; `undefined` when there is no catalogue. */
  readonly language: string | undefined;
  /** The attributes of the `<Speak>`; `undefined` when it has none. */
  readonly voice: LanguageVoice | undefined;
  /** Whether the text is read and not heard. */
  readonly isWritten: boolean;
}

/**
 * The language and the voice of a prompt: those of the catalogue of the flow, or else of its first sentence.
 *
 * @throws DocumentError `E_LANGUAGE` when the catalogue does not have the language of the context
 */
export function speakingOf(context: Context, children: unknown): Speaking {
  const { catalogue, language, languages = [] } = context;
  const facts = catalogue?.[catalogueFacts] ?? sentenceOutOf(context, children)?.facts;
  return facts === undefined ? noVoice : speakingIn(facts, language ?? languages[0]);
}

/** The first sentence, where no flow gives a catalogue. A flow that forgot it would speak its first language to everybody. */
function sentenceOutOf({ level, development }: Context, children: unknown): Sentence | undefined {
  const sentence = Sentence.firstIn(children);
  if (sentence === undefined || level === undefined || !isDevelopment(development)) return sentence;
  throw new DocumentError('E_SENTENCE', {
    sentence: (sentence.type as Function).name,
    problem: 'is of a catalogue that the flow does not have, so every caller would hear its first language',
    suggestion: 'give the catalogue to the flow: flow(name, { levels, catalogue })',
  });
}

const noVoice: Speaking = { language: undefined, voice: undefined, isWritten: false };

/** The voice of a language, or of the first language of the catalogue when it is not known. */
export function speakingIn({ languages, voices }: CatalogueFacts, language = languages[0]): Speaking {
  if (!languages.includes(language)) throw unknownLanguage(language, languages);
  return { language, voice: voices[language], isWritten: false };
}

/** A `<Speak>` with a voice; sentences and values inside know it. Text needs no context, and most prompts are text. */
export function speakWith(speaking: Speaking, children: Node): JsxElement {
  const spoken = jsx(Speak, { ...speaking.voice, children });
  return isText(children) ? spoken : jsx(WithContext, { values: { speaking }, children: spoken });
}

const isText = (children: Node): boolean =>
  typeof children === 'string' ||
  (Array.isArray(children) && children.every((child) => typeof child === 'string'));
