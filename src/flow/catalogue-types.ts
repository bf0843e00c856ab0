/**
 * The types of a catalogue: what each language must have, and what its sentences become.
 * @module
 */
import type { JsxElement, Node } from '../../jsx-runtime/element.ts';
import type { AnyVoice, DefaultVoice, SpeakLanguage } from '../elements/languages.ts';
import type { SpeakProps } from '../elements/speak.ts';
import type { Sentence } from './sentence.ts';

/** The text of a sentence without arguments: the content of a `<Speak>`. */
export type SentenceText = string | JsxElement | readonly Node[];

/** The texts of a catalogue, by language. */
export interface AnyTexts {
  readonly [language: string]: {
    /** The attributes of the `<Speak>` of this language. */
    readonly voice: {
      readonly voice?: Exclude<AnyVoice, DefaultVoice> | undefined;
      readonly language?: SpeakLanguage | undefined;
    };
  };
}

type AnyFunction = (...args: never[]) => unknown;

/** `keyof` of a union has only what all members have. */
type KeyOfAny<U> = U extends unknown ? keyof U : never;

/** The sentences that at least one language has. */
type SentenceName<T> = Exclude<KeyOfAny<T[keyof T]>, 'voice'>;

/** The texts of a sentence in all languages that have it. */
type TextsOf<T, Name> = T[keyof T] extends infer Texts
  ? Texts extends unknown
    ? Name extends keyof Texts
      ? Texts[Name]
      : never
    : never
  : never;

type ToIntersection<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void
  ? I
  : never;

/** A function that takes the arguments of every language, so that none takes others. */
type SameArguments<F> = ToIntersection<
  F extends (...args: infer Arguments) => unknown ? (...args: Arguments) => Node : never
>;

/** What the text of a sentence must be in each language. */
type RequiredText<Texts> = [Extract<Texts, AnyFunction>] extends [never]
  ? SentenceText
  : SameArguments<Extract<Texts, AnyFunction>>;

/** The attributes that belong to a voice: its language is one that it speaks. */
type RequiredVoice<V> = Pick<
  SpeakProps<V extends { readonly voice: infer Name extends AnyVoice } ? Name : DefaultVoice>,
  'voice' | 'language'
>;

/** The languages with what each must have: every sentence that another one has, with the same arguments. */
export type CheckedTexts<T extends AnyTexts> = {
  readonly [L in keyof T]: { readonly voice: RequiredVoice<T[L]['voice']> } & {
    readonly [Name in SentenceName<T>]: RequiredText<TextsOf<T, Name>>;
  };
};

/** All names, still connected with the places where they are written: an editor finds the text of a sentence. */
type Names<T> = ToIntersection<{ [L in keyof T]: { [Name in keyof T[L]]: unknown } }[keyof T]>;

/** The sentences of a catalogue. */
export type SentencesOf<T extends AnyTexts> = {
  readonly [Name in keyof Names<T> as Name extends 'voice' ? never : Name]: MadeOf<TextsOf<T, Name>>;
};

// The arguments are the same in all languages; their names may differ, and an editor shows those of one.
type MadeOf<Texts> = [Extract<Texts, AnyFunction>] extends [never]
  ? Sentence
  : ToIntersection<Extract<Texts, AnyFunction>> extends (...args: infer Arguments) => unknown
    ? (...args: Arguments) => Sentence
    : never;
