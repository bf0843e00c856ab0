import type { CallMethod, OutboundCall } from 'plivo-jsx';
import { expectTypeOf, test } from 'vitest';

test('a call needs two numbers and an address', () => {
  const call = { to: '+15551234567', from: '+15557654321', answerUrl: 'https://ivr.example.com/ivr' };
  expectTypeOf(call).toExtend<OutboundCall>();
  // @ts-expect-error There is no address to request the first document from.
  expectTypeOf<{ to: string; from: string }>().toExtend<OutboundCall>();
});

test('each field has the type of its values', () => {
  expectTypeOf<OutboundCall['to']>().toEqualTypeOf<string>();
  expectTypeOf<OutboundCall['answerMethod']>().toEqualTypeOf<CallMethod | undefined>();
  expectTypeOf<OutboundCall['machineDetection']>().toEqualTypeOf<'true' | 'hangup' | undefined>();
  expectTypeOf<OutboundCall['ringTimeout']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<OutboundCall['errorIfParentNotFound']>().toEqualTypeOf<boolean | undefined>();
});

test('a call is read-only, and has no other fields', () => {
  const call: OutboundCall = { to: '', from: '', answerUrl: '' };
  // @ts-expect-error A call is not changed once it was checked.
  call.to = '+15551234567';
  // @ts-expect-error Plivo has no such field.
  void call.answer_url;
});
