/**
 * The fields of a conference and of this member of it.
 * @module
 */
import { id, shortText } from './field.ts';
import { recordingFileFields } from './recording-fields.ts';

const memberFields = {
  /** The name of the conference. Cut at 256 characters. */
  conferenceName: shortText('ConferenceName'),
  /** The id of the conference. At most 256 characters. */
  conferenceUuid: id('ConferenceUUID'),
  /** The id of this member of the conference. At most 256 characters. */
  conferenceMemberId: id('ConferenceMemberID'),
};

export const conferenceFields: typeof memberFields & typeof recordingFileFields = {
  ...memberFields,
  ...recordingFileFields,
};
