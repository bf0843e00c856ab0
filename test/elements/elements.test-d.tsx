import { describe, expectTypeOf, test } from 'vitest';
import type { JSX } from 'plivo-jsx/jsx-runtime';
import {
  Dial,
  Fragment,
  GetDigits,
  GetInput,
  Hangup,
  Link,
  Message,
  MultiPartyCall,
  Number,
  Play,
  PreAnswer,
  Redirect,
  Response,
  Speak,
  Stream,
  Wait,
  type SpeakLanguage,
  type SpeakProps,
  type Voice,
} from 'plivo-jsx';

const link = new Link('/menu', '/menu');
const isOpen: boolean = Math.random() > 0.5;

describe('what compiles', () => {
  test('numbers, numeric texts and words', () => {
    void (<GetDigits numDigits={1} timeout="15" retries={3} />);
    void (<GetInput action={link} digitEndTimeout="auto" speechEndTimeout={3} />);
    void (<Wait length="3" beep="duration=300,threshold=256" />);
  });

  test('booleans, as values, words or names alone', () => {
    void (<GetDigits redirect={false} log="false" playBeep />);
  });

  test('undefined, for an attribute that is not given', () => {
    void (<GetDigits timeout={isOpen ? 5 : undefined} />);
  });

  test('conditions, lists and nothing inside', () => {
    void (
      <Response>
        {isOpen && <Speak>Hello</Speak>}
        {isOpen ? <Hangup /> : null}
        {[1, 2].map((number) => (
          <Speak>Option {number}</Speak>
        ))}
        {undefined}
      </Response>
    );
    void (<Dial>{isOpen && <Number>14155550100</Number>}</Dial>);
    void (<Response />);
  });

  test('links, paths and absolute URLs', () => {
    void (<GetDigits action={link} />);
    void (<GetDigits action="/menu" />);
    void (<Redirect>{link}</Redirect>);
    void (<Play>https://example.com/a.mp3</Play>);
    void (
      <Dial dialMusic="real">
        <Number>14155550100</Number>
      </Dial>
    );
  });

  test('roles, in capital or small letters', () => {
    void (<MultiPartyCall role="Agent">support</MultiPartyCall>);
    void (<MultiPartyCall role="customer">support</MultiPartyCall>);
  });

  test('voices of Polly, and SSML inside <Speak>', () => {
    void (
      <Speak voice="Polly.Joanna" language="en-US" loop={0}>
        One <break time="300ms" strength="strong" /> moment, {isOpen && <emphasis>please</emphasis>}
        <lang xml:lang="es-ES">gracias</lang>
        <prosody volume="+6dB" rate="90%" pitch="-10%">
          <say-as interpret-as="digits">{2410}</say-as>
        </prosody>
      </Speak>
    );
  });

  test('every lower-case tag of SSML, and no other', () => {
    expectTypeOf<keyof JSX.IntrinsicElements>().toEqualTypeOf<
      'break' | 'emphasis' | 'lang' | 'p' | 'phoneme' | 'prosody' | 's' | 'say-as' | 'sub' | 'w'
    >();
  });
});

describe('voices and languages', () => {
  const isSpanish: boolean = Math.random() > 0.5;

  test('a voice speaks its languages, and without a voice those of WOMAN', () => {
    void (<Speak voice="Polly.Aditi" language="hi-IN" />);
    void (<Speak voice="MAN" language="pt-PT" />);
    void (<Speak language={isSpanish ? 'es-ES' : 'en-US'}>Hello</Speak>);
    void (
      <Speak voice={isSpanish ? 'Polly.Mia' : 'Polly.Amy'} language={isSpanish ? 'es-MX' : 'en-GB'}>
        Hello
      </Speak>
    );
    void (<Speak voice={undefined} language={undefined} />);
  });

  test('a voice that is not listed may speak any', () => {
    void (<Speak voice="Polly.Joanna-Neural" language="es-ES" />);
    void (<Speak voice={`Polly.${isSpanish ? 'Ruth' : 'Kevin'}`} language="en-US" />);
  });

  test('data of their types is accepted', () => {
    const Say = ({ voice, language }: { voice: Voice; language: SpeakLanguage }) => (
      <Speak voice={voice} language={language} />
    );
    const Again = (props: SpeakProps) => <Speak {...props} />;
    const Unlisted = ({ voice }: { voice: Voice | 'Polly.Ruth' }) => <Speak voice={voice} />;
    void [Say, Again, Unlisted];
  });

  test('other pairs are refused', () => {
    // @ts-expect-error Joanna speaks en-US
    void (<Speak voice="Polly.Joanna" language="es-ES" />);
    // @ts-expect-error WOMAN does not speak pt-PT
    void (<Speak language="pt-PT" />);
    // @ts-expect-error a language has a code
    void (<Speak language="english" />);
    // @ts-expect-error a language has a code
    void (<GetInput action="/next" language="english" />);
    // @ts-expect-error the listed name is Polly.Lupe-Standard
    void (<Speak voice="Polly.Lupe" />);
    void (<GetInput action="/next" language="nb-NO" />);
  });
});

describe('keys', () => {
  test('of a telephone: one, or a word', () => {
    void (<GetDigits finishOnKey="none" />);
    void (<GetDigits finishOnKey={0} />);
    // @ts-expect-error one key
    void (<GetDigits finishOnKey="12" />);
    // @ts-expect-error one key
    void (<Dial confirmKey="none">{null}</Dial>);
    // @ts-expect-error one key
    void (<GetInput action="/next" finishOnKey={12} />);
  });

  test('of a list, on every tag', () => {
    void (<Wait key="a" />);
    void (<Wait key={1n} />);
    void (<Wait key={undefined} />);
    void (<s key={1}>Hello</s>);
    void (<break key={null} />);
    void (
      <Fragment key="a">
        <Wait />
      </Fragment>
    );
    // @ts-expect-error an object is no key
    void (<Wait key={{}} />);
  });
});

describe('what JavaScript has too', () => {
  test('is no tag', () => {
    const OwnNumber = globalThis.Number;
    // @ts-expect-error import { Number } from 'plivo-jsx'
    void (<OwnNumber>+14155550100</OwnNumber>);
    const OwnResponse = globalThis.Response;
    // @ts-expect-error import { Response } from 'plivo-jsx'
    void (<OwnResponse />);
  });

  test('is no function with the import', () => {
    const digits: string | undefined = '1';
    // @ts-expect-error it is a tag
    void Number(digits);
    // @ts-expect-error it is a tag
    void new Response('', { status: 200 });
  });
});

describe('what does not compile', () => {
  test('a tag that does not exist', () => {
    // @ts-expect-error there is no <brake>
    void (<brake />);
    // @ts-expect-error HTML is no language of a telephone
    void (<div />);
  });

  test('an attribute that does not exist', () => {
    // @ts-expect-error the attribute is numDigits
    void (<GetDigits numdigits={1} />);
    // @ts-expect-error <Response> has none
    void (<Response voice="MAN" />);
    // @ts-expect-error <break> has strength and time
    void (<break length="300ms" />);
  });

  test('a value that is not in the list', () => {
    // @ts-expect-error the built-in voices are WOMAN and MAN
    void (<Speak voice="WOMEN">Hello</Speak>);
    // @ts-expect-error GET or POST
    void (<GetDigits method="PUT" />);
    // @ts-expect-error "loud" is a volume
    void (<break strength="loud" />);
    // @ts-expect-error a time has a unit
    void (<break time="300" />);
    // @ts-expect-error "x-high" is a pitch
    void (<prosody rate="x-high">Hello</prosody>);
    // @ts-expect-error decibels have a sign and a unit
    void (<prosody volume="6">Hello</prosody>);
    // @ts-expect-error "true" or "false"
    void (<GetDigits redirect="yes" />);
    // @ts-expect-error a number
    void (<GetDigits timeout="five" />);
    // @ts-expect-error settings begin with duration
    void (<Wait beep="threshold=256" />);
    // @ts-expect-error a sound is a URL or "real"
    void (<Dial dialMusic="fake">{null}</Dial>);
  });

  test('text where only elements may be', () => {
    // @ts-expect-error what is said stands in a <Speak>
    void (<Response>Hello</Response>);
    // @ts-expect-error the number stands in a <Number>
    void (<Dial>14155550100</Dial>);
    // @ts-expect-error 2 is text as well
    void (<GetDigits>{2}</GetDigits>);
  });

  test('an element where only text may be', () => {
    const spoken = <Speak>Hello</Speak>;
    // @ts-expect-error an address is text
    void (<Play>{spoken}</Play>);
    // @ts-expect-error a substitute is text
    void (<sub alias="Plivo">{<break />}</sub>);
  });

  test('anything where nothing may be', () => {
    // @ts-expect-error <Hangup> is empty
    void (<Hangup>Goodbye</Hangup>);
    // @ts-expect-error <break> is empty
    void (<break>now</break>);
    const spoken = <Speak>Hello</Speak>;
    // @ts-expect-error <Wait> is empty
    void (<Wait>{spoken}</Wait>);
  });

  test('a missing attribute', () => {
    // @ts-expect-error <GetInput> needs an action
    void (<GetInput inputType="speech" />);
    // @ts-expect-error <Message> needs src and dst
    void (<Message src="14155550100">Hello</Message>);
    // @ts-expect-error <MultiPartyCall> needs a role
    void (<MultiPartyCall>support</MultiPartyCall>);
    // @ts-expect-error <say-as> needs interpret-as
    void (<say-as>2410</say-as>);
    // @ts-expect-error a required attribute cannot be undefined
    void (<GetInput action={undefined} />);
  });

  test('a missing content', () => {
    // @ts-expect-error <Play> needs the URL of a file
    void (<Play />);
    // @ts-expect-error <Dial> needs somebody to call
    void (<Dial />);
    // @ts-expect-error <PreAnswer> needs something to say
    void (<PreAnswer />);
    // @ts-expect-error <Stream> needs the URL of a WebSocket
    void (<Stream bidirectional />);
  });

  test('an object or a function as text', () => {
    // @ts-expect-error only text, numbers and elements can be said
    void (<Speak>{{ digits: '1' }}</Speak>);
    // @ts-expect-error only text, numbers and elements can be said
    void (<Speak>{() => 'Hello'}</Speak>);
  });

  test('nothing where something is needed', () => {
    // @ts-expect-error a number to dial is no condition
    void (<Number>{true}</Number>);
    // @ts-expect-error it may be missing
    void (<Number>{isOpen ? '14155550100' : undefined}</Number>);
    // @ts-expect-error there is no address
    void (<Redirect>{undefined}</Redirect>);
    // @ts-expect-error there is no address
    void (<Play>{null}</Play>);
    // @ts-expect-error it calls nobody
    void (<Dial>{true}</Dial>);
    void (<Number>+1 {415} 5550100</Number>);
    void (<Number>{14155550100}</Number>);
    void (
      <Dial>
        {['14155550100'].map((number) => (
          <Number>{number}</Number>
        ))}
      </Dial>
    );
  });
});
