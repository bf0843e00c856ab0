/**
 * The tags of SSML, which are written in lower case and need no import.
 * @module
 */
import type { ElementComponent } from '../define-element.ts';
import { Break } from './break.ts';
import { Emphasis } from './emphasis.ts';
import { Lang } from './lang.ts';
import { P } from './p.ts';
import { Phoneme } from './phoneme.ts';
import { Prosody } from './prosody.ts';
import { S } from './s.ts';
import { SayAs } from './say-as.ts';
import { Sub } from './sub.ts';
import { W } from './w.ts';

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

type PropsOf<Component> = Component extends ElementComponent<infer Props> ? Props : never;
type PropsOfTags = { [Name in keyof typeof ssml]: PropsOf<(typeof ssml)[Name]> };

declare module '../../../jsx-runtime/element.ts' {
  namespace JSX {
    interface IntrinsicElements extends PropsOfTags {}
  }
}
