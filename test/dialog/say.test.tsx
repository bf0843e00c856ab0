import {
  catalogue,
  GetDigits,
  render,
  Response,
  Say,
  SayDate,
  Sms,
  Speak,
  type Context,
  type Elements,
  type Node,
  type Prompt,
} from 'plivo-jsx';
import { describe, expect, test } from 'vitest';

const t = catalogue({
  en: {
    voice: { voice: 'Polly.Joanna', language: 'en-US' },
    hello: 'Hello.',
    booked: (name: string) => (
      <>
        Hello <emphasis>{name}</emphasis>
      </>
    ),
    nested: <>{'Listen: '}</>,
  },
  es: {
    voice: { voice: 'WOMAN', language: 'es-ES' },
    hello: 'Hola.',
    booked: (name: string) => `Hola ${name}`,
    nested: 'Escuche: ',
  },
});

/** Another catalogue, such as that of a library. */
const other = catalogue({ hi: { voice: { voice: 'Polly.Aditi', language: 'hi-IN' }, yes: 'हाँ' } });

const bodyOf = (node: Elements, context: Partial<Context> = {}) => {
  const xml = render(<Response>{node}</Response>, { context, development: true }) as string;
  return xml.replace(/^.*<Response>(.*)<\/Response>$/, '$1');
};

const noName = '';

const Slowly = ({ children }: { children?: Node }) => <prosody rate="slow">{children}</prosody>;

describe('<Say>', () => {
  test('is a <Speak> of the first language when that of the call is not known', () => {
    expect(bodyOf(<Say>{t.hello}</Say>)).toBe('<Speak voice="Polly.Joanna" language="en-US">Hello.</Speak>');
  });

  test('speaks in the language of the call, with its voice', () => {
    expect(bodyOf(<Say>{t.hello}</Say>, { language: 'es' })).toBe(
      '<Speak voice="WOMAN" language="es-ES">Hola.</Speak>',
    );
  });

  test('gives a sentence its arguments', () => {
    expect(bodyOf(<Say>{t.booked('Ana')}</Say>)).toBe(
      '<Speak voice="Polly.Joanna" language="en-US">Hello <emphasis>Ana</emphasis></Speak>',
    );
    expect(bodyOf(<Say>{t.booked('Ana')}</Say>, { language: 'es' })).toContain('>Hola Ana<');
  });

  test('joins sentences, text, conditions, SSML and components of the author', () => {
    expect(
      bodyOf(
        <Say>
          {t.nested}
          {noName && t.booked(noName)}
          now <Slowly>{t.hello}</Slowly>
          {[t.hello, ' ', 1]}
        </Say>,
      ),
    ).toBe(
      '<Speak voice="Polly.Joanna" language="en-US">Listen: now <prosody rate="slow">Hello.</prosody>Hello. 1</Speak>',
    );
  });

  test('without a catalogue is a <Speak> without a voice', () => {
    expect(bodyOf(<Say>Hello</Say>)).toBe('<Speak>Hello</Speak>');
    expect(bodyOf(<Say>Hello</Say>, { language: 'xx' })).toBe('<Speak>Hello</Speak>');
  });

  test('speaks text with the voice of the catalogue of the flow', () => {
    expect(bodyOf(<Say>Sí</Say>, { catalogue: t, language: 'es' })).toBe(
      '<Speak voice="WOMAN" language="es-ES">Sí</Speak>',
    );
  });

  test('begins with the first language of the flow, which may have fewer than its catalogue', () => {
    expect(bodyOf(<Say>{t.hello}</Say>, { catalogue: t, languages: ['es'] })).toContain('>Hola.<');
  });

  test('stands where a <Speak> may', () => {
    const asked = (
      <GetDigits action="https://ivr.example.com/a">
        <Say>{t.hello}</Say>
      </GetDigits>
    );
    expect(bodyOf(asked)).toContain(
      '<Speak voice="Polly.Joanna" language="en-US">Hello.</Speak></GetDigits>',
    );
  });

  test('refuses a language that its catalogue does not have', () => {
    expect(() => bodyOf(<Say>{t.hello}</Say>, { language: 'est' })).toThrow(
      /^The flow does not speak the language est\. Did you mean es\?\n {2}at <Say> \(test\/dialog\/say\.test\.tsx:\d+:\d+\)/,
    );
  });

  test('does not show a language that is none', () => {
    expect(() => bodyOf(<Say>{t.hello}</Say>, { language: '15551234567' })).toThrow(
      /^The flow does not speak a language of this name\.\n/,
    );
  });

  test('refuses a sentence of a catalogue without the language that it speaks', () => {
    expect(() => bodyOf(<Say>{other.yes}</Say>, { catalogue: t })).toThrow(
      /^The sentence yes has no text in the language en: it is of another catalogue than that of the flow\.\n {2}at <yes>\n {2}in <Speak>\n {2}in <Say>/,
    );
  });

  test('cuts a text that is longer than Plivo takes, as <Speak> does', () => {
    const codes: string[] = [];
    const long = catalogue({ en: { voice: { language: 'en-US' }, story: 'a'.repeat(3001) } });
    const xml = render(<Response>{<Say>{long.story}</Say>}</Response>, {
      onWarning: ({ code }) => void codes.push(code),
    });
    expect([codes, xml]).toEqual([['E_LONG'], expect.stringMatching(/>a{3000}</)]);
  });

  test('leaves a list that contains itself to the renderer', () => {
    const list: Node[] = [];
    list.push(list, list);
    expect(() => bodyOf(<Say>{list}</Say>)).toThrow('[E_DEEP]');
  });

  test('refuses a sentence that it cannot see, and whose voice it therefore does not know', () => {
    const Hidden = () => t.hello;
    const said = (
      <Say>
        <Hidden />
      </Say>
    );
    expect(() => bodyOf(said)).toThrow(
      /^The sentence hello is in a component inside of <Say>, which therefore does not know its catalogue\./,
    );
    expect(bodyOf(said, { catalogue: t })).toContain('>Hello.<');
  });
});

