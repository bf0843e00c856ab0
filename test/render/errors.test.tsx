/* Each test holds one whole message, so that a change of wording or place is seen. */
import { describe, expect, test } from 'vitest';
import {
  Dial,
  GetDigits,
  Hangup,
  Number,
  Play,
  PreAnswer,
  Response,
  Speak,
  content,
  defineElement,
  render,
  type ElementComponent,
  type Node,
} from 'plivo-jsx';
import { messageOf, warningTextsOf } from './message.ts';

const Greeting = () => <Speak>Hello</Speak>;
const Unsayable = ({ value }: { value: unknown }) => <Speak>{value as string}</Speak>;

/** A tag that TypeScript would refuse. */
const tag = (name: string) => name as unknown as ElementComponent<{ children?: Node }>;

const inResponse = (node: Node) => messageOf(<Response>{node as never}</Response>);

describe('where a document begins', () => {
  test('E_ROOT: another element', () => {
    expect(messageOf(<Speak>Hello</Speak>)).toMatchInlineSnapshot(`
      "A document begins with <Response>, and this one begins with <Speak>.
        at <Speak> (test/render/errors.test.tsx:30:22)
      Fix: put everything into one <Response>. [E_ROOT]"
    `);
  });

  test('E_ROOT: two of them, text, nothing', () => {
    expect(messageOf([<Response />, <Response />])).toMatchInlineSnapshot(`
      "A document begins with <Response>, and this one begins with more than one.
        at <Response> (test/render/errors.test.tsx:38:37)
      Fix: put everything into one <Response>. [E_ROOT]"
    `);
    expect(messageOf('Hello')).toMatchInlineSnapshot(`
      "A document begins with <Response>, and this one begins with text.
      Fix: put everything into one <Response>. [E_ROOT]"
    `);
    expect(messageOf(null)).toMatchInlineSnapshot(`
      "A document begins with <Response>, and this one begins with nothing.
      Fix: put everything into one <Response>. [E_ROOT]"
    `);
  });
});

describe('elements', () => {
  test('E_ELEMENT: a name that does not exist', () => {
    const Speek = tag('Speek');
    expect(inResponse(<Speek>Hello</Speek>)).toMatchInlineSnapshot(`
      "There is no Plivo element <Speek>. Did you mean <Speak>?
        at <Speek> (test/render/errors.test.tsx:57:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: write <Speak>. [E_ELEMENT]"
    `);
  });

  test('E_ELEMENT: a name of Twilio', () => {
    const Gather = tag('Gather');
    expect(inResponse(<Gather />)).toMatchInlineSnapshot(`
      "There is no Plivo element <Gather>.
        at <Gather> (test/render/errors.test.tsx:67:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: write <GetDigits>, or <GetInput> for speech. [E_ELEMENT]"
    `);
  });

  test('E_ELEMENT: something that was not exported', () => {
    const Missing = undefined as unknown as ElementComponent<object>;
    expect(inResponse(<Missing />)).toMatchInlineSnapshot(`
      "There is no Plivo element <undefined>.
        at <undefined> (test/render/errors.test.tsx:77:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: use an element of Plivo, or declare it with defineElement. [E_ELEMENT]"
    `);
  });

  test('E_NESTING, with the components on the way', () => {
    expect(inResponse(<Dial>{<Greeting />}</Dial>)).toMatchInlineSnapshot(`
      "<Speak> cannot be inside <Dial>.
        at <Speak> (test/render/errors.test.tsx:20:24)
        in <Greeting> (test/render/errors.test.tsx:86:30)
        in <Dial> (test/render/errors.test.tsx:86:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: <Dial> takes only <Number> or <User>; move the <Speak> before or after the <Dial>. [E_NESTING]"
    `);
  });

  test('E_NESTING, where nothing may be', () => {
    expect(inResponse(<Hangup>{(<Greeting />) as never}</Hangup>)).toMatchInlineSnapshot(`
      "<Speak> cannot be inside <Hangup>.
        at <Speak> (test/render/errors.test.tsx:20:24)
        in <Greeting> (test/render/errors.test.tsx:97:33)
        in <Hangup> (test/render/errors.test.tsx:97:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: <Hangup> takes nothing inside; move the <Speak> before or after the <Hangup>. [E_NESTING]"
    `);
  });

  test('E_SDK_NESTING is a warning', () => {
    const early = (
      <PreAnswer>
        <GetDigits />
      </PreAnswer>
    );
    expect(warningTextsOf(<Response>{early}</Response>)).toMatchInlineSnapshot(`
      "<GetDigits> inside <PreAnswer> is known to some of Plivo's SDKs, not to its documentation.
        at <GetDigits> (test/render/errors.test.tsx:103:9)
        in <PreAnswer> (test/render/errors.test.tsx:102:7)
        in <Response> (test/render/errors.test.tsx:106:27)
      Fix: <PreAnswer> takes only <Speak>, <Play> or <Wait>; try the <GetDigits> on a real call, or move it out of the <PreAnswer>. [E_SDK_NESTING]"
    `);
  });
});

