import { integer } from './attribute.ts';
import { urlText } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';
import { endless } from './unreachable.ts';

const declaration = declareElement({
  name: 'Play',
  role: 'says',
  content: urlText('audio', { expected: 'the URL of an mp3 or wav file' }),
  attributes: {
    /** How often to play it; 0 repeats for ever, so that nothing after it is reached. Default: 1. */
    loop: integer({ min: 0, default: 1 }),
  },
  rules: [
    {
      message: '<Play> fetches its file over http://.',
      fix: 'use https://, as Plivo advises.',
      severity: 'warning',
      // Addresses of this very machine are for trying things out; Plivo cannot fetch them either way.
      broken: ({ text }) => /^http:\/\/(?!localhost|127\.|\[::1\])/i.test(text),
    },
    endless('Play'),
  ],
});

/** The props of {@link Play}. */
export interface PlayProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Plays one audio file, mp3 or wav, of at most 10 MB.
 *
 * Source: https://www.plivo.com/docs/voice/xml/audio-output
 *
 * @example
 * ```tsx
 * import { Play } from 'plivo-jsx';
 *
 * const jingle = <Play>https://example.com/audio/welcome.mp3</Play>;
 * ```
 */
export const Play: ElementComponent<PlayProps> = defineElement(declaration);
