import { conferenceActions } from '../plivo-enums.ts';
import { conferenceFields } from './conference-fields.ts';
import { defineEvent, type EventDefinition } from './define-event.ts';
import { keys } from './digits-fields.ts';
import { oneOf } from './field.ts';
import { recordingFields } from './recording-fields.ts';

const changeFields = {
  /** What happened, such as `enter`, `exit` or `digits`. */
  conferenceAction: oneOf('ConferenceAction', conferenceActions),
  /** The keys that matched `digitsMatch`: 1 to 99 of `0-9 * # A-D`. */
  conferenceDigitsMatch: keys('ConferenceDigitsMatch'),
};

/** Something happened in a conference: the `callbackUrl` of `Conference`. */
export const conferenceCallback: EventDefinition<
  'conference-callback',
  typeof conferenceFields & typeof recordingFields & typeof changeFields
> = defineEvent('conference-callback', { ...conferenceFields, ...recordingFields, ...changeFields });
