import fc from 'fast-check';
import {
  level,
  PlivoJsxError,
  preview,
  flow,
  render,
  Response,
  session,
  Speak,
  type Context,
  Forward,
  WithContext,
} from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { plainContext } from '../../src/render/plain-context.ts';

const noCall = (): Context => plainContext(undefined, 0);
const anything = session<unknown>('anything');

/** What comes back of a value. */
async function back(value: unknown) {
  const context = noCall();
  await anything.set(context, value);
  return anything.get(context);
}

describe('without a call', () => {
  const name = session<string>('name');
  const Asks = async (_: {}, context: Context) => <Speak>{(await name.get(context)) ?? 'Nobody'}</Speak>;
  const Remembers = async (_: {}, context: Context) => {
    await name.set(context, 'Ann');
    return <Asks />;
  };

  /** Async components of one document run at the same time. */
  const Later = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return <Asks />;
  };

  test('a session is empty, so that a document can be rendered as its first caller hears it', async () => {
    const xml = await render(
      <Response>
        <Asks />
      </Response>,
    );
    expect(xml).toContain('<Speak>Nobody</Speak>');
  });

  test('what a component sets is there for the components of the same document alone', async () => {
    const hello = level('/hello', () => (
      <Response>
        <Remembers />
      </Response>
    ));
    const again = level('/again', () => (
      <Response>
        <Asks />
      </Response>
    ));
    const flows = [flow('hello', { levels: [hello, again] })];
    const options = { baseUrl: 'https://ivr.example.com', fields: { CallUUID: 'a' } };
    expect(await preview(flows, '/hello', options)).toContain('<Speak>Ann</Speak>');
    expect(await preview(flows, '/again', options)).toContain('<Speak>Nobody</Speak>');
  });

  test('what is set inside other values of the context is there for the whole document', async () => {
    const xml = await render(
      <Response>
        <WithContext values={{ language: 'es' }}>
          <WithContext values={{ language: 'en' }}>
            <Remembers />
          </WithContext>
          <Later />
        </WithContext>
      </Response>,
    );
    expect(xml.match(/Ann/g)).toHaveLength(2);
  });

  test('a preview keeps it where one level forwards to another', async () => {
    const second = level('/second', () => (
      <Response>
        <Asks />
      </Response>
    ));
    const first = level('/first', async (_, context) => {
      await name.set(context, 'Ann');
      return (
        <Response>
          <Forward to={second()} />
        </Response>
      );
    });
    const flows = [flow('forwarded', { levels: [first, second] })];
    const xml = await preview(flows, '/first', { baseUrl: 'https://ivr.example.com' });
    expect(xml).toContain('<Speak>Ann</Speak>');
  });

  test('what is deleted is gone', async () => {
    const context = noCall();
    await name.set(context, 'Ann');
    await name.delete(context);
    expect(await name.get(context)).toBeUndefined();
  });
});

