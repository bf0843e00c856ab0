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

type PropsOf<Component> = Component extends ElementComponent<infer Props> ? Props : never;

declare module '../../../jsx-runtime/element.ts' {
  namespace JSX {
    interface IntrinsicElements {
      break: PropsOf<typeof Break>;
      emphasis: PropsOf<typeof Emphasis>;
      lang: PropsOf<typeof Lang>;
      p: PropsOf<typeof P>;
      phoneme: PropsOf<typeof Phoneme>;
      prosody: PropsOf<typeof Prosody>;
      s: PropsOf<typeof S>;
      'say-as': PropsOf<typeof SayAs>;
      sub: PropsOf<typeof Sub>;
      w: PropsOf<typeof W>;
    }
  }
}
