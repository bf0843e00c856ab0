import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../../src/fastify/report/failure.ts';
import { redactorFor } from '../../../src/fastify/report/redact.ts';

const hide = redactorFor({ From: '14155550100' });
const trap = () => {
  throw new Error('trap');
};

describe('whatever was thrown', () => {
  test.each<[string, unknown, string]>([
    ['an error', new Error('no line to 14155550100'), 'no line to [hidden]'],
    ['a text', 'no line to 14155550100', 'the text "no line to [hidden]" was thrown'],
    ['nothing', undefined, 'a value of type undefined was thrown'],
    ['null', null, 'null was thrown'],
    [
      'an error of another realm, as in Jest',
      runInNewContext('new Error("no line to 14155550100")'),
      'no line to [hidden]',
    ],
    ['a symbol', Symbol('s'), 'a value of type symbol was thrown'],
    ['an error whose message is a number', Object.assign(new Error('x'), { message: 5 }), '5'],
    [
      'an error whose message is an object',
      Object.assign(new Error('x'), { message: { errors: [] } }),
      'a value of type object',
    ],
    [
      'an error whose message throws',
      Object.defineProperty(new Error('x'), 'message', { get: trap }),
      'what was thrown cannot be read',
    ],
    ['a proxy', new Proxy({}, { getPrototypeOf: trap }), 'a value of type object was thrown'],
  ])('is told: %s', (_, thrown, text) => {
    expect(failureOf(thrown, hide).text).toBe(text);
  });

  test('is told in brief with its place, and its cause with its own', () => {
    const thrown = new Error('outer 14155550100', { cause: new TypeError('inner') });
    expect(failureOf(thrown, hide).brief).toMatch(
      /^Error: outer \[hidden\] \(test\/fastify\/report\/failure\.test\.ts:\d+:\d+\)\nCause: TypeError: inner \(test\/fastify\S+\)$/,
    );
  });

  test('is told with a code and a stack that are no texts', () => {
    const thrown = Object.assign(new Error('x'), { code: Object.create(null) as unknown, stack: 7 });
    expect(failureOf(thrown, hide).err).toMatchObject({ code: 'a value of type object', stack: '7' });
  });

  test('is told in so many characters', () => {
    const { err, text } = failureOf(new Error('x'.repeat(1_000_000)), hide);
    expect(text).toBe(`${'x'.repeat(10_000)} …`);
    expect(JSON.stringify(err).length).toBeLessThan(21_000);
  });

  test('is told with its causes, which may go round', () => {
    const circle = new Error('round');
    circle.cause = circle;
    expect(failureOf(circle, hide).text).toContain('round\nCause: Error: round');
  });

  test('never throws', () => {
    const errors = fc.anything().map((part) => Object.assign(new Error('x'), { message: part, cause: part }));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), errors), (thrown) => {
        expect(typeof failureOf(thrown, hide).text).toBe('string');
      }),
    );
  });
});
