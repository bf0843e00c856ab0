import type { Call, CallKind, CommonFields } from './call.ts';
import { id, number, oneOf, short, text, type Field } from './field.ts';
import { fieldsOfKind } from './fields-of-kind.ts';
import { kindOf } from './kind-of.ts';
import { rawFields, type CallParams, type RawFields } from './raw.ts';
import { callEventNames, callStatuses, directions } from './plivo-enums.ts';

const common = {
  callUuid: id('CallUUID', 'call_uuid'),
  from: short('From'),
  to: short('To'),
  direction: oneOf('Direction', directions),
  callStatus: oneOf('CallStatus', callStatuses),
  event: oneOf('Event', callEventNames),
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
 * vocabulary is `undefined`, and `call.raw` has all of it. Each field is read when it is asked for.
 *
 * @param params the fields of the form, of a GET those of the query
 * @example
 * ```ts
 * import { readCall } from 'plivo-jsx';
 *
 * const call = readCall(new URLSearchParams('CallUUID=9c6a1f3e&From=14155550100&Digits=1'));
 * if (call.kind === 'getdigits-action' && call.input === 'given') console.log(call.digits.length);
 * ```
 */
export const readCall = (params: CallParams): Call => callOf(rawFields(params));

/** The same for fields that are nothing but text already, such as a parser of forms gives. */
export function callOf(raw: RawFields): Call {
  const Kind = kinds[kindOf(raw, common.callUuid(raw))];
  return new Kind(raw) as unknown as Call;
}

type Readers = { readonly [name: string]: (raw: RawFields) => unknown };

/**
 * One class a kind. Its fields are getters, since a level asks for one or two of some thirty, and to fill them all
 * takes longer than the rest of reading a webhook.
 */
function classOf(kind: string, readers: Readers) {
  class Call {
    readonly kind = kind;
    readonly raw: RawFields;
    constructor(raw: RawFields) {
      this.raw = raw;
    }
  }
  for (const [name, read] of Object.entries({ input: () => 'none', sipHeaders, ...common, ...readers })) {
    const get = function (this: Call) {
      return read(this.raw);
    };
    Object.defineProperty(Call.prototype, name, { enumerable: true, get });
  }
  return Call;
}

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

const kinds = Object.fromEntries(
  Object.entries(fieldsOfKind).map(([kind, readers]) => [kind, classOf(kind, readers as Readers)]),
) as { readonly [Kind in CallKind]: ReturnType<typeof classOf> };
