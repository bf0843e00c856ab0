import { boolean } from './attribute.ts';
import { text } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';

const declaration = declareElement({
  name: 'DTMF',
  content: text({
    expected: 'keys (0 to 9, * or #), with w or W for pauses',
    pattern: /^[0-9*#wW]+$/,
  }),
  attributes: {
    /** `true`: the next element runs while the tones play; `false`: it waits for the last one. Default: true. */
    async: boolean({ default: true }),
  },
});

/** The props of {@link DTMF}. */
export interface DTMFProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Presses keys: sends their tones to the other party; `w` pauses half a second, `W` a second.
 *
 * Source: https://www.plivo.com/docs/voice/xml/audio-output
 *
 * @example
 * ```tsx
 * import { DTMF } from 'plivo-jsx';
 *
 * const extension = <DTMF>ww2410#</DTMF>;
 * ```
 */
export const DTMF: ElementComponent<DTMFProps> = defineElement(declaration);
