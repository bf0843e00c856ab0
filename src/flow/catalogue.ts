/**
 * What a flow knows of the sentences that it speaks: their languages, and the voice of each.
 * @module
 */
import type { SpeakProps } from '../elements/index.ts';

/** The voice of a language: the attributes of its `<Speak>`. */
export type Voice = Pick<SpeakProps, 'voice' | 'language'>;

/** The key of the facts of a catalogue; sentences have texts as keys. */
export const catalogueFacts: unique symbol = Symbol('catalogue');

/** A catalogue with any sentences. */
export interface AnyCatalogue {
  readonly [catalogueFacts]: {
    /** The first one is spoken when the language of the call is not known. */
    readonly languages: readonly [string, ...string[]];
    readonly voices: { readonly [language: string]: Voice };
  };
}