describe('content', () => {
  test('E_TEXT: where only elements may be', () => {
    expect(inResponse('Hello')).toMatchInlineSnapshot(`
      "<Response> cannot have text inside.
        at <Response> (test/render/errors.test.tsx:26:46)
      Fix: put what is to be said into a <Speak>. [E_TEXT]"
    `);
    expect(inResponse(<GetDigits>{'Press 1' as never}</GetDigits>)).toMatchInlineSnapshot(`
      "<GetDigits> cannot have text inside.
        at <GetDigits> (test/render/errors.test.tsx:123:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: put what is to be said into a <Speak>. [E_TEXT]"
    `);
  });

  test('E_TEXT: where nothing may be', () => {
    expect(inResponse(<Hangup>{'Goodbye' as never}</Hangup>)).toMatchInlineSnapshot(`
      "<Hangup> cannot have text inside.
        at <Hangup> (test/render/errors.test.tsx:132:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: <Hangup> takes nothing inside. [E_TEXT]"
    `);
  });

  test('E_CHILD: an object, of which only the keys are told', () => {
    expect(inResponse(<Unsayable value={{ digits: '1', from: '14155550100' }} />)).toMatchInlineSnapshot(`
      "<Speak> got an object with the keys {digits, from} as content.
        at <Speak> (test/render/errors.test.tsx:21:54)
        in <Unsayable> (test/render/errors.test.tsx:141:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: pass one of its fields, for example {value.digits}. [E_CHILD]"
    `);
  });

  test('E_CHILD: a function', () => {
    expect(inResponse(<Unsayable value={Greeting} />)).toMatchInlineSnapshot(`
      "<Speak> got a function (Greeting) as content.
        at <Speak> (test/render/errors.test.tsx:21:54)
        in <Unsayable> (test/render/errors.test.tsx:151:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: call it, or write it as a tag. [E_CHILD]"
    `);
  });

  test('E_CHILD: a promise', () => {
    expect(inResponse(<Unsayable value={Promise.resolve('Hello')} />)).toMatchInlineSnapshot(`
      "<Speak> got a promise as content.
        at <Speak> (test/render/errors.test.tsx:21:54)
        in <Unsayable> (test/render/errors.test.tsx:161:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: await it first; components may be async. [E_CHILD]"
    `);
  });

  test('E_CONTENT: a text of another shape', () => {
    expect(inResponse(<Play>welcome.mp3</Play>)).toMatchInlineSnapshot(`
      "The text of <Play> is not the URL of an mp3 or wav file.
        at <Play> (test/render/errors.test.tsx:171:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: write the URL of an mp3 or wav file between the tags. [E_CONTENT]"
    `);
    expect(inResponse(<Play>/welcome.mp3</Play>)).toMatchInlineSnapshot(`
      "The text of <Play> is not the URL of an mp3 or wav file.
        at <Play> (test/render/errors.test.tsx:177:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: give render the option baseUrl, against which paths are resolved, or write the whole URL. [E_CONTENT]"
    `);
  });

  test('E_EMPTY', () => {
    expect(inResponse(<Play> </Play>)).toMatchInlineSnapshot(`
      "<Play> is empty.
        at <Play> (test/render/errors.test.tsx:186:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: write the URL of an mp3 or wav file between the tags. [E_EMPTY]"
    `);
  });
});

