import { defineEvent } from './define-event.ts';

/** An outbound call rings: `ring_url`. */
export const ring = defineEvent('ring', {});
