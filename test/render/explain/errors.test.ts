/* Each expectation is a whole message, so that a change of wording or place is seen. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { content, defineElement, RenderError, Response, Speak } from 'plivo-jsx';
import { jsxDEV } from 'plivo-jsx/jsx-dev-runtime';
import { jsx } from 'plivo-jsx/jsx-runtime';
import { attributes, contents, elements, others, roots } from '../faulty.tsx';
import { messageOf, warningTextsOf } from '../message.ts';

describe('E_ROOT', () => {
  test('another element, or two', () => {
    expect(messageOf(roots.anotherElement)).toMatchInlineSnapshot(`
      "The root of a document must be one <Response>, not <Speak>.
        at <Speak> (test/render/faulty.tsx:18:19)
      Fix: put everything into one <Response>. [E_ROOT]"
    `);
    expect(messageOf(roots.two)).toMatchInlineSnapshot(`
      "The root of a document must be one <Response>, not more than one.
        at <Response> (test/render/faulty.tsx:19:23)
      Fix: put everything into one <Response>. [E_ROOT]"
    `);
  });

  test('text, or nothing', () => {
    expect(messageOf('Hello')).toMatchInlineSnapshot(`
      "The root of a document must be one <Response>, not text.
      Fix: put everything into one <Response>. [E_ROOT]"
    `);
    expect(messageOf(null)).toMatchInlineSnapshot(`
      "The root of a document must be one <Response>, not nothing.
      Fix: put everything into one <Response>. [E_ROOT]"
    `);
    const Nothing = () => null;
    const source = { fileName: path.resolve('flows/menu.tsx'), lineNumber: 8, columnNumber: 21 };
    expect(messageOf(jsxDEV(Nothing, {}, undefined, false, source))).toMatchInlineSnapshot(`
      "The root of a document must be one <Response>, not nothing.
        at <Nothing> (flows/menu.tsx:8:21)
      Fix: return one <Response>; a component in braces needs the word return. [E_ROOT]"
    `);
  });
});

describe('E_ELEMENT', () => {
  test('a name that does not exist', () =>
    expect(messageOf(elements.unknown)).toMatchInlineSnapshot(`
    "There is no Plivo element <Speek>. Did you mean <Speak>?
      at <Speek> (test/render/faulty.tsx:23:23)
      in <Response> (test/render/faulty.tsx:23:12)
    Fix: write <Speak>. [E_ELEMENT]"
  `));
  test('a name of Twilio', () =>
    expect(messageOf(elements.ofTwilio)).toMatchInlineSnapshot(`
    "There is no Plivo element <Gather>.
      at <Gather> (test/render/faulty.tsx:24:24)
      in <Response> (test/render/faulty.tsx:24:13)
    Fix: write <GetDigits>, or <GetInput> for speech. [E_ELEMENT]"
  `));
  test('what was not exported', () =>
    expect(messageOf(elements.notExported)).toMatchInlineSnapshot(`
    "There is no Plivo element <undefined>.
      at <undefined> (test/render/faulty.tsx:25:27)
      in <Response> (test/render/faulty.tsx:25:16)
    Fix: use an element of Plivo, or declare it with defineElement. [E_ELEMENT]"
  `));
});

describe('E_NESTING', () => {
  test('with the components on the way', () =>
    expect(messageOf(elements.misplaced)).toMatchInlineSnapshot(`
    "<Speak> cannot be inside <Dial>.
      at <Speak> (test/render/faulty.tsx:10:24)
      in <Greeting> (test/render/faulty.tsx:26:32)
      in <Dial> (test/render/faulty.tsx:26:25)
      in <Response> (test/render/faulty.tsx:26:14)
    Fix: <Dial> takes only <Number> or <User>; move the <Speak> before or after the <Dial>. [E_NESTING]"
  `));
  test('where nothing may be', () =>
    expect(messageOf(elements.insideNothing)).toMatchInlineSnapshot(`
    "<Speak> cannot be inside <Hangup>.
      at <Speak> (test/render/faulty.tsx:10:24)
      in <Greeting> (test/render/faulty.tsx:27:39)
      in <Hangup> (test/render/faulty.tsx:27:29)
      in <Response> (test/render/faulty.tsx:27:18)
    Fix: <Hangup> takes nothing inside; move the <Speak> before or after the <Hangup>. [E_NESTING]"
  `));
  test('E_SDK_NESTING is a warning', () =>
    expect(warningTextsOf(elements.sdkOnly)).toMatchInlineSnapshot(`
    "Some of Plivo's SDKs allow <GetDigits> inside <PreAnswer>, but its documentation does not.
      at <GetDigits> (test/render/faulty.tsx:28:35)
      in <PreAnswer> (test/render/faulty.tsx:28:23)
      in <Response> (test/render/faulty.tsx:28:12)
    Fix: <PreAnswer> takes only <Speak>, <Play> or <Wait>; try the <GetDigits> on a real call, or move it out of the <PreAnswer>. [E_SDK_NESTING]"
  `));
});

describe('E_TEXT', () => {
  test('where only elements may be', () => {
    expect(messageOf(contents.text)).toMatchInlineSnapshot(`
      "<Response> cannot have text inside.
        at <Response> (test/render/faulty.tsx:32:9)
      Fix: put what is to be said into a <Speak>. [E_TEXT]"
    `);
    expect(messageOf(contents.textInGetDigits)).toMatchInlineSnapshot(`
      "<GetDigits> cannot have text inside.
        at <GetDigits> (test/render/faulty.tsx:33:31)
        in <Response> (test/render/faulty.tsx:33:20)
      Fix: put what is to be said into a <Speak>. [E_TEXT]"
    `);
  });
  test('the 0 that a condition prints', () => {
    const count: number = 0;
    const children = count && jsx(Speak, { children: 'Hello' });
    expect(messageOf(jsx(Response, { children }))).toBe(
      `<Response> cannot have text inside, and got 0.\n  at <Response>\n` +
        'Build with "jsx": "react-jsxdev" to see files and lines.\n' +
        `Fix: write a comparison before &&, as in {count > 0 && …}: JSX prints 0. [E_TEXT]`,
    );
  });
  test('where nothing may be', () =>
    expect(messageOf(contents.textInHangup)).toMatchInlineSnapshot(`
    "<Hangup> cannot have text inside.
      at <Hangup> (test/render/faulty.tsx:34:28)
      in <Response> (test/render/faulty.tsx:34:17)
    Fix: <Hangup> takes nothing inside. [E_TEXT]"
  `));
});

describe('E_CHILD', () => {
  test('an object, of which only the keys are told', () => {
    expect(messageOf(contents.body)).toMatchInlineSnapshot(`
      "<Speak> got an object with the keys {digits, from} as content.
        at <Speak> (test/render/faulty.tsx:11:54)
        in <Unsayable> (test/render/faulty.tsx:35:20)
        in <Response> (test/render/faulty.tsx:35:9)
      Fix: pass one of its fields, for example {value.digits}. [E_CHILD]"
    `);
  });
  test('a function', () =>
    expect(messageOf(contents.function)).toMatchInlineSnapshot(`
    "<Speak> got a function (Greeting) as content.
      at <Speak> (test/render/faulty.tsx:11:54)
      in <Unsayable> (test/render/faulty.tsx:36:24)
      in <Response> (test/render/faulty.tsx:36:13)
    Fix: call it, or write it as a tag. [E_CHILD]"
  `));
  test('a promise', () =>
    expect(messageOf(contents.promise)).toMatchInlineSnapshot(`
    "<Speak> got a promise as content.
      at <Speak> (test/render/faulty.tsx:11:54)
      in <Unsayable> (test/render/faulty.tsx:37:23)
      in <Response> (test/render/faulty.tsx:37:12)
    Fix: await it first; components may be async. [E_CHILD]"
  `));
});

describe('E_CONTENT and E_EMPTY', () => {
  test('a text of another shape', () =>
    expect(messageOf(contents.file)).toMatchInlineSnapshot(`
    "The text of <Play> is not the URL of an mp3 or wav file.
      at <Play> (test/render/faulty.tsx:38:20)
      in <Response> (test/render/faulty.tsx:38:9)
    Fix: write the URL of an mp3 or wav file between the tags. [E_CONTENT]"
  `));
  test('a path without a base', () =>
    expect(messageOf(contents.path)).toMatchInlineSnapshot(`
    "The text of <Play> is not the URL of an mp3 or wav file.
      at <Play> (test/render/faulty.tsx:39:20)
      in <Response> (test/render/faulty.tsx:39:9)
    Fix: give render the option baseUrl, against which paths are resolved, or write the whole URL. [E_CONTENT]"
  `));
  test('no text at all', () =>
    expect(messageOf(contents.empty)).toMatchInlineSnapshot(`
    "<Play> is empty.
      at <Play> (test/render/faulty.tsx:40:21)
      in <Response> (test/render/faulty.tsx:40:10)
    Fix: write the URL of an mp3 or wav file between the tags. [E_EMPTY]"
  `));
});

describe('E_ATTRIBUTE, E_REQUIRED and E_VALUE', () => {
  test('an unknown attribute', () =>
    expect(messageOf(attributes.unknown)).toMatchInlineSnapshot(`
    "<GetDigits> has no attribute numdigits. Did you mean numDigits?
      at <GetDigits> (test/render/faulty.tsx:44:23)
      in <Response> (test/render/faulty.tsx:44:12)
    Fix: write numDigits. [E_ATTRIBUTE]"
  `));
  test('a missing attribute', () =>
    expect(messageOf(attributes.missing)).toMatchInlineSnapshot(`
    "<sub> has no alias.
      at <sub> (test/render/faulty.tsx:45:49)
      in <Speak> (test/render/faulty.tsx:45:23)
      in <Response> (test/render/faulty.tsx:45:12)
    Fix: add alias; it takes a text. [E_REQUIRED]"
  `));
  test('a word not in the list', () =>
    expect(messageOf(attributes.word)).toMatchInlineSnapshot(`
    "method is "post"; <GetDigits method> takes "GET", "POST". Did you mean "POST"?
      at <GetDigits> (test/render/faulty.tsx:46:20)
      in <Response> (test/render/faulty.tsx:46:9)
    Fix: write method="POST". [E_VALUE]"
  `));
  test('a number out of range', () =>
    expect(messageOf(attributes.number)).toMatchInlineSnapshot(`
    "numDigits is 100; <GetDigits numDigits> takes a whole number from 1 to 99.
      at <GetDigits> (test/render/faulty.tsx:47:22)
      in <Response> (test/render/faulty.tsx:47:11)
    Fix: give it what it takes, or leave numDigits out (Plivo then takes 99). [E_VALUE]"
  `));
  test('a path without a base', () =>
    expect(messageOf(attributes.path)).toMatchInlineSnapshot(`
    "action is a path, and no baseUrl is known; <GetDigits action> takes a link to a level, an absolute http:// or https:// URL, or a path such as "/menu".
      at <GetDigits> (test/render/faulty.tsx:48:20)
      in <Response> (test/render/faulty.tsx:48:9)
    Fix: give render the option baseUrl, against which paths are resolved, or write the whole URL. [E_VALUE]"
  `));
});

test('E_RULE', () =>
  expect(messageOf(others.rule)).toMatchInlineSnapshot(`
  "<Hangup schedule> is the last element, so the call ends at once.
    at <Hangup> (test/render/faulty.tsx:52:20)
    in <Response> (test/render/faulty.tsx:52:9)
  Fix: put what is to be heard meanwhile after it, or remove schedule. [E_RULE]"
`));
test('E_LONG is a warning', () =>
  expect(warningTextsOf(others.cut)).toMatchInlineSnapshot(`
  "The text of <Speak> was cut: one <Speak> says at most 3,000 characters.
    at <Speak> (test/render/faulty.tsx:53:19)
    in <Response> (test/render/faulty.tsx:53:8)
  Fix: say less, or spread it over several <Speak>. [E_LONG]"
`));
test('E_CHARACTER is a warning', () =>
  expect(warningTextsOf(others.illegal)).toMatchInlineSnapshot(`
  "<Speak> contains characters that XML does not allow.
    at <Speak> (test/render/faulty.tsx:63:23)
    in <Response> (test/render/faulty.tsx:63:12)
  Fix: remove them; characters that a caller sent need no fix, since they are spoken as spaces. [E_CHARACTER]"
`));
test('E_SIZE', () =>
  expect(messageOf(others.long)).toMatchInlineSnapshot(`
  "The document has 118 KB, and Plivo takes at most 100 KB.
  Fix: say less in one document, or go on in another one with <Redirect>. [E_SIZE]"
`));

describe('E_COMPONENT', () => {
  test('one that throws', () =>
    expect(messageOf(others.throwing)).toMatchInlineSnapshot(`
    "<Balance> failed.
      at <Balance> (test/render/faulty.tsx:61:24)
      in <Response> (test/render/faulty.tsx:61:13)
    Fix: look at the cause below, or catch it inside <Balance>. [E_COMPONENT]"
  `));
  test('an async one, where the text must be known', () => {
    expect(messageOf(others.asyncText)).toMatchInlineSnapshot(`
      "<Address> is async, and the text of <Play> must be known at once.
        at <Address> (test/render/faulty.tsx:62:33)
        in <Play> (test/render/faulty.tsx:62:25)
        in <Response> (test/render/faulty.tsx:62:14)
      Fix: await the text first, in an async component around the <Play>. [E_COMPONENT]"
    `);
  });
});

describe('E_DECLARED and E_PARENT', () => {
  const define = (name: string, parents: string[]) => () =>
    defineElement({ name, parents, attributes: {}, content: content.nothing });

  test('an element that there is already', () => {
    expect(define('Number', [])).toThrowErrorMatchingInlineSnapshot(`
      [PlivoJsxError: There is an element <Number> already.
      Fix: import Number instead of defining it, or choose another name. [E_DECLARED]]
    `);
  });
  test('a parent that there is not', () => {
    expect(define('Whisper', ['Respone'])).toThrowErrorMatchingInlineSnapshot(`
      [PlivoJsxError: <Whisper> names the parent <Respone>, and there is no such element.
      Fix: name elements of Plivo, such as "Response", or define the parent first. [E_PARENT]]
    `);
  });
});

test('elements without places ask for the setting that keeps them', () => {
  const silent = jsx('Response', { children: jsx('Dial', { children: jsx('Speak', {}) }) });
  expect(messageOf(silent)).toMatchInlineSnapshot(`
    "<Speak> cannot be inside <Dial>.
      at <Speak>
      in <Dial>
      in <Response>
    Build with "jsx": "react-jsxdev" to see files and lines.
    Fix: <Dial> takes only <Number> or <User>; move the <Speak> before or after the <Dial>. [E_NESTING]"
  `);
});

test.each([
  [{ language: 'xx-YY' }, '<Speak> has the language xx-YY, which no voice speaks.'],
  [{ language: 'call me at 5' }, '<Speak> has a language, which no voice speaks.'],
  [{ language: 'hi-IN' }, '<Speak> has the voice WOMAN, which does not speak the language hi-IN.'],
  [
    { voice: 'Polly.Joanna', language: 'es-ES' },
    '<Speak> has the voice Polly.Joanna, which does not speak the language es-ES.',
  ],
  [
    { voice: 'MAN', language: 'ru-RU' },
    '<Speak> has the voice MAN, which does not speak the language ru-RU.',
  ],
])('the language of %j is told', (attributes, sentence) => {
  const speak = jsx(Speak as never, { ...attributes, children: 'Hi' });
  expect(messageOf(jsx(Response, { children: speak }))).toContain(sentence);
});

test('what the message says already is not printed again by a test runner', () => {
  const error = new RenderError([
    { code: 'E_TEXT', facts: { element: 'Dial' }, severity: 'error', frame: undefined },
  ]);
  expect(Object.keys(error).toSorted()).toEqual(['code', 'name']);
  expect([error.facts, error.problems.length]).toEqual([{ element: 'Dial' }, 1]);
});
