import { describe, expectTypeOf, test } from 'vitest';
import type { Call, CallKind, CallOf } from '../../src/webhook/call.ts';
import type { Input } from '../../src/webhook/input.ts';
import type { DialStatus } from '../../src/webhook/plivo-enums.ts';

declare const call: Call;

describe('a call of any kind', () => {
  test('has every field of every kind', () => {
    expectTypeOf(call.digits).toEqualTypeOf<string | undefined>();
    expectTypeOf(call.speech).toEqualTypeOf<string | undefined>();
    expectTypeOf(call.speechConfidence).toEqualTypeOf<number | undefined>();
    expectTypeOf(call.dialStatus).toEqualTypeOf<DialStatus | undefined>();
    expectTypeOf(call.dialRingStatus).toEqualTypeOf<boolean | undefined>();
    expectTypeOf(call.input).toEqualTypeOf<Input>();
    expectTypeOf(call.kind).toEqualTypeOf<CallKind>();
  });

  test('has digits once its input is given', () => {
    if (call.input === 'given') expectTypeOf(call.digits).toEqualTypeOf<string>();
    else expectTypeOf(call.digits).toEqualTypeOf<undefined>();
  });

  test('has no field that no kind has', () => {
    // @ts-expect-error Plivo sends Digits, not Digit.
    void call.digit;
  });

  test('is read-only', () => {
    // @ts-expect-error What Plivo said is not ours to change.
    call.from = '1';
    // @ts-expect-error Nor are the raw fields.
    call.raw.From = '1';
  });
});

describe('a call of a known kind', () => {
  test('has the fields of its kind, and no others', () => {
    if (call.kind === 'dial-action') {
      expectTypeOf(call).toEqualTypeOf<CallOf<'dial-action'>>();
      expectTypeOf<undefined extends typeof call.dialStatus ? 1 : 0>().toEqualTypeOf<1>();
      expectTypeOf(call.digits).toEqualTypeOf<undefined>();
      expectTypeOf(call.input).toEqualTypeOf<'none'>();
    }
    if (call.kind === 'getinput-action' && call.input === 'given') {
      expectTypeOf(call.digits).toEqualTypeOf<string>();
      expectTypeOf(call.recordUrl).toEqualTypeOf<undefined>();
    }
    if (call.kind === 'answer') expectTypeOf(call.dialStatus).toEqualTypeOf<undefined>();
  });

  test('must have them where one is made by hand', () => {
    type OwnOf<Kind extends CallKind> = { [Name in keyof CallOf<Kind>]-?: CallOf<Kind>[Name] };
    expectTypeOf<OwnOf<'record-action'>['recordUrl']>().toEqualTypeOf<string | undefined>();
    // @ts-expect-error A dial-action has a dialStatus, even if it is undefined.
    expectTypeOf<Omit<CallOf<'dial-action'>, 'dialStatus'>>().toExtend<CallOf<'dial-action'>>();
    expectTypeOf<Omit<CallOf<'dial-action'>, 'speech'>>().toExtend<CallOf<'dial-action'>>();
  });

  test('is one that Plivo has', () => {
    // @ts-expect-error There is no kind "digits".
    void (call.kind === 'digits');
  });
});
