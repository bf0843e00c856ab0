import { describe, expect, test } from 'vitest';
import {
  expandChildren,
  flow,
  Forward,
  level,
  Only,
  render,
  Response,
  Speak,
  WithContext,
  type Context,
  type Node,
} from 'plivo-jsx';

const Option = ({ name }: { readonly name: string }): Node => <Speak>{name}</Speak>;
const Later = async ({ children }: { children?: Node }): Promise<Node> => {
  await new Promise(setImmediate);
  return children;
};

const nowhere = { baseUrl: undefined } as Context;

/** The names of the options that are found, and the XML of the children. */
async function expanded(children: Node, context: Context = nowhere) {
  const { found, children: rest } = await expandChildren(children, context, [Option]);
  return {
    names: found.map(({ element }) => element.props['name']),
    languages: found.map((each) => each.context.language),
    xml: async () =>
      (
        await render(
          <Response>
            <>{rest}</>
          </Response>,
        )
      )
        .replace(/^.*?<Response>/, '')
        .replace('</Response>', ''),
  };
}

describe('expandChildren', () => {
  test('finds elements in document order, whoever is ready first', async () => {
    const Two = () => [<Option name="b" key="b" />, <Option name="c" key="c" />];
    const { names, xml } = await expanded(
      <>
        <Later>
          <Option name="a" />
        </Later>
        {[<Two key="two" />, null, 'text', false]}
        <Later>
          <Later>
            <Option name="d" />
          </Later>
        </Later>
        {undefined}
        <Option name="e" />
      </>,
    );
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e']);
    await expect(xml()).rejects.toThrow('<Response> cannot have text inside.');
  });

  test('runs each component once, with the context of its place', async () => {
    let ran = 0;
    const Counted = (_props: {}, { language }: Context): Node => {
      ran++;
      return <Speak>{language ?? 'none'}</Speak>;
    };
    const { languages, xml } = await expanded(
      <>
        <Counted />
        <WithContext values={{ language: 'es' }}>
          <Counted />
          <Option name="a" />
          <Later>
            <WithContext values={{ language: 'hi' }}>
              <Option name="b" />
              <Counted />
            </WithContext>
          </Later>
        </WithContext>
        <Option name="c" />
      </>,
    );
    expect(languages).toEqual(['es', 'hi', undefined]);
    expect(await xml()).toBe(
      ['none', 'es', 'a', 'b', 'hi', 'c'].map((text) => `<Speak>${text}</Speak>`).join(''),
    );
    expect(ran).toBe(3);
  });

  test('leaves elements that mean something to the printer as they are', async () => {
    const there = level('/there', () => <Response />);
    flow('there', { levels: [there] });
    const only = await expanded(
      <>
        <Speak>Nobody hears this.</Speak>
        <Only>
          <Speak>Closed.</Speak>
        </Only>
      </>,
    );
    expect(await only.xml()).toBe('<Speak>Closed.</Speak>');
    const { children } = await expandChildren(<Forward to={there()} />, nowhere, []);
    expect(children).toMatchObject({ type: Forward });
  });

  test('a component that fails is reported at its place when it is printed', async () => {
    const Fails = (): Node => {
      throw new Error('No such file');
    };
    const FailsLater = async (): Promise<Node> => {
      await new Promise(setImmediate);
      throw new Error('No such file');
    };
    const { names, xml } = await expanded(
      <>
        <Option name="a" />
        <Fails />
        <FailsLater />
      </>,
    );
    expect(names).toEqual(['a']);
    await expect(xml()).rejects.toThrow(
      /^<Fails> failed\.\n  at <Fails> \(test\/dialog\/expand[^]*<FailsLater> failed\.\n  at <FailsLater> \(test/,
    );
  });

  test('a component that returns itself without end is left to the printer, which reports it', async () => {
    const Endless = (): Node => <Endless />;
    const { xml } = await expanded(<Endless />);
    await expect(xml()).rejects.toThrow('[E_DEEP]');
    const EndlessLater = async (): Promise<Node> => <EndlessLater />;
    const later = await expanded(<EndlessLater />);
    await expect(later.xml()).rejects.toThrow(/\[E_(DEEP|COMPONENT)\]/);
  });
});
