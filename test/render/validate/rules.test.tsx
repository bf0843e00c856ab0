import {
  attribute,
  content,
  defineElement,
  Dial,
  Number,
  PreAnswer,
  render,
  RenderError,
  Response,
  Speak,
  type Node,
} from 'plivo-jsx';
import { expect, test } from 'vitest';

const Squad = defineElement({
  name: 'Squad',
  parents: ['Response'],
  content: content.elements(['Speak', 'Play'], { required: true }),
  attributes: { size: attribute.integer({ min: 1 }) },
});

/** The sentences and fixes of all problems. */
async function problemsOf(node: Node): Promise<readonly string[]> {
  try {
    await render(<Response>{node as never}</Response>, { development: true });
    return [];
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    return error.message.split('\n').filter((line) => !line.startsWith('  '));
  }
}

const Nobody = async () => <>{[]}</>;
const nobody = { children: [] as never };

test.each([
  ['Dial', <Dial {...nobody} />, '<Number> or <User>'],
  ['Dial', <Dial>{(<Nobody />) as never}</Dial>, '<Number> or <User>'],
  ['PreAnswer', <PreAnswer {...nobody} />, '<Speak>, <Play> or <Wait>'],
  ['Squad', <Squad {...nobody} />, '<Speak> or <Play>'],
])('<%s> needs an element inside', async (name, node, expected) => {
  expect(await problemsOf(node)).toEqual([
    `<${name}> is empty.`,
    `Fix: write ${expected} between the tags. [E_EMPTY]`,
  ]);
});

test('an element that is there is enough, also one that an async component returns', async () => {
  const Agent = async () => <Number>+15550100001</Number>;
  expect(await problemsOf(<Dial>{(<Agent />) as never}</Dial>)).toEqual([]);
  expect(
    await problemsOf(
      <Squad>
        <Speak>Hello</Speak>
      </Squad>,
    ),
  ).toEqual([]);
});

test('a text instead of an element is one error, not two', async () => {
  expect(await problemsOf(<Dial>{'+15550100001' as never}</Dial>)).toEqual([
    '<Dial> cannot have text inside.',
    'Fix: <Dial> takes <Number> or <User>. [E_TEXT]',
  ]);
});
