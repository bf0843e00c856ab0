import { describe, expect, test } from 'vitest';
import { Conference, Response, Speak, render, type Node } from 'plivo-jsx';
import { warningsOf } from '../warnings.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** What is printed inside <Response>, without what every document has. */
function inside(node: Node): string {
  const xml = render(<Response>{node as never}</Response>, { onWarning: () => {} }) as string;
  return xml.slice(`${declaration}<Response>`.length, -'</Response>'.length);
}

describe('limits', () => {
  test('a document of 100 KB is printed, and one byte more is rejected', () => {
    const most = 102_400 - `${declaration}<Response><Conference></Conference></Response>`.length;
    const room = (length: number) => inside(<Conference>{'r'.repeat(length)}</Conference>);
    expect(room(most)).toHaveLength(most + '<Conference></Conference>'.length);
    expect(() => room(most + 1)).toThrow('The document has 101 KB, and Plivo takes at most 100 KB.');
  });

  test('production stops soon beyond 100 KB, and development tells how much it is', () => {
    let printed = 0;
    const Line = () => {
      printed++;
      return <Speak>{'a'.repeat(1000)}</Speak>;
    };
    const lines = (
      <Response>
        {Array.from({ length: 1000 }, () => (
          <Line />
        ))}
      </Response>
    );
    expect(() => render(lines, { development: false })).toThrow(
      'The document has more than 100 KB, and Plivo takes at most 100 KB.',
    );
    expect(printed).toBe(112);
    expect(() => render(lines, { development: true })).toThrow('The document has 992 KB');
    expect(printed).toBe(1112);
  });

  test('async components that print nothing take no room', async () => {
    const Nothing = async () => null;
    const full = (
      <Response>
        {Array.from({ length: 102 }, () => (
          <Speak>{'a'.repeat(985)}</Speak>
        ))}
        {Array.from({ length: 1000 }, () => (
          <Nothing />
        ))}
        <Speak>z</Speak>
      </Response>
    );
    expect(await render(full, { development: false })).toHaveLength(102_075);
  });

  test('the limit counts bytes, not characters', () => {
    const long = 'é'.repeat(51_200);
    expect(() => inside(<Conference>{long}</Conference>)).toThrow('[E_SIZE]');
  });

  test('a text of 3,000 characters is said, and what is more is cut, with one warning', () => {
    expect(warningsOf(<Speak>{'a'.repeat(3000)}</Speak>)).toEqual([]);
    expect(warningsOf(<Speak>{['a'.repeat(3001), 'b', 'c']}</Speak>)).toEqual(['E_LONG']);
    expect(inside(<Speak>{['a'.repeat(2999), 'bc', 'd']}</Speak>)).toBe(
      `<Speak>${'a'.repeat(2999)}b</Speak>`,
    );
  });

  test('the characters inside SSML count, and each <Speak> has its own', () => {
    const half = 'a'.repeat(1500);
    const spoken = (
      <Speak voice="Polly.Joanna">
        {half}
        <emphasis>{half}</emphasis>
        <s>Too much</s>
      </Speak>
    );
    expect(inside([spoken, <Speak>Next</Speak>])).toBe(
      `<Speak voice="Polly.Joanna">${half}<emphasis>${half}</emphasis><s></s></Speak><Speak>Next</Speak>`,
    );
  });

  test('a cut does not go through an emoji', () => {
    expect(inside(<Speak>{`${'a'.repeat(2999)}😀`}</Speak>)).toBe(`<Speak>${'a'.repeat(2999)}</Speak>`);
  });

  test('the async components of one <Speak> have 3,000 characters together, and with its own text', async () => {
    const Later = async ({ letter }: { letter: string }) => letter.repeat(2000);
    const problems: string[] = [];
    const xml = await render(
      <Response>
        <Speak>
          <Later letter="a" />
          <Later letter="b" />
          {'c'.repeat(500)}
        </Speak>
        <Speak>
          <Later letter="d" />
        </Speak>
      </Response>,
      { onWarning: ({ code }) => problems.push(code) },
    );
    const spoken = `${'a'.repeat(2000)}${'b'.repeat(500)}${'c'.repeat(500)}`;
    expect(xml).toContain(`<Speak>${spoken}</Speak><Speak>${'d'.repeat(2000)}</Speak>`);
    expect(problems).toEqual(['E_LONG']);
  });

  test('what an async component gives inside another counts as well', async () => {
    const Inner = async () => 'b'.repeat(2000);
    const Outer = async () => ['a'.repeat(2000), <Inner />];
    const xml = await render(
      <Response>
        <Speak>
          <Outer />
        </Speak>
      </Response>,
      { onWarning: () => {} },
    );
    expect(xml).toContain(`<Speak>${'a'.repeat(2000)}${'b'.repeat(1000)}</Speak>`);
  });

  test.each([true, false])(
    'an async component without an end is stopped (development: %s)',
    async (development) => {
      const Again = async (): Promise<Node> => <Again />;
      const Twice = async (): Promise<Node> => [<Twice />, <Twice />];
      const printed = async (node: Node) => render(<Response>{node as never}</Response>, { development });
      await expect(printed(<Again />)).rejects.toThrow('[E_DEEP]');
      await expect(printed(<Twice />)).rejects.toThrow('<Twice> is one of more than 10000 async components.');
    },
  );
});
