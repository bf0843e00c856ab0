import { runInNewContext } from 'node:vm';
import { render, Response, Speak, type Node } from 'plivo-jsx';
import { jsx } from 'plivo-jsx/jsx-runtime';
import { describe, expect, test } from 'vitest';
import { unhandledWhile } from './unhandled.ts';

const fails = () => Promise.reject(new Error('no database')) as never;
const turn = () => new Promise(setImmediate);

const throwing = (thrown: () => unknown) => () => {
  throw thrown();
};
const rejecting = (thrown: () => unknown) => async (): Promise<never> => {
  await turn();
  throw thrown();
};

class Own extends Promise<never> {
  override catch(): never {
    throw new Error('not this way');
  }
}

/** A document of which something rejects that nobody waits for. */
const documents: readonly (readonly [string, () => Node])[] = [
  ['a component throws it', () => jsx(throwing(fails), {})],
  ['an async component throws it', () => jsx(rejecting(fails), {})],
  [
    'a component throws a list of them',
    () =>
      jsx(
        throwing(() => [fails(), [fails()]]),
        {},
      ),
  ],
  [
    'a component throws it as a cause',
    () =>
      jsx(
        throwing(() => new Error('no', { cause: fails() })),
        {},
      ),
  ],
  [
    'a component throws several of them as errors',
    () =>
      jsx(
        throwing(() => new AggregateError([fails()])),
        {},
      ),
  ],
  [
    'a component throws what gives another one',
    () =>
      jsx(
        throwing(() => Promise.resolve({ later: fails() })),
        {},
      ),
  ],
  [
    'a component throws one of a class of its own',
    () =>
      jsx(
        throwing(() => new Own((_, no) => no(new Error('no')))),
        {},
      ),
  ],
  [
    'a component throws one of another realm',
    () =>
      jsx(
        throwing(() => runInNewContext('Promise.reject(1)') as never),
        {},
      ),
  ],
  ['a component returns an object that holds it', () => jsx(() => ({ later: fails() }) as never, {})],
  [
    'a component returns it beside a getter that throws',
    () => {
      const odd = {
        get broken(): never {
          throw new Error('asked');
        },
        later: fails(),
      };
      return jsx(() => odd as never, {});
    },
  ],
  [
    'a component that fails is given it',
    () =>
      jsx(
        throwing(() => new Error('no')),
        { later: fails() },
      ),
  ],
  [
    'a component that fails has it as a child',
    () =>
      jsx(
        throwing(() => new Error('no')),
        { children: [<Speak>{fails()}</Speak>, fails()] },
      ),
  ],
  [
    'a component that fails is given an object that holds it',
    () =>
      jsx(
        throwing(() => new Error('no')),
        { data: { list: [{ later: fails() }] } },
      ),
  ],
  [
    'a component that fails is given it beside a getter that throws',
    () =>
      jsx(
        throwing(() => new Error('no')),
        {
          get broken(): never {
            throw new Error('asked');
          },
          later: fails(),
        },
      ),
  ],
  [
    'a component that waits has it as a child',
    () =>
      jsx(
        async (props: { children: Node }) => {
          for (let at = 0; at < 5; at++) await turn();
          return props.children;
        },
        { children: <Speak>{fails()}</Speak> },
      ),
  ],
  [
    'a tag that is none has it as a child',
    () => jsx('Sepak', { children: [fails(), <Speak>{fails()}</Speak>] }),
  ],
  ['an attribute is an object that holds it', () => <Speak voice={{ later: fails() } as never}>a</Speak>],
  [
    'two children are such',
    () => (
      <>
        <Speak>
          {fails()}
          {fails()}
        </Speak>
        {fails()}
      </>
    ),
  ],
  [
    'an attribute throws it when it is read',
    () =>
      jsx(Speak, {
        get voice(): never {
          throw fails();
        },
        children: fails(),
      } as never),
  ],
  [
    'what is under way when the document fails gives it later',
    () => (
      <>
        {jsx(async () => {
          await turn();
          return <Speak>{fails()}</Speak>;
        }, {})}
        {jsx(
          throwing(() => new Error('no')),
          {},
        )}
      </>
    ),
  ],
];

describe.each([
  ['development', true],
  ['production', false],
])('in %s no rejection goes unhandled when', (_, development) => {
  test.each(documents)('%s', async (_what, make) => {
    const unhandled = await unhandledWhile(async () => {
      const printed = (async () => render(<Response>{make() as never}</Response>, { development }))();
      await expect(printed).rejects.toBeDefined();
      for (let at = 0; at < 5; at++) await turn();
    });
    expect(unhandled).toEqual([]);
  });

  test('a component leaves out what it is given', async () => {
    const Nothing = () => null;
    const unhandled = await unhandledWhile(() => {
      const given = { later: fails(), data: [{ later: fails() }], children: <Speak>{[fails()]}</Speak> };
      const xml = render(<Response>{jsx(Nothing, given)}</Response>, { development });
      expect(xml).toBe('<?xml version="1.0" encoding="UTF-8"?><Response></Response>');
    });
    expect(unhandled).toEqual([]);
  });
});

test('a component may wait for what it is given, and hears of its failure', async () => {
  const Later = async (props: { text: Promise<string> }) => {
    await turn();
    return <Speak>{await props.text.catch((error: Error) => error.message)}</Speak>;
  };
  await expect(render(<Response>{<Later text={fails()} />}</Response>)).resolves.toContain('>no database<');
});

test('what is thrown and would only begin when its result is asked for does not begin', async () => {
  let asked = 0;
  const query = {};
  Reflect.set(query, 'then', () => void asked++);
  expect(() =>
    render(
      <Response>
        {jsx(
          throwing(() => query),
          {},
        )}
      </Response>,
    ),
  ).toThrow('[E_COMPONENT]');
  await turn();
  expect(asked).toBe(0);
});

test('what has no end is not looked at for ever', () => {
  const endless = (): object =>
    new Proxy([1], {
      get: (list, name) => (name === '0' ? endless() : (Reflect.get(list, name) as unknown)),
    });
  const list: unknown[] = [];
  list.push(list);
  for (const thrown of [endless(), list])
    expect(() =>
      render(
        <Response>
          {jsx(
            throwing(() => thrown),
            {},
          )}
        </Response>,
      ),
    ).toThrow('[E_COMPONENT]');
});
