import { defineEvent } from './define-event.ts';

/** The request has no field by which Plivo's requests are recognised. */
export const unknown = defineEvent('unknown', {});
