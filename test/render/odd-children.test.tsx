import { render, Response, Speak, type Node } from 'plivo-jsx';
import { expect, test } from 'vitest';
import { unhandledWhile } from './unhandled.ts';

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

test('a promise as a child is rejected, and its own failure does not go unhandled', async () => {
  const unhandled = await unhandledWhile(() => {
    expect(message(Promise.reject(new Error('no database')))).toBe('<Speak> got a promise as content.');
  });
  expect(unhandled).toEqual([]);
});

test('production stops at the first promise, and the failures of all others do not go unhandled', async () => {
  const unhandled = await unhandledWhile(async () => {
    const failed = () => Promise.reject(new Error('no database')) as never;
    const Inner = () => (
      <>
        {failed()}
        <Speak voice={failed()}>
          {[failed(), <Speak>{failed()}</Speak>]}
          {failed()}
        </Speak>
      </>
    );
    const Async = async () => <Inner />;
    const print = (child: Node, last?: Node) =>
      render(
        <Response>
          {child as never}
          <Speak>{last}</Speak>
        </Response>,
        { development: false },
      );
    expect(() => print(<Inner />, failed())).toThrow('<Response> got a promise as content.');
    expect(() => print(<Async />, failed())).toThrow('<Speak> got a promise as content.');
    await expect(print(<Async />)).rejects.toThrow('<Response> got a promise as content.');
  });
  expect(unhandled).toEqual([]);
});

test('what would only begin when its result is asked for does not begin in a document that failed', async () => {
  let asked = 0;
  const query = {};
  Reflect.set(query, 'then', () => void asked++);
  const Later = (props: { query: unknown }) => String(props.query);
  const document = (
    <Response>
      <Speak>{query as never}</Speak>
      <Later query={query} />
    </Response>
  );
  expect(() => render(document, { development: false })).toThrow('[E_CHILD]');
  await new Promise(setImmediate);
  expect(asked).toBe(0);
});

test('a list that holds itself is told, and what is promised in it does not go unhandled', async () => {
  const unhandled = await unhandledWhile(() => {
    const list: unknown[] = [];
    const hostile = new Proxy([], {
      get: () => {
        throw new Error('asked');
      },
    });
    list.push(list, Promise.reject(new Error('no database')), hostile);
    expect(() => render(<Response>{list as never}</Response>, { development: false })).toThrow('[E_DEEP]');
  });
  expect(unhandled).toEqual([]);
});

test('a Proxy that throws at every question is told as any object', () => {
  const reject = () => {
    throw new Error('asked');
  };
  const traps = { get: reject, ownKeys: reject, getPrototypeOf: reject, has: reject };
  expect(message(new Proxy({}, { get: reject }))).toBe('<Speak> got an object with the keys {} as content.');
  expect(message(new Proxy({}, traps))).toBe('<Speak> got an object with the keys {} as content.');
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  expect(message(proxy)).toBe('<Speak> got an object with the keys {} as content.');
});
