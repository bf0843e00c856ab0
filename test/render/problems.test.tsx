import { describe, expect, test, vi } from 'vitest';
import {
  Conference,
  Dial,
  GetDigits,
  GetInput,
  Hangup,
  Message,
  Number,
  Play,
  RenderError,
  Response,
  Speak,
  User,
  Wait,
  render,
  type ElementComponent,
  type JsxElement,
  type Node,
  type Problem,
} from 'plivo-jsx';
import { broken } from './broken.tsx';
import { messageOf } from './message.ts';
import { warningsOf } from './warnings.ts';

/** A tag that TypeScript would refuse. */
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
      facts: { element: 'Speak', attribute: 'loop', got: '-1' },
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

  test('that follow from another one are not told', () => {
    const Nummer = tag('Nummer');
    expect(codesOf(<Dial>{<Nummer>14155550100</Nummer>}</Dial>)).toEqual(['E_ELEMENT']);
    expect(codesOf(<Play>{(<Speak>a</Speak>) as never}</Play>)).toEqual(['E_NESTING']);
    expect(codesOf(<Play>{NaN}</Play>)).toEqual(['E_CHILD']);
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

describe('a near miss is guessed', () => {
  const guessIn = (element: JsxElement) =>
    /Did you mean (.+)\?/.exec(messageOf(<Response>{element}</Response>))?.[1];
  const element = (name: string) => {
    const Tag = tag(name);
    return <Tag />;
  };

  test.each([
    ['Hangpu', '<Hangup>'],
    ['getdigits', '<GetDigits>'],
    ['GetInputs', '<GetInput>'],
    ['Dail', '<Dial>'],
    ['speak', '<Speak>'],
    ['Blockchain', undefined],
  ])('of an element: %s', (name, guess) => expect(guessIn(element(name))).toBe(guess));

  test.each([
    ['numdigits', 'numDigits'],
    ['finishOnkey', 'finishOnKey'],
    ['num_digits', 'numDigits'],
    ['colour', undefined],
  ])('of an attribute: %s', (name, guess) => {
    expect(guessIn(<GetDigits {...{ [name]: '1' }} />)).toBe(guess);
  });

  test.each([
    ['woman', '"WOMAN"'],
    ['WOMEN', '"WOMAN"'],
    ['Joanna', undefined],
  ])('of a value: %s', (voice, guess) => {
    expect(guessIn(<Speak voice={voice as 'WOMAN'}>Hi</Speak>)).toBe(guess);
  });
});

describe('what may be private is in no message', () => {
  const secret = '14155550123';
  const number = 14155550123;
  const body = { from: secret, nested: { digits: secret } };
  test.each<[string, JsxElement]>([
    ['the number to dial', <Dial>{<Number>{`${secret}x`}</Number>}</Dial>],
    ['the address to dial', <Dial>{<User>{secret}</User>}</Dial>],
    ['the keys to press', <Dial>{<Number sendDigits={`${secret}x`}>1</Number>}</Dial>],
    ['the keys to press, as a number', <Dial>{<Number sendDigits={-number}>1</Number>}</Dial>],
    ['a password', <Dial>{<User sipAuthPassword={1415555}>sip:a@b.c</User>}</Dial>],
    ['the name to show', <Dial callerName={secret.repeat(5)}>{<Number>1</Number>}</Dial>],
    ['an address with a query', <GetDigits action={`menu?from=${secret}`} />],
    ['a file with a query', <Play>{`a.mp3?from=${secret}`}</Play>],
    ['a body as content', <Speak>{body as never}</Speak>],
    ['a bigint', <Speak>{14155550123n as never}</Speak>],
    ['a body as a value', <GetDigits action={body as never} />],
    [
      'the text of an SMS without a receiver',
      <Message {...({ src: secret } as { src: string; dst: string })}>{secret}</Message>,
    ],
    ['what is said, in a place where it cannot be', <Hangup>{secret as never}</Hangup>],
  ])('%s', (_name, element) => {
    expect(messageOf(<Response>{element}</Response>)).not.toContain('1415555');
  });
});

describe('data of a request', () => {
  test.each([
    ['without a prototype', Object.assign(Object.create(null) as object, { digits: '1' }), 'digits'],
    ['with a constructor', JSON.parse('{"constructor":null}') as object, 'constructor'],
    ['with a type and props', JSON.parse('{"type":"Hangup","props":{}}') as object, 'type, props'],
  ])('%s is refused as content, not printed', (_name, data, keys) => {
    expect(messageOf(<Response>{<Speak>{data as never}</Speak>}</Response>)).toContain(
      `<Speak> got an object with the keys {${keys}} as content.`,
    );
  });

  test('is refused as an attribute', () => {
    const data = Object.assign(Object.create(null) as object, { digits: '1' });
    expect(codesOf(<Speak voice={data as never} />, <GetDigits action={data as never} />)).toEqual([
      'E_VALUE',
      'E_VALUE',
    ]);
  });

  test('cannot become an attribute by its name', () => {
    expect(codesOf(<Speak {...{ 'loop="0" x': '1' }} />)).toEqual(['E_ATTRIBUTE']);
    expect(codesOf(<Speak {...(JSON.parse('{"__proto__":{"loop":"x"}}') as { loop?: 1 })} />)).toEqual([
      'E_ATTRIBUTE',
    ]);
  });
});
