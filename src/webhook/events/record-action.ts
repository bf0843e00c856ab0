import { defineEvent, type EventDefinition } from './define-event.ts';
import { digitsFields } from './digits-fields.ts';
import { recordingFields } from './recording-fields.ts';

/** `Record` has ended: its `action`. Its `callbackUrl` sends the same fields when the file is ready, so it is of this kind too. */
export const recordAction: EventDefinition<'record-action', typeof digitsFields & typeof recordingFields> =
  defineEvent('record-action', { ...digitsFields, ...recordingFields });
