import type { Call, CallKind, CommonFields } from './call.ts';
import { id, number, oneOf, short, text, type Field } from './field.ts';
import { fieldsOfKind } from './fields-of-kind.ts';
import { kindOf } from './kind-of.ts';
import { rawFields, type CallParams, type RawFields } from './raw.ts';
import { callEvents, callStatuses, directions } from './words.ts';

const common = {
  callUuid: id('CallUUID', 'call_uuid'),
  from: short('From'),
  to: short('To'),
  direction: oneOf('Direction', directions),
  callStatus: oneOf('CallStatus', callStatuses),
  event: oneOf('Event', callEvents),
  callerName: text('CallerName'),
  forwardedFrom: short('ForwardedFrom'),
  aLegUuid: id('ALegUUID'),
  aLegRequestUuid: id('ALegRequestUUID'),
  requestUuid: id('RequestUUID'),
  parentAuthId: id('ParentAuthID'),
  billRate: number('BillRate'),
  sessionStart: short('SessionStart'),
  stirAttestation: short('STIRAttestation'),
  stirVerification: id('STIRVerification', 'stir_verification'),
} satisfies { [Name in Exclude<keyof CommonFields, 'raw' | 'sipHeaders'>]: Field<CommonFields[Name]> };

/**
 * Makes a typed event of the fields that Plivo sent. Never throws: what is missing, repeated or not in Plivo's
 * vocabulary is `undefined`, and `call.raw` has all of it.
 *
 * @param params - the fields of the form, of a GET those of the query
 * @example
 * ```ts
 * import { readCall } from 'plivo-jsx';
 *
 * const call = readCall(new URLSearchParams('CallUUID=9c6a1f3e&From=14155550100&Digits=1'));
 * if (call.kind === 'getdigits-action' && call.input === 'given') console.log(call.digits.length);
 * ```
 */
export function readCall(params: CallParams): Call {
  const raw = rawFields(params);
  const kind = kindOf(raw, common.callUuid(raw));
  const call: { [name: string]: unknown } = { kind, input: 'none', raw, sipHeaders: sipHeaders(raw) };
  for (const [name, read] of commonReaders) call[name] = read(raw);
  for (const [name, read] of readersOfKind[kind]) call[name] = read(raw);
  return call as unknown as Call;
}

type Reader = readonly [name: string, read: (raw: RawFields) => unknown];
const commonReaders: readonly Reader[] = Object.entries(common);
const readersOfKind = Object.fromEntries(
  Object.entries(fieldsOfKind).map(([kind, readers]) => [kind, Object.entries(readers)]),
) as unknown as { readonly [Kind in CallKind]: readonly Reader[] };

const prefix = 'X-PH-';
const noHeaders: CommonFields['sipHeaders'] = Object.freeze({ __proto__: null } as never);

function sipHeaders(raw: RawFields): CommonFields['sipHeaders'] {
  let headers: { [name: string]: string } | undefined;
  for (const name in raw) {
    if (!name.startsWith(prefix) || name.length === prefix.length) continue;
    const value = text(name)(raw);
    if (value === undefined) continue;
    headers ??= { __proto__: null } as never as { [name: string]: string };
    headers[name.slice(prefix.length)] = value;
  }
  return headers === undefined ? noHeaders : Object.freeze(headers);
}
