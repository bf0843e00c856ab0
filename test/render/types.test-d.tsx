import { describe, expectTypeOf, test } from 'vitest';
import { Response, render, Speak, type Context, type Node } from 'plivo-jsx';

describe('a component may return', () => {
  test('an element, text, a number, a condition or nothing', () => {
    const Element = () => <Speak>Hello</Speak>;
    const Text = () => 'Hello';
    const Count = () => 2;
    const Condition = (): Node => Math.random() > 0.5 && <Element />;
    const Null = () => null;
    const Nothing = () => undefined;
    void [<Element />, <Text />, <Count />, <Condition />, <Null />, <Nothing />];
  });

  test('a list, also of lists, and a fragment', () => {
    const List = () => [<Speak>1</Speak>, 'two', [3, null]];
    const Fragment = () => (
      <>
        <Speak>1</Speak>
        two
      </>
    );
    void [<List />, <Fragment />];
  });

  test('a promise of any of them', () => {
    const Element = async () => <Speak>Hello</Speak>;
    const Text = async () => 'Hello';
    const List = async () => [<Speak>1</Speak>, null];
    const Nothing = async () => null;
    void [<Element />, <Text />, <List />, <Nothing />];
  });
});

describe('a component may take', () => {
  test('props, children and the context', () => {
    const Prompt = ({ name, children }: { name: string; children?: Node }, { baseUrl }: Context) => (
      <Speak>
        {name} {baseUrl} {children}
      </Speak>
    );
    void (<Prompt name="Ada">Hello</Prompt>);
    // @ts-expect-error name is missing
    void (<Prompt>Hello</Prompt>);
    // @ts-expect-error name is a text
    void (<Prompt name={1} />);
    // @ts-expect-error there is no prop age
    void (<Prompt name="Ada" age={36} />);
  });

  test('no children that it does not name', () => {
    const Alone = (_props: { name?: string }) => null;
    // @ts-expect-error it has no children
    void (<Alone>Hello</Alone>);
  });
});

describe('what is no component', () => {
  test('a function that returns an object', () => {
    const Today = () => new Date();
    // @ts-expect-error a Date cannot be said
    void (<Today />);
    const Body = () => ({ digits: '1' });
    // @ts-expect-error an object cannot be said
    void (<Body />);
    const Later = async () => new Date();
    // @ts-expect-error nor can a promise of a Date
    void (<Later />);
  });

  test('a function that returns a function or a bigint', () => {
    const Lazy = () => () => 'Hello';
    // @ts-expect-error call it
    void (<Lazy />);
    const Big = () => 1n;
    // @ts-expect-error a bigint cannot be said
    void (<Big />);
  });

  test('a class', () => {
    class Greeting {
      render() {
        return <Speak>Hello</Speak>;
      }
    }
    // @ts-expect-error components are functions
    void (<Greeting />);
  });

  test('an element', () => {
    const Element = <Speak>Hello</Speak>;
    // @ts-expect-error it is written as {Element}
    void (<Element />);
  });
});

test('render gives text, or a promise of it', () => {
  expectTypeOf(render(<Response />)).toEqualTypeOf<string | Promise<string>>();
  void render(Promise.resolve(<Response />));
  // @ts-expect-error a Date is no document
  void render(new Date());
});
