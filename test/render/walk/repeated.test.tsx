import { describe, expect, test } from 'vitest';
import { GetDigits, Play, Response, Speak, type Node } from 'plivo-jsx';
import { renderDocument, type RenderedDocument } from '../../../src/render/render.ts';
import { Repeated } from '../../../src/render/walk/repeated.ts';

const baseUrl = 'https://ivr.example.com';

async function Later({ children }: { children?: Node }): Promise<Node> {
  await new Promise(setImmediate);
  return children;
}

describe.each([true, false])('content at two places (development: %s)', (development) => {
  const printed = (content: Node): RenderedDocument | Promise<RenderedDocument> => {
    const same = <Repeated>{content}</Repeated>;
    const document = (
      <Response>
        <GetDigits action="/a">{same}</GetDigits>
        <GetDigits action="/b">{same}</GetDigits>
      </Response>
    );
    return renderDocument(document, { baseUrl, development });
  };
  const twice = (xml: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><Response><GetDigits action="${baseUrl}/a">${xml}</GetDigits>` +
    `<GetDigits action="${baseUrl}/b">${xml}</GetDigits></Response>`;

  test('is printed at both, and production runs its components once', () => {
    let runs = 0;
    const Counted = ({ children }: { children?: Node }) => {
      runs++;
      return children;
    };
    const result = printed(
      <Counted>
        <Speak>Fish & chips</Speak>
      </Counted>,
    );
    expect(result).toMatchObject({
      xml: twice('<Speak>Fish &amp; chips</Speak>'),
      facts: { isHeard: true, isEmpty: false },
    });
    expect(runs).toBe(development ? 2 : 1);
  });

  test('has all its addresses among the facts', () => {
    expect(printed(<Play>/hello.mp3</Play>)).toMatchObject({
      xml: twice(`<Play>${baseUrl}/hello.mp3</Play>`),
      facts: {
        steps: ['/a', '/hello.mp3', '/b', '/hello.mp3'].map((path) => ({ links: [{ url: baseUrl + path }] })),
      },
    });
  });

  test('may be async', async () => {
    const result = await printed(
      <Later>
        <Speak>Hello</Speak>
      </Later>,
    );
    expect(result.xml).toBe(twice('<Speak>Hello</Speak>'));
  });
});