describe('a sentence', () => {
  test('in a plain <Speak> is refused, since its voice may speak another language', () => {
    expect(() => bodyOf(<Speak>{t.hello}</Speak>)).toThrow(
      /^The sentence hello is not in <Say>, which knows the language of the call and its voice\.\n {2}at <hello>\n {2}in <Speak> \(test\/dialog\/say\.test\.tsx:\d+:\d+\)[^]*Fix: write <Say> instead of <Speak>, and <Sms> instead of <Message>\. \[E_SENTENCE\]$/,
    );
  });

  test('can be handed to a component of the author', () => {
    const Twice = ({ children }: { children?: Prompt }) => [<Say>{children}</Say>, <Say>{children}</Say>];
    expect(bodyOf(<Twice>{t.hello}</Twice>).match(/Hello\./g)).toHaveLength(2);
  });
});

describe('<Sms>', () => {
  test('is a <Message> of sentences and values as text, also where the voice is of Polly', () => {
    const sms = (
      <Sms src="14155550100" dst="14155550199" type="sms">
        {t.hello} <SayDate value="2026-05-03" />
      </Sms>
    );
    expect(bodyOf(sms)).toContain('>Hello. May 3, 2026</Message>');
    expect(bodyOf(sms, { language: 'es' })).toBe(
      '<Message src="14155550100" dst="14155550199" type="sms">Hola. 3 de mayo de 2026</Message>',
    );
  });
});

test('a list that contains itself several times is rejected at once', () => {
  const list: Node[] = ['Hello.'];
  for (let times = 0; times < 9; times++) list.push(list);
  const document = (
    <Response>
      <Say>{list}</Say>
    </Response>
  );
  expect(() => render(document)).toThrow('E_DEEP');
});