describe('attributes', () => {
  test('E_ATTRIBUTE', () => {
    const props = { numdigits: 1 };
    expect(inResponse(<GetDigits {...props} />)).toMatchInlineSnapshot(`
      "<GetDigits> has no attribute numdigits. Did you mean numDigits?
        at <GetDigits> (test/render/errors.test.tsx:198:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: <GetDigits> takes action, method, timeout, digitTimeout, finishOnKey, numDigits, retries, redirect, playBeep, validDigits, invalidDigitsSound or log. [E_ATTRIBUTE]"
    `);
  });

  test('E_REQUIRED', () => {
    const Sub = tag('sub');
    expect(inResponse(<Speak voice="Polly.Amy">{<Sub>W3C</Sub>}</Speak>)).toMatchInlineSnapshot(`
      "<sub> has no alias.
        at <sub> (test/render/errors.test.tsx:208:49)
        in <Speak> (test/render/errors.test.tsx:208:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: add alias; it takes a text. [E_REQUIRED]"
    `);
  });

  test('E_VALUE: a word that is not in the list', () => {
    expect(inResponse(<GetDigits method={'post' as 'POST'} />)).toMatchInlineSnapshot(`
      "method is "post"; <GetDigits method> takes "GET", "POST". Did you mean "POST"?
        at <GetDigits> (test/render/errors.test.tsx:218:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: write method="POST". [E_VALUE]"
    `);
  });

  test('E_VALUE: a number out of range', () => {
    expect(inResponse(<GetDigits numDigits={100} />)).toMatchInlineSnapshot(`
      "numDigits is 100; <GetDigits numDigits> takes a whole number from 1 to 99.
        at <GetDigits> (test/render/errors.test.tsx:227:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: give it what it takes, or leave numDigits out (Plivo then takes 99). [E_VALUE]"
    `);
  });

  test('E_VALUE: an address without a base', () => {
    expect(inResponse(<GetDigits action="/menu" />)).toMatchInlineSnapshot(`
      "action is a text of another shape; <GetDigits action> takes a link to a level, an absolute http:// or https:// URL, or a path such as "/menu".
        at <GetDigits> (test/render/errors.test.tsx:236:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: give render the option baseUrl, against which paths are resolved, or write the whole URL. [E_VALUE]"
    `);
  });
});

describe('the rest', () => {
  test('E_RULE', () => {
    expect(inResponse(<Hangup schedule={60} />)).toMatchInlineSnapshot(`
      "<Hangup schedule> is the last element, so the call ends at once.
        at <Hangup> (test/render/errors.test.tsx:247:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: put what is to be heard meanwhile after it, or remove schedule. [E_RULE]"
    `);
  });

  test('E_LONG is a warning', () => {
    const long = <Response>{<Speak>{'a'.repeat(3001)}</Speak>}</Response>;
    expect(warningTextsOf(long)).toMatchInlineSnapshot(`
      "The text of <Speak> was cut: one <Speak> says at most 3,000 characters.
        at <Speak> (test/render/errors.test.tsx:256:29)
        in <Response> (test/render/errors.test.tsx:256:18)
      Fix: say less, or spread it over several <Speak>. [E_LONG]"
    `);
  });

  test('E_SIZE', () => {
    const long = 'a'.repeat(3000);
    const prompts = Array.from({ length: 40 }, () => <Speak>{long}</Speak>);
    expect(inResponse(prompts)).toMatchInlineSnapshot(`
      "The document has 118 KB, and Plivo takes at most 100 KB.
      Fix: say less in one document, or go on in another one with <Redirect>. [E_SIZE]"
    `);
  });

  test('E_COMPONENT: one that throws', () => {
    const Balance = () => {
      throw new Error('The bank is closed');
    };
    expect(inResponse(<Balance />)).toMatchInlineSnapshot(`
      "<Balance> failed.
        at <Balance> (test/render/errors.test.tsx:278:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: look at the cause below, or catch it inside <Balance>. [E_COMPONENT]"
    `);
  });

  test('E_COMPONENT: an async one where the text must be known', () => {
    const Address = async () => 'https://example.com/a.mp3';
    expect(inResponse(<Play>{(<Address />) as never}</Play>)).toMatchInlineSnapshot(`
      "<Address> is async, and the text of <Play> must be known at once.
        at <Address> (test/render/errors.test.tsx:288:31)
        in <Play> (test/render/errors.test.tsx:288:23)
        in <Response> (test/render/errors.test.tsx:26:46)
      Fix: await the text first, in an async component around the <Play>. [E_COMPONENT]"
    `);
  });

  test('E_DECLARED and E_PARENT: an element of the author', () => {
    const define = (name: string, parents: string[]) => () =>
      defineElement({ name, parents, attributes: {}, content: content.nothing });
    expect(define('Number', [])).toThrowErrorMatchingInlineSnapshot(`
      [PlivoJsxError: There is an element <Number> already.
      Fix: import Number instead of defining it, or choose another name. [E_DECLARED]]
    `);
    expect(define('Whisper', ['Respone'])).toThrowErrorMatchingInlineSnapshot(`
      [PlivoJsxError: <Whisper> names the parent <Respone>, and there is no such element.
      Fix: name elements of Plivo, such as "Response", or define the parent first. [E_PARENT]]
    `);
  });

  test('an element without a place asks for the setting that keeps places', () => {
    const number = Number({ children: 'secret' });
    expect(() => render(Response({ children: Dial({ children: number as never }) as never }))).toThrow(
      'Build with "jsx": "react-jsxdev" to see files and lines.',
    );
  });
});
