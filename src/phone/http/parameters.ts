import type { CallStatus } from '../../webhook/plivo-enums.ts';
import type { RequestKind } from './request-kind.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';

/** True for requests that carry `Event=Redirect`. */
const isRedirect = (kind: RequestKind) =>
  kind === 'redirect' || kind === 'transfer' || kind.endsWith('-action') || kind === 'mpc-exit';

/** The parameters of every request. */
export function commonParams(session: Session, kind: RequestKind): Params {
  const { from, to, direction, callerName, forwardedFrom, sipHeaders = {} } = session.settings;
  const event =
    kind === 'answer' || kind === 'fallback' ? 'StartApp' : isRedirect(kind) ? 'Redirect' : undefined;
  const name = callerName ?? (isRedirect(kind) && from !== '' ? from : undefined);
  const outbound = direction === 'outbound';
  return {
    CallUUID: session.uuid,
    From: from,
    To: to,
    CallStatus: statusOf(session),
    Direction: direction,
    BillRate: '0.0085',
    ParentAuthID: 'MAPLIVOJSXTELEPHONE0',
    SessionStart: session.dateAt(0).fraction,
    ...(event === undefined ? {} : { Event: event }),
    ...(name === undefined ? {} : { CallerName: name }),
    ...(forwardedFrom === undefined ? {} : { ForwardedFrom: forwardedFrom }),
    ...(outbound ? { RequestUUID: session.uuid, ALegUUID: session.uuid, ALegRequestUUID: session.uuid } : {}),
    ...(event === 'StartApp' ? { STIRAttestation: 'A', stir_verification: 'Verified' } : {}),
    ...Object.fromEntries(Object.entries(sipHeaders).map(([header, value]) => [`X-PH-${header}`, value])),
  };
}

/** Plivo's `CallStatus`: of a notice after the end, how the call ended. */
function statusOf({ isAnswered, clock: { over } }: Session): CallStatus {
  if (over === undefined) return isAnswered ? 'in-progress' : 'ringing';
  if (isAnswered || over.code === 4000) return 'completed';
  if (over.code === 3010) return 'busy';
  if (over.code === 3000 || over.code === 3020) return 'no-answer';
  return over.code === 1000 ? 'cancel' : 'failed';
}
