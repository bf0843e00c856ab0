import { conferenceFields } from './conference-fields.ts';
import { defineEvent, type EventDefinition } from './define-event.ts';

/** This member has left the conference: the `action` of `Conference`. */
export const conferenceAction: EventDefinition<'conference-action', typeof conferenceFields> = defineEvent(
  'conference-action',
  conferenceFields,
);
