import { describe, expect, test } from 'vitest';
import {
  Conference,
  Dial,
  GetDigits,
  Hangup,
  Link,
  Number,
  Play,
  Redirect,
  Response,
  Speak,
  render,
  type Context,
  type Node,
} from 'plivo-jsx';
import { warningsOf } from './warnings.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** What is printed inside <Response>, without what every document has. */
function inside(node: Node, baseUrl?: string): string {
  const xml = render(<Response>{node as never}</Response>, { baseUrl, onWarning: () => {} }) as string;
  return xml.slice(`${declaration}<Response>`.length, -'</Response>'.length);
}

describe('a document', () => {
  test('stands on one line', () => {
    expect(
      render(
        <Response>
          <Speak>Goodbye</Speak>
          <Hangup />
        </Response>,
      ),
    ).toBe(`${declaration}<Response><Speak>Goodbye</Speak><Hangup/></Response>`);
  });

  test('is indented when pretty, and no text is touched', () => {
    expect(
      render(
        <Response>
          <GetDigits action="https://example.com/menu" numDigits={1}>
            <Speak voice="Polly.Joanna">
              Press 1 <break time="1s" /> now
            </Speak>
            <Play>https://example.com/beep.mp3</Play>
          </GetDigits>
          <GetDigits />
          <Hangup />
        </Response>,
        { pretty: true },
      ),
    ).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <GetDigits action="https://example.com/menu" numDigits="1">
          <Speak voice="Polly.Joanna">Press 1 <break time="1s"/> now</Speak>
          <Play>https://example.com/beep.mp3</Play>
        </GetDigits>
        <GetDigits></GetDigits>
        <Hangup/>
      </Response>"
    `);
  });

  test('may be empty', () => {
    expect(render(<Response />)).toBe(`${declaration}<Response></Response>`);
    expect(render(<Response />, { pretty: true })).toBe(`${declaration}\n<Response></Response>`);
  });

  test('may come from a component, from components inside components, and from a fragment', () => {
    const Goodbye = () => <Response />;
    const Later = () => <Goodbye />;
    const expected = `${declaration}<Response></Response>`;
    expect(render(<Later />)).toBe(expected);
    expect(render(<>{<Goodbye />}</>)).toBe(expected);
    expect(render([null, <Goodbye />, false])).toBe(expected);
  });

  test('is the same each time', () => {
    const document = <Response>{[<Speak loop={2}>Hello</Speak>]}</Response>;
    expect(render(document)).toBe(render(document));
    expect(render(document)).toBe(`${declaration}<Response><Speak loop="2">Hello</Speak></Response>`);
  });
});

describe('attributes', () => {
  test('keep the order in which they were written', () => {
    expect(inside(<Speak loop={2} language="en-GB" voice="MAN" />)).toBe(
      '<Speak loop="2" language="en-GB" voice="MAN"></Speak>',
    );
  });

  test('print booleans as words', () => {
    expect(inside(<GetDigits redirect={false} playBeep log="true" />)).toBe(
      '<GetDigits redirect="false" playBeep="true" log="true"></GetDigits>',
    );
  });

  test('are left out when they are undefined', () => {
    const nobody: string | undefined = undefined;
    expect(inside(<Speak voice={nobody} language={undefined} />)).toBe('<Speak></Speak>');
  });

  test('take numbers and numeric texts', () => {
    expect(inside(<GetDigits timeout={15} numDigits="4" />)).toBe(
      '<GetDigits timeout="15" numDigits="4"></GetDigits>',
    );
  });

  test('keep 0 and the empty text', () => {
    expect(inside(<Speak loop={0} />)).toBe('<Speak loop="0"></Speak>');
    expect(inside(<GetDigits finishOnKey="" />)).toBe('<GetDigits finishOnKey=""></GetDigits>');
  });

  test('are escaped, white space too', () => {
    expect(
      inside(
        <Dial callerName={'"A" & <B>\t\r\n\'C\''}>
          <Number>14155550100</Number>
        </Dial>,
      ),
    ).toBe(
      `<Dial callerName="&quot;A&quot; &amp; &lt;B&gt;&#9;&#13;&#10;'C'"><Number>14155550100</Number></Dial>`,
    );
  });

  test('come from spread props as well', () => {
    const voice = { voice: 'MAN', language: 'es-ES' } as const;
    expect(inside(<Speak {...voice}>Hola</Speak>)).toBe('<Speak voice="MAN" language="es-ES">Hola</Speak>');
  });
});

describe('addresses', () => {
  const menu = new Link('/menu?lang=en&try=2', '/menu');
  const baseUrl = 'https://ivr.example.com';

  test('that are links become absolute, in attributes and between tags', () => {
    expect(inside(<GetDigits action={menu} />, baseUrl)).toBe(
      '<GetDigits action="https://ivr.example.com/menu?lang=en&amp;try=2"></GetDigits>',
    );
    expect(inside(<Redirect>{menu}</Redirect>, baseUrl)).toBe(
      '<Redirect>https://ivr.example.com/menu?lang=en&amp;try=2</Redirect>',
    );
  });

  test('that are paths become absolute, and keep the path of the base', () => {
    expect(inside(<Redirect>/menu</Redirect>, `${baseUrl}/app`)).toBe(
      '<Redirect>https://ivr.example.com/app/menu</Redirect>',
    );
    expect(inside(<Play>/a.mp3</Play>, baseUrl)).toBe('<Play>https://ivr.example.com/a.mp3</Play>');
  });

  test('that are absolute need no base, and keep theirs', () => {
    expect(inside(<Play>https://example.com/a.mp3</Play>)).toBe('<Play>https://example.com/a.mp3</Play>');
    expect(inside(<Play>https://example.com/a.mp3</Play>, baseUrl)).toBe(
      '<Play>https://example.com/a.mp3</Play>',
    );
  });

  test('lose the white space around them', () => {
    expect(inside(<Play>{'\n  https://example.com/a.mp3 '}</Play>)).toBe(
      '<Play>https://example.com/a.mp3</Play>',
    );
  });

  test('that are words stay words', () => {
    expect(inside(<Conference enterSound="beep:1">room</Conference>, baseUrl)).toBe(
      '<Conference enterSound="beep:1">room</Conference>',
    );
  });

  test('that are links or paths are refused without a base', () => {
    expect(() => inside(<GetDigits action={menu} />)).toThrow('Fix: give render the option baseUrl');
    expect(() => inside(<Redirect>/menu</Redirect>)).toThrow('Fix: give render the option baseUrl');
  });
});

describe('components', () => {
  test('read where the document is printed for, from their second argument', () => {
    const Jingle = (_props: object, { baseUrl }: Context) => <Play>{`${baseUrl}/jingle.mp3`}</Play>;
    expect(inside(<Jingle />, 'https://ivr.example.com')).toBe(
      '<Play>https://ivr.example.com/jingle.mp3</Play>',
    );
  });

  test('take props and children', () => {
    const Polite = ({ name, children }: { name: string; children: Node }) => (
      <Speak>
        Dear {name}, {children}
      </Speak>
    );
    expect(inside(<Polite name="Ada">hello</Polite>)).toBe('<Speak>Dear Ada, hello</Speak>');
  });
});

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
