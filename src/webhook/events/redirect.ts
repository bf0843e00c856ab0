import { defineEvent } from './define-event.ts';

/** `Redirect` has been reached. An `action` that has nothing to report may look the same. */
export const redirect = defineEvent('redirect', {});
