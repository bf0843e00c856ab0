import { boolean } from './attribute.ts';
import { text } from './content.ts';
import { defineElement } from './define-element.ts';

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
export const DTMF = defineElement({
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
