/**
 * The call as a level sees it after a `<Redirect>`.
 * @module
 */
import type { Call } from './call.ts';
import { createCall } from './read-call.ts';
import type { RawFields } from './raw.ts';

/** The fields of every request, as Plivo names them; all others tell of the element that ended. */
const common: ReadonlySet<string> = new Set([
  'CallUUID',
  'call_uuid',
  'From',
  'To',
  'Direction',
  'CallStatus',
  'CallerName',
  'ForwardedFrom',
  'ALegUUID',
  'ALegRequestUUID',
  'RequestUUID',
  'ParentAuthID',
  'BillRate',
  'SessionStart',
  'STIRAttestation',
  'STIRVerification',
  'stir_verification',
]);

/** The same call without what the caller pressed or said, as in the request of a `<Redirect>`. */
export function redirectedCall({ raw }: Call): Call {
  const fields: { [name: string]: RawFields[string] } = { __proto__: null } as never;
  for (const name in raw) if (common.has(name) || name.startsWith('X-PH-')) fields[name] = raw[name]!;
  fields['Event'] = 'Redirect';
  return createCall(fields);
}
