import { render, Response, Speak } from 'plivo-jsx';
import { expect, test } from 'vitest';

const message = (child: unknown) => {
  try {
    return render(
      <Response>
        <Speak>{child as string}</Speak>
      </Response>,
    );
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
};

test('an object without a prototype is told as any object', () => {
  expect(message(Object.assign(Object.create(null), { Digits: '1' }))).toBe(
    '<Speak> got an object with the keys {Digits} as content.',
  );
});

test('a promise as a child is refused, and its own failure does not go unhandled', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  expect(message(Promise.reject(new Error('no database')))).toBe('<Speak> got a promise as content.');
  // Node tells it when all that was to be done at once is done.
  await new Promise(setImmediate);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

test('a Proxy that throws at every question is told as any object', () => {
  const refuse = () => {
    throw new Error('asked');
  };
  const traps = { get: refuse, ownKeys: refuse, getPrototypeOf: refuse, has: refuse };
  expect(message(new Proxy({}, { get: refuse }))).toBe('<Speak> got an object with the keys {} as content.');
  expect(message(new Proxy({}, traps))).toBe('<Speak> got an object with the keys {} as content.');
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  expect(message(proxy)).toBe('<Speak> got an object with the keys {} as content.');
});
