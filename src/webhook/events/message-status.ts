import { defineEvent } from './define-event.ts';
import { id, shortText } from './field.ts';

/** The state of a message has changed: `callbackUrl` of `Message`. */
export const messageStatus = defineEvent('message-status', {
  /** The id of the message. At most 256 characters. */
  messageUuid: id('MessageUUID'),
  /** The new state, such as `queued`, `sent`, `delivered` or `failed`. Cut at 256 characters. */
  status: shortText('Status'),
});
