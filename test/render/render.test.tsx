import { describe, expect, test } from 'vitest';
import {
  Dial,
  GetDigits,
  Hangup,
  Number,
  Play,
  Response,
  Speak,
  render,
  type Context,
  type Node,
} from 'plivo-jsx';

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
