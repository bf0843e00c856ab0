/**
 * Reads the fields of a request into a typed call.
 * @module
 */
import type { Call, CallKind } from './call.ts';
import { detectKind } from './detect-kind.ts';
import { commonFields } from './events/common-fields.ts';
import type { FieldTable } from './events/define-event.ts';
import * as events from './events/index.ts';
import { collectFields, type CallParams, type RawFields } from './raw.ts';

/**
 * Makes a typed call of the fields that Plivo sent. Never throws: a field that is missing, that was sent more than once
 * or whose value Plivo does not document is `undefined`, and `call.raw` has it. A field is read when it is accessed.
 *
 * @param params the fields of the form; for a GET request, those of the query
 * @example
 * ```ts
 * import { readCall } from 'plivo-jsx';
 *
 * const call = readCall(new URLSearchParams('CallUUID=9c6a1f3e&From=14155550100&Digits=1'));
 * if (call.kind === 'getdigits-action' && call.input === 'given') console.log(call.digits.length);
 * ```
 */
export const readCall = (params: CallParams): Call => createCall(collectFields(params));

/** As {@link readCall}, for fields that are known to be text, such as those that a parser of forms returns. */
export function createCall(raw: RawFields): Call {
  const KindOfCall = callClasses.get(detectKind(raw, commonFields.callUuid(raw)))!;
  return new KindOfCall(raw) as unknown as Call;
}

/**
 * Makes the class of one kind. Its fields are getters: a level reads one or two of about thirty, and filling all of
 * them would take longer than the rest of reading a webhook.
 */
function callClassOf(kind: CallKind, fields: FieldTable) {
  class Call {
    readonly kind = kind;
    readonly raw: RawFields;
    constructor(raw: RawFields) {
      this.raw = raw;
    }
  }
  for (const [name, read] of Object.entries({ input: () => 'none', ...commonFields, ...fields })) {
    const get = function (this: Call) {
      return read(this.raw);
    };
    Object.defineProperty(Call.prototype, name, { enumerable: true, get });
  }
  return Call;
}

const callClasses = new Map(
  Object.values(events).map(({ kind, fields }) => [kind, callClassOf(kind, fields)] as const),
);
