import { describe, expect, test } from 'vitest';
import { Conference, Response, Speak, render, type Node } from 'plivo-jsx';
import { warningsOf } from './warnings.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** What is printed inside <Response>, without what every document has. */
function inside(node: Node): string {
  const xml = render(<Response>{node as never}</Response>, { onWarning: () => {} }) as string;
  return xml.slice(`${declaration}<Response>`.length, -'</Response>'.length);
}

describe('limits', () => {
  test('a document of 100 KB is printed, and one byte more is refused', () => {
    const most = 102_400 - `${declaration}<Response><Conference></Conference></Response>`.length;
    const room = (length: number) => inside(<Conference>{'r'.repeat(length)}</Conference>);
    expect(room(most)).toHaveLength(most + '<Conference></Conference>'.length);
    expect(() => room(most + 1)).toThrow('The document has 101 KB, and Plivo takes at most 100 KB.');
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
});
