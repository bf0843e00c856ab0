import { describe, expect, test } from 'vitest';
import { GetDigits, Play, RenderError, Response, Speak, render, type Node } from 'plivo-jsx';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** Gives its children after so many turns of the event loop. */
async function After({ turns, children }: { turns: number; children?: Node }): Promise<Node> {
  for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
  return children;
}

async function Fails(): Promise<Node> {
  await new Promise(setImmediate);
  throw new Error('The database is down');
}

const problemsOf = async (node: Node) => {
  const error: unknown = await (async () => render(node))().catch((reason: unknown) => reason);
  if (!(error instanceof RenderError)) throw new Error('It was printed.');
  return error.problems;
};

test('a document without async components is a text, not a promise', () => {
  expect(render(<Response />)).toBeTypeOf('string');
  expect(
    render(
      <Response>
        <After turns={0} />
      </Response>,
    ),
  ).toBeInstanceOf(Promise);
});

test('a promise of a document is one, too', async () => {
  const document = Promise.resolve(<Response />);
  await expect(render(document)).resolves.toBe(`${declaration}<Response></Response>`);
});

describe('async components', () => {
  test('keep their place, whichever comes first', async () => {
    await expect(
      render(
        <Response>
          <Speak>1</Speak>
          <After turns={3}>
            <Speak>2</Speak>
          </After>
          <Speak>3</Speak>
          <After turns={1}>
            <Speak>4</Speak>
          </After>
          <After turns={2}>
            <Speak>5</Speak>
          </After>
        </Response>,
      ),
    ).resolves.toBe(
      `${declaration}<Response><Speak>1</Speak><Speak>2</Speak><Speak>3</Speak><Speak>4</Speak><Speak>5</Speak></Response>`,
    );
  });

  test('hold each other, and elements between them', async () => {
    const Menu = async () => (
      <GetDigits>
        <After turns={2}>
          <Speak>
            Press <After turns={1}>1</After> or <After turns={0}>{[2, '!']}</After>
          </Speak>
        </After>
      </GetDigits>
    );
    await expect(
      render(
        <After turns={1}>
          <Response>
            <Menu />
          </Response>
        </After>,
        { pretty: true },
      ),
    ).resolves.toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <GetDigits>
          <Speak>Press 1 or 2!</Speak>
        </GetDigits>
      </Response>"
    `);
  });

  test('may give nothing', async () => {
    await expect(
      render(
        <Response>
          <After turns={1} />
        </Response>,
      ),
    ).resolves.toBe(`${declaration}<Response></Response>`);
  });

  test('run at the same time', async () => {
    const started: number[] = [];
    const Starts = async ({ number }: { number: number }) => {
      started.push(number);
      await new Promise(setImmediate);
      return <Speak>{started.length}</Speak>;
    };
    await expect(
      render(
        <Response>
          <Starts number={1} />
          <Starts number={2} />
        </Response>,
      ),
    ).resolves.toContain('<Speak>2</Speak><Speak>2</Speak>');
  });

  test('cannot give the text of an element that takes nothing but text', async () => {
    const problems = await problemsOf(
      <Response>
        <Play>{(<After turns={1}>https://example.com/a.mp3</After>) as never}</Play>
      </Response>,
    );
    expect(problems.map(({ code, facts }) => [code, facts])).toEqual([
      [
        'E_COMPONENT',
        {
          component: 'After',
          problem: 'is async, and the text of <Play> must be known at once',
          suggestion: 'await the text first, in an async component around the <Play>',
        },
      ],
    ]);
  });
});

describe('a rejected component', () => {
  test('is told with its cause, and no other problem is lost', async () => {
    const problems = await problemsOf(
      <Response>
        <Speak loop={-1}>1</Speak>
        <Fails />
        <After turns={5}>
          <Speak loop={-2}>2</Speak>
        </After>
      </Response>,
    );
    expect(problems.map(({ code, facts }) => [code, facts['received'] ?? facts['component']])).toEqual([
      ['E_VALUE', '-1'],
      ['E_COMPONENT', 'Fails'],
      ['E_VALUE', '-2'],
    ]);
    expect(problems[1]!.cause).toEqual(new Error('The database is down'));
  });

  test('rejects in production as well', async () => {
    const document = (
      <Response>
        <Fails />
      </Response>
    );
    await expect(render(document, { development: false })).rejects.toMatchObject({
      code: 'E_COMPONENT',
      cause: new Error('The database is down'),
    });
  });

  test('that was the whole document is told, too', async () => {
    await expect(render(Fails())).rejects.toMatchObject({ code: 'E_COMPONENT' });
  });
});
