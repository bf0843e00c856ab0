import { expect, test } from 'vitest';
import { GetDigits, Play, Redirect, Response, Speak, render, type Node } from 'plivo-jsx';
import { jsx } from 'plivo-jsx/jsx-runtime';

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

test('content that throws when it is looked at is refused as any object', () => {
  const odd = {
    get then() {
      throw new Error('no');
    },
  };
  expect(told(<Speak>{odd as never}</Speak>)).toBe('<Speak> got an object with the keys {then} as content.');
});

test('a promise as an attribute is refused, and its own failure does not go unhandled', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  const value = Promise.reject(new Error('no database'));
  expect(told(<GetDigits action={value as never} />)).toContain('action is a promise;');
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

test.each(['http://[', 'https://a.example/a b.mp3', 'https://a:b:c/', 'https://exa mple.com', 'https://'])(
  'the address %s is refused',
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
