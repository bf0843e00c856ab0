import { expect, test } from 'vitest';
import {
  attribute as kinds,
  content,
  defineElement,
  GetDigits,
  Play,
  Redirect,
  Response,
  Speak,
  render,
  type Node,
} from 'plivo-jsx';
import { jsx } from 'plivo-jsx/jsx-runtime';
import { unhandledWhile } from './unhandled.ts';

const told = (node: Node, baseUrl?: string) => {
  try {
    return render(<Response>{node as never}</Response>, { baseUrl }) as string;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
};

test('a tag without a prototype is told as no element', () => {
  expect(told(jsx(Object.create(null) as never, {}))).toBe('There is no Plivo element <[object Object]>.');
});

test('content that throws when it is looked at is rejected as any object', () => {
  const [name = ''] = ['then'];
  const odd = {
    get [name]() {
      throw new Error('no');
    },
  };
  expect(told(<Speak>{odd as never}</Speak>)).toBe('<Speak> got an object with the keys {then} as content.');
});

test('a promise as an attribute is rejected, and its own failure does not go unhandled', async () => {
  const unhandled = await unhandledWhile(() => {
    const value = Promise.reject(new Error('no database'));
    expect(told(<GetDigits action={value as never} />)).toContain('action is a promise;');
  });
  expect(unhandled).toEqual([]);
});

test.each(['http://[', 'https://a.example/a b.mp3', 'https://a:b:c/', 'https://exa mple.com', 'https://'])(
  'the address %s is rejected',
  (url) => {
    expect(told(<Play>{url}</Play>)).toMatch(/^The text of <Play> is not /);
  },
);

test.each(['https://user@a.example:8080/a?b#c', 'https://[::1]/a.mp3', 'https://a.example?b=1'])(
  'the address %s is taken',
  (url) => {
    expect(told(<Play>{url}</Play>)).toContain(`<Play>${url}</Play>`);
  },
);

test('a base may end in slashes', () => {
  expect(told(<Redirect>/menu</Redirect>, 'https://a.example//')).toContain('>https://a.example/menu<');
});

test('keys in lists are taken and not printed', () => {
  expect(told(['a', 'b'].map((word) => <Speak key={word}>{word}</Speak>))).toContain(
    '<Speak>a</Speak><Speak>b</Speak>',
  );
});

test.each([true, false])('what holds itself is told (development: %s)', (development) => {
  const list: unknown[] = [];
  list.push(list, list);
  const Again = (): Node => <Again />;
  for (const node of [list as never, <Again />]) {
    expect(() => render(<Response>{node}</Response>, { development })).toThrow('[E_DEEP]');
  }
});

test.each([
  ['length', <GetDigits numDigits={'+15550100001' as never} />],
  ['finishOnKey', <GetDigits finishOnKey={'5550100' as never} />],
  ['timeout', <GetDigits timeout={-15550100001} />],
])('digits in %s are not told', (_name, element) => {
  expect(told(element)).not.toContain('55501');
});

test('a declared element has names that can stand in XML, and a parent that takes elements', () => {
  const declare = (name: string, attribute: string, parent: string) => () =>
    defineElement({
      name,
      attributes: { [attribute]: kinds.string({}) },
      content: content.nothing,
      parents: [parent],
    });
  expect(declare('A b', 'x', 'Response')).toThrow('[E_NAME]');
  expect(declare('Ab', 'x="1" y', 'Response')).toThrow('[E_NAME]');
  expect(declare('Ab', 'x', 'Hangup')).toThrow('and it takes nothing inside.');
  expect(declare('Ab', 'x', 'Play')).toThrow('and it takes nothing but text.');
});
