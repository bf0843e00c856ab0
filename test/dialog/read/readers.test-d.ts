import type { StandardSchemaV1 } from '@standard-schema/spec';
import {
  amount,
  date,
  dayAndMonth,
  digits,
  phoneNumber,
  pin,
  time,
  yesNo,
  type E164,
  type Reader,
  type Temporal,
} from 'plivo-jsx';
import { expectTypeOf, test } from 'vitest';

test('each reader has the type of its value, as a value and with options', () => {
  expectTypeOf<StandardSchemaV1.InferOutput<typeof dayAndMonth>>().toEqualTypeOf<Temporal.PlainDate>();
  expectTypeOf(dayAndMonth({ zone: 'UTC' })).toEqualTypeOf<Reader<Temporal.PlainDate>>();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof date>>().toEqualTypeOf<Temporal.PlainDate>();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof time>>().toEqualTypeOf<Temporal.PlainTime>();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof amount>>().toEqualTypeOf<number>();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof yesNo>>().toEqualTypeOf<boolean>();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof phoneNumber>>().toEqualTypeOf<E164>();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof digits>>().toEqualTypeOf<string>();
  expectTypeOf(pin({ length: 4 })).toEqualTypeOf<Reader<string>>();
});

test('each is a Standard Schema of text', () => {
  const schemas: readonly StandardSchemaV1<string, unknown>[] = [
    amount,
    date,
    dayAndMonth,
    phoneNumber,
    time,
    yesNo,
  ];
  expectTypeOf(schemas).not.toBeAny();
  expectTypeOf<StandardSchemaV1.InferInput<typeof dayAndMonth>>().toEqualTypeOf<string>();
});

test('wrong options do not compile', () => {
  // @ts-expect-error: a date has no order "dym"
  date({ order: 'dym' });
  // @ts-expect-error: a date has 4, 6 or 8 digits
  date({ digits: 5 });
  // @ts-expect-error: dayAndMonth has four digits
  dayAndMonth({ digits: 6 });
  // @ts-expect-error: a PIN has a length
  pin({});
  // @ts-expect-error: a country is needed
  phoneNumber({});
});
