import { defineEvent } from './define-event.ts';
import { boolean } from './field.ts';

/**
 * The call begins: `answer_url`. `fallback_url`, `confirmSound`, `dialMusic` and the sounds of conferences send the same
 * fields, so they are of this kind too.
 */
export const answer = defineEvent('answer', {
  /** Whether a machine answered; sent only for a call that was placed with machine detection. */
  machine: boolean('Machine'),
});
