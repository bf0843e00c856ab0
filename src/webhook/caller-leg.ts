/**
 * The leg of the caller: what belongs to one call has one id, whichever leg an event is about.
 * @module
 */
import type { Call } from './call.ts';
import { commonFields } from './events/common-fields.ts';
import { dialLegFields } from './events/dial-leg-fields.ts';
import { mpcExit } from './events/mpc-exit.ts';

// An event of a B leg names the A leg beside its own id.
const readers = [
  dialLegFields.dialALegUuid,
  commonFields.aLegUuid,
  commonFields.callUuid,
  mpcExit.fields.participantCallUuid,
];

/** The id of the A leg of a call; undefined when a request names none, so that it is of no call. */
export function callerLegOf({ raw }: Call): string | undefined {
  for (const read of readers) {
    const id = read(raw);
    if (id !== undefined) return id;
  }
  return undefined;
}
