import { describe, expectTypeOf, test } from 'vitest';
import type { Call, CallKind, CallOf } from '../../src/webhook/call.ts';
import type { Digit, Input } from '../../src/webhook/input.ts';
import type {
  CallEventName,
  ConferenceAction,
  DialStatus,
  HangupSource,
  MpcEventName,
  MpcRecordingEventName,
} from '../../src/webhook/plivo-enums.ts';

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

  test('has one key as a number', () => {
    expectTypeOf(call.digit).toEqualTypeOf<Digit | undefined>();
    if (call.input !== 'given') expectTypeOf(call.digit).toEqualTypeOf<undefined>();
    // @ts-expect-error two keys are no key
    void (call.digit === 12);
  });

  test('has no field that no kind has', () => {
    // @ts-expect-error Plivo sends Digits, not Key.
    void call.key;
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

  test('has the type that each field is read as', () => {
    type Own<Kind extends CallKind, Names extends keyof CallOf<Kind>> = Pick<CallOf<Kind>, Names>;
    expectTypeOf<
      Own<'hangup', 'hangupCause' | 'hangupCauseCode' | 'hangupSource' | 'machine'>
    >().toEqualTypeOf<{
      readonly hangupCause: string | undefined;
      readonly hangupCauseCode: number | undefined;
      readonly hangupSource: HangupSource | undefined;
      readonly machine: boolean | undefined;
    }>();
    expectTypeOf<
      Own<'conference-callback', 'conferenceAction' | 'conferenceName' | 'recordingEndMs'>
    >().toEqualTypeOf<{
      readonly conferenceAction: ConferenceAction | undefined;
      readonly conferenceName: string | undefined;
      readonly recordingEndMs: number | undefined;
    }>();
    expectTypeOf<Own<'mpc-status', 'eventName'>>().toEqualTypeOf<{
      readonly eventName: MpcEventName | undefined;
    }>();
    expectTypeOf<Own<'mpc-recording', 'eventName'>>().toEqualTypeOf<{
      readonly eventName: MpcRecordingEventName | undefined;
    }>();
    expectTypeOf<Own<'ring', 'event' | 'sipHeaders' | 'input'>>().toEqualTypeOf<{
      readonly event: CallEventName | undefined;
      readonly sipHeaders: { readonly [name: string]: string };
      readonly input: 'none';
    }>();
  });

  test('is one that Plivo has', () => {
    expectTypeOf<CallKind>().toEqualTypeOf<
      | 'answer'
      | 'conference-action'
      | 'conference-callback'
      | 'dial-action'
      | 'dial-callback'
      | 'getdigits-action'
      | 'getinput-action'
      | 'getinput-interim'
      | 'hangup'
      | 'machine-detection'
      | 'message-status'
      | 'mpc-exit'
      | 'mpc-recording'
      | 'mpc-status'
      | 'record-action'
      | 'redirect'
      | 'ring'
      | 'stream-status'
      | 'transcription'
      | 'unknown'
    >();
    // @ts-expect-error There is no kind "digits".
    void (call.kind === 'digits');
  });
});
