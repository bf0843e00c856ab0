/**
 * The tags of SSML, which are written in lower case and need no import.
 * @module
 */
import type { JSX } from '../../../jsx-runtime/element.ts';
import { Break, type BreakProps } from './break.ts';
import { Emphasis, type EmphasisProps } from './emphasis.ts';
import { Lang, type LangProps } from './lang.ts';
import { P, type PProps } from './p.ts';
import { Phoneme, type PhonemeProps } from './phoneme.ts';
import { Prosody, type ProsodyProps } from './prosody.ts';
import { S, type SProps } from './s.ts';
import { SayAs, type SayAsProps } from './say-as.ts';
import { Sub, type SubProps } from './sub.ts';
import { W, type WProps } from './w.ts';

/** The tags by name. A table in use, so that no bundler takes the declarations for unused. */
export const ssml = {
  break: Break,
  emphasis: Emphasis,
  lang: Lang,
  p: P,
  phoneme: Phoneme,
  prosody: Prosody,
  s: S,
  'say-as': SayAs,
  sub: Sub,
  w: W,
};

/**
 * The props of each tag of SSML. Editors show these sentences for a tag, so they repeat those of the declarations; a test
 * keeps both equal.
 */
export interface SsmlElements {
  /** A pause. */
  break: JSX.IntrinsicAttributes & BreakProps;
  /** Stresses what is inside. */
  emphasis: JSX.IntrinsicAttributes & EmphasisProps;
  /** Says what is inside in another language, with the same voice. */
  lang: JSX.IntrinsicAttributes & LangProps;
  /** A paragraph, with a pause after it. */
  p: JSX.IntrinsicAttributes & PProps;
  /** Says the text as its phonetic spelling describes. */
  phoneme: JSX.IntrinsicAttributes & PhonemeProps;
  /** Says what is inside louder, faster, higher, or less so; at least one of the three must be there. */
  prosody: JSX.IntrinsicAttributes & ProsodyProps;
  /** A sentence, with a pause after it. */
  s: JSX.IntrinsicAttributes & SProps;
  /** Says what is inside as a kind of thing, for example a number digit by digit. */
  'say-as': JSX.IntrinsicAttributes & SayAsProps;
  /** Says something else instead of what is inside. */
  sub: JSX.IntrinsicAttributes & SubProps;
  /** A word whose part of speech or meaning decides how it is said. */
  w: JSX.IntrinsicAttributes & WProps;
}

declare module '../../../jsx-runtime/element.ts' {
  namespace JSX {
    interface IntrinsicElements extends SsmlElements {}
  }
}

export type {
  BreakProps,
  EmphasisProps,
  LangProps,
  PhonemeProps,
  PProps,
  ProsodyProps,
  SayAsProps,
  SProps,
  SubProps,
  WProps,
};
