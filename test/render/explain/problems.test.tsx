import { describe, expect, test, vi } from 'vitest';
import {
  Conference,
  Dial,
  GetInput,
  Hangup,
  Number as Phone,
  Play,
  PlivoJsxError,
  RenderError,
  Response,
  Speak,
  Wait,
  render,
  type ElementComponent,
  type Node,
  type Problem,
} from 'plivo-jsx';
import { broken } from '../broken.tsx';
import { messageOf } from '../message.ts';
import { warningsOf } from '../warnings.ts';

/** A tag that TypeScript would reject. */
const tag = (name: string) => name as unknown as ElementComponent<{ children?: Node }>;

function problemsOf(document: Node, development = true): readonly Problem[] {
  try {
    render(document, { development });
  } catch (error) {
    if (error instanceof RenderError) return error.problems;
    throw error;
  }
  return [];
}

const codesOf = (...elements: Node[]) =>
  problemsOf(<Response>{elements as never}</Response>).map(({ code }) => code);

test('the JSON of an error has no document, which the reporter of Vitest would print whole', () => {
  const json = (() => {
    try {
      return render(broken);
    } catch (error) {
      return JSON.stringify(new PlivoJsxError('E_PHONE_KEYS', {}, { cause: error })) + JSON.stringify(error);
    }
  })();
  expect(json).toBe(
    '{"name":"PlivoJsxError","code":"E_PHONE_KEYS"}{"name":"RenderError","code":"E_COMPONENT"}',
  );
});

describe('the problems of a document', () => {
  test('are all told, in document order, in one message', () => {
    expect(messageOf(broken)).toMatchInlineSnapshot(`
      "<Fails> failed.
        at <Fails> (test/render/broken.tsx:10:5)
        in <Response> (test/render/broken.tsx:9:3)
      Fix: look at the cause below, or catch it inside <Fails>. [E_COMPONENT]

      action is a text of another shape; <GetDigits action> takes a link to a level, an absolute http:// or https:// URL, or a path such as "/menu".
        at <GetDigits> (test/render/broken.tsx:11:5)
        in <Response> (test/render/broken.tsx:9:3)
      Fix: give it what it takes, or leave action out. [E_VALUE]

      loop is -1; <Speak loop> takes a whole number, 0 or more.
        at <Speak> (test/render/broken.tsx:12:7)
        in <GetDigits> (test/render/broken.tsx:11:5)
        in <Response> (test/render/broken.tsx:9:3)
      Fix: give it what it takes, or leave loop out (Plivo then takes 1). [E_VALUE]

      <Speak> got NaN as content.
        at <Speak> (test/render/broken.tsx:12:7)
        in <GetDigits> (test/render/broken.tsx:11:5)
        in <Response> (test/render/broken.tsx:9:3)
      Fix: pass a text, a number or an element. [E_CHILD]

      <GetDigits> cannot have text inside.
        at <GetDigits> (test/render/broken.tsx:11:5)
        in <Response> (test/render/broken.tsx:9:3)
      Fix: put what is to be said into a <Speak>. [E_TEXT]

      <Hangup schedule> is the last element, so the call ends at once.
        at <Hangup> (test/render/broken.tsx:15:5)
        in <Response> (test/render/broken.tsx:9:3)
      Fix: put what is to be heard meanwhile after it, or remove schedule. [E_RULE]"
    `);
  });

  test('are data as well', () => {
    expect(problemsOf(broken)[2]).toMatchObject({
      code: 'E_VALUE',
      severity: 'error',
      facts: { element: 'Speak', attribute: 'loop', received: '-1' },
      frame: { name: 'Speak', outer: { name: 'GetDigits', outer: { name: 'Response' } } },
    });
  });

  test('are told as the first alone in production, without places', () => {
    const problems = problemsOf(broken, false);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'E_COMPONENT', frame: undefined });
  });

  test('beyond ten are counted', () => {
    const message = messageOf(
      <Response>
        {Array.from({ length: 12 }, () => (
          <Speak loop={-1} />
        ))}
      </Response>,
    );
    expect(message.match(/\[E_VALUE\]/g)).toHaveLength(10);
    expect(message).toMatch(/\n\n… and 2 more\.$/);
  });

  test('of one element that is printed several times are told once', () => {
    const speak = <Speak loop={-1} />;
    const document = (
      <Response>
        {[speak, speak]}
        <Speak loop={-1} />
        {[speak]}
      </Response>
    );
    expect(problemsOf(document)).toHaveLength(2);
  });

  test('that follow from another one are not told', () => {
    const Nummer = tag('Nummer');
    expect(codesOf(<Dial>{<Nummer>14155550100</Nummer>}</Dial>)).toEqual(['E_ELEMENT']);
    expect(codesOf(<Play>{(<Speak>a</Speak>) as never}</Play>)).toEqual(['E_NESTING']);
    expect(codesOf(<Play>{NaN as never}</Play>)).toEqual(['E_CHILD']);
    expect(codesOf(<GetInput action="menu" />)).toEqual(['E_VALUE']);
    expect(codesOf(<Speak voice="Polly.Amy">{<prosody rate={'quick' as 'fast'} />}</Speak>)).toEqual([
      'E_VALUE',
    ]);
    expect(
      codesOf(
        <Conference digitsMatch="1" callbackUrl="listen">
          room
        </Conference>,
      ),
    ).toEqual(['E_VALUE']);
  });
});

describe('warnings', () => {
  const served = [<Play>http://example.com/a.mp3</Play>, <Hangup />, <Wait />];

  test('are told of a document that is served, in document order', () => {
    expect(warningsOf([<Speak>{'a'.repeat(3001)}</Speak>, ...served])).toEqual([
      'E_LONG',
      'E_RULE',
      'E_RULE',
    ]);
  });

  test('of cut text are told in production, too, and rules are not looked at', () => {
    expect(warningsOf([<Speak>{'a'.repeat(3001)}</Speak>, ...served], false)).toEqual(['E_LONG']);
  });

  test('of characters that XML cannot carry are told of text and of attributes', () => {
    const voices = [
      <Speak>{'Ann\u0007 & Lee'}</Speak>,
      <Speak>{'\ud83d'}</Speak>,
      <Speak>{'Ann 😀 & Lee\n'}</Speak>,
    ];
    for (const development of [true, false]) {
      expect(warningsOf(voices, development)).toEqual(['E_CHARACTER', 'E_CHARACTER']);
    }
    const named = (
      <Dial callerName={'\u0000'} action="https://ivr.example.com/x">
        <Phone>+15551234567</Phone>
      </Dial>
    );
    expect(warningsOf([named], false)).toEqual(['E_CHARACTER']);
  });

  test('go to the process unless somebody listens, and nowhere in production', () => {
    const emitted = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const document = <Response>{[<Hangup />, <Wait />]}</Response>;
    render(document, { development: true });
    render(document, { development: true, onWarning: () => {} });
    render(document, { development: false });
    expect(emitted.mock.calls).toEqual([
      [expect.stringContaining('What follows <Hangup> never runs.'), 'PlivoJsxWarning'],
    ]);
    emitted.mockRestore();
  });
});
