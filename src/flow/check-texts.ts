/**
 * Checks the texts of a catalogue when it is created. The compiler has checked most of it, except in JavaScript.
 * @module
 */
import { JsxElement } from '../../jsx-runtime/element.ts';
import { closestLanguage, speaks } from '../elements/languages.ts';
import { PlivoJsxError } from '../errors.ts';

interface AnyLanguage {
  readonly voice?: { readonly voice?: string | undefined; readonly language?: string | undefined };
  readonly [sentence: string]: unknown;
}

/**
 * @throws {@link PlivoJsxError} `E_CATALOGUE` for the first problem
 */
export function assertTexts(languages: unknown): void {
  if (!isObject(languages) || Object.keys(languages).length === 0)
    throw wrong('has no language', 'write at least one, such as { en: { voice: {}, hello: "Hello" } }');
  const entries = Object.entries(languages);
  for (const [tag, texts] of entries) assertLanguage(tag, texts);
  const [, first] = entries[0]! as [string, AnyLanguage];
  for (const name of new Set(entries.flatMap(([, texts]) => Object.keys(texts as object))))
    if (name !== 'voice') assertSentence(name, first, entries as [string, AnyLanguage][]);
}

function assertLanguage(tag: string, texts: unknown): void {
  if (!isTag(tag))
    throw wrong(`has the language ${JSON.stringify(tag)}`, 'name it by its tag, such as es or es-MX');
  if (!isObject(texts) || !isObject((texts as AnyLanguage).voice))
    throw wrong(
      `has no voice in ${tag}`,
      `give ${tag} the attributes of its <Speak>, such as voice: { voice: 'Polly.Lucia', language: 'es-ES' }`,
    );
  const { voice, language } = (texts as AnyLanguage).voice!;
  if (language === undefined && !voice?.startsWith('Polly.') && !/^en\b/i.test(tag))
    throw wrong(
      `has a voice in ${tag} that speaks English`,
      `add a language to the voice of ${tag}, such as language: 'es-ES'`,
    );
  if (speaks(voice, language) === 'not this language')
    throw wrong(
      `has a voice in ${tag} that does not speak its language`,
      `write language: '${closestLanguage(voice, language) ?? 'en-US'}', or another voice`,
    );
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function assertSentence(name: string, first: AnyLanguage, entries: readonly [string, AnyLanguage][]): void {
  const having = entries.find(([, texts]) => Object.hasOwn(texts, name))![0];
  for (const [tag, texts] of entries) {
    if (!Object.hasOwn(texts, name))
      throw wrong(`has no sentence ${name} in ${tag}`, `write it, or remove it from ${having}`);
    const text = texts[name];
    if (!isText(text))
      throw wrong(
        `has nothing to say for the sentence ${name} in ${tag}`,
        'write a text, an element such as <>Hello</>, or a function that returns one',
      );
    if ((typeof text === 'function') !== (typeof first[name] === 'function'))
      throw wrong(
        `has the sentence ${name} with arguments in one language, and without in another`,
        `make it a function in all languages, or in none`,
      );
  }
}

const isText = (text: unknown) =>
  typeof text === 'string'
    ? text.trim() !== ''
    : typeof text === 'function' || text instanceof JsxElement || (Array.isArray(text) && text.length > 0);

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (problem: string, suggestion: string) =>
  new PlivoJsxError('E_CATALOGUE', { problem, suggestion });