describe('a value', () => {
  test('comes back as it was set, if JSON can carry it', () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(JSON.stringify(await back(value))).toBe(JSON.stringify(value));
      }),
    ));

  test('comes back equal or is refused, whatever it is', () =>
    fc.assert(
      fc.asyncProperty(
        fc.anything({ withDate: true, withMap: true, withBigInt: true, withSparseArray: true }),
        async (value) => {
          const read = await back(value).catch((error: PlivoJsxError) => error.code);
          fc.pre(read !== 'E_SESSION_VALUE');
          expect(withoutSign(read)).toEqual(withoutSign(value));
        },
      ),
    ));

  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  class Appointment {
    readonly date = '2026-05-03';
  }
  test.each([
    ['undefined', undefined, 'anything was set to a value that is undefined, which JSON cannot carry'],
    ['a date', { slots: [{ from: new Date(0) }] }, 'anything.slots[0].from was set to'],
    ['a number that is none', { count: Number.NaN }, 'anything.count was set to'],
    ['a list with a gap', ['a', undefined], 'anything[1] was set to'],
    ['a set', new Set(['a']), 'anything was set to'],
    ['an instance of a class', { booked: new Appointment() }, 'anything.booked was set to'],
    ['a function', { next: () => {} }, 'anything.next was set to'],
    ['a bigint', 1n, 'anything was set to'],
    ['itself', cycle, 'anything.self was set to'],
    ['a name that may be a number', { '14155550100': new Date(0) }, 'anything[…] was set to'],
    [
      'a getter that throws',
      {
        get secret() {
          throw new Error('4111');
        },
      },
      'anything was set to',
    ],
  ])('that is or has %s is refused, with its path', (_, value, path) => {
    expect(() => anything.set(noCall(), value)).toThrow(path);
  });

  test('that is refused is told with the place where it was set, and without any part of it', () => {
    let message = '';
    try {
      void anything.set(noCall(), { card: '4111111111111111', at: new Date('2026-05-03') });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message.replaceAll(/\d+:\d+/g, 'line:column')).toBe(
      [
        'The session anything.at was set to a value that JSON cannot carry.',
        '  at anything.set (test/flow/session.test.tsx:line:column)',
        'Fix: set texts, numbers, booleans, null, and lists and plain objects of them, or give the session a schema. [E_SESSION_VALUE]',
      ].join('\n'),
    );
  });

  test('of more than 64 KB is refused', async () => {
    await anything.set(noCall(), 'a'.repeat(65_534));
    expect(() => anything.set(noCall(), 'a'.repeat(65_535))).toThrow(
      'The session anything was set to a value that has more than 64 KB of JSON.',
    );
  });
});

describe('with a schema', () => {
  const schema = z.object({ at: z.coerce.date() });
  const slot = session('slot', { schema });

  test('a value can be what the schema makes of JSON', async () => {
    const context = noCall();
    await slot.set(context, { at: new Date('2026-05-03T10:00:00Z') });
    expect(await slot.get(context)).toEqual({ at: new Date('2026-05-03T10:00:00Z') });
  });

  test('a value that the schema could not read again is refused when it is set', async () => {
    const date = session('date', { schema: z.object({ at: z.date() }) });
    expect(() => date.set(noCall(), { at: new Date(0) })).toThrow(
      'The session date was set to a value that its schema does not read again of its JSON.',
    );
    const later = z.string().refine(async (text) => text !== 'no');
    const asked = session('asked', { schema: later });
    await expect(asked.set(noCall(), 'no')).rejects.toMatchObject({ code: 'E_SESSION_VALUE' });
    const context = noCall();
    await asked.set(context, 'yes');
    expect(await asked.get(context)).toBe('yes');
  });

  test('a value of an older version that does not fit any more counts as absent', async () => {
    const context = noCall();
    await session<string>('slot').set(context, '2026-05-03');
    expect(await slot.get(context)).toBeUndefined();
  });
});

test.each([
  ['', {}, 'The option name of a session cannot be used.'],
  ['14155550100', {}, 'The option name of a session cannot be used.'],
  ['a b', {}, 'The option name of a session cannot be used.'],
  ['a'.repeat(65), {}, 'The option name of a session cannot be used.'],
  ['booking', { ttl: 0.5 }, 'The option ttl of the session booking is out of range.'],
  ['booking', { ttl: 86_401 }, 'The option ttl of the session booking is out of range.'],
  ['booking', { ttl: Number.NaN }, 'The option ttl of the session booking is out of range.'],
])('the session %j with %o is refused', (name, options, message) => {
  expect(() => session(name, options)).toThrow(message);
});

/** JSON has one zero, and no symbols. */
const withoutSign = (value: unknown): unknown =>
  typeof value === 'number'
    ? value + 0
    : Array.isArray(value)
      ? value.map(withoutSign)
      : Object(value) === value
        ? Object.entries(value as object).flatMap(([name, part]) =>
            part === undefined ? [] : [[name, withoutSign(part)]],
          )
        : value;
