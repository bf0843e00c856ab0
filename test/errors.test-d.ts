import { PlivoJsxError, RenderError, type ErrorCode } from 'plivo-jsx';
import { expectTypeOf, test } from 'vitest';

test('an error takes the facts that its sentences are built from', () => {
  new PlivoJsxError('E_NESTING', { element: 'Speak', parent: 'Dial', expected: '<Number> or <User>' });
  new PlivoJsxError('E_PHONE_KEYS');
  new PlivoJsxError(
    'E_LOAD',
    { file: 'flow.ts', problem: 'it throws', place: '' },
    { cause: new Error('no') },
  );
});

test('a misspelt, missing or wrong fact does not compile', () => {
  // @ts-expect-error The fact is called element.
  new PlivoJsxError('E_NESTING', { elment: 'Speak', parent: 'Dial', expected: '<Number>' });
  // @ts-expect-error The parent is missing.
  new PlivoJsxError('E_NESTING', { element: 'Speak', expected: '<Number>' });
  // @ts-expect-error A port is a number.
  new PlivoJsxError('E_PORT', { host: '127.0.0.1', port: '5000' });
  // @ts-expect-error This error needs facts.
  new PlivoJsxError('E_NESTING');
  // @ts-expect-error This one has none.
  new PlivoJsxError('E_PHONE_KEYS', { keys: 'x' });
  // @ts-expect-error There is no such code.
  new PlivoJsxError('E_NESTNG');
});

test('a caught error has a code that can be compared', () => {
  const caught: unknown = undefined;
  if (caught instanceof PlivoJsxError) expectTypeOf(caught.code).toEqualTypeOf<ErrorCode>();
  if (caught instanceof RenderError) expectTypeOf(caught.code).toEqualTypeOf<ErrorCode>();
  expectTypeOf<RenderError>().toExtend<PlivoJsxError>();
});
