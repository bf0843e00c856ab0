import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { isErrorObject } from '../src/thrown.ts';

test.each([
  ['an error', new TypeError('no')],
  ['an error of another realm, as in Jest', runInNewContext('new TypeError("no")')],
  ['an AggregateError of another realm', runInNewContext('new AggregateError([], "no")')],
  ['an object with the shape of an error', { name: 'Error', message: 'no', stack: 'Error: no' }],
])('%s is an error', (_what, value) => expect(isErrorObject(value)).toBe(true));

test.each([
  ['a text', 'no'],
  ['nothing', undefined],
  ['null', null],
  ['an object with a message', { message: 'no' }],
  [
    'a Proxy that throws',
    new Proxy(
      {},
      {
        get() {
          throw new Error('no');
        },
        getPrototypeOf() {
          throw new Error('no');
        },
      },
    ),
  ],
])('%s is none', (_what, value) => expect(isErrorObject(value)).toBe(false));
