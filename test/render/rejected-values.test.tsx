/* A value that was rejected is reported once: no rule judges it again. */
import { describe, expect, test } from 'vitest';
import {
  Conference,
  Dial,
  GetInput,
  Message,
  Number,
  Play,
  render,
  RenderError,
  Response,
  Speak,
  Wait,
} from 'plivo-jsx';
import type { JsxElement } from 'plivo-jsx';

function problemsOf(element: JsxElement): string[] {
  try {
    void render(<Response>{element}</Response>, { baseUrl: 'https://ivr.example.com', onWarning: () => {} });
    return [];
  } catch (error) {
    return (error as RenderError).problems.map(
      ({ code, facts }) => `${code} ${facts['attribute'] ?? facts['element']}`,
    );
  }
}

const late = Promise.resolve('en-US') as never;
const wrong = 'x' as never;

describe.each<[string, JsxElement, string[]]>([
  ['a promise as language', <Speak language={late}>Hello</Speak>, ['E_VALUE language']],
  [
    'a promise as voice, with SSML',
    <Speak voice={late}>
      <break time="1s" />
    </Speak>,
    ['E_VALUE voice'],
  ],
  [
    'a wrong voice, with SSML',
    <Speak voice={'WOMEN' as never}>
      <break time="1s" />
    </Speak>,
    ['E_VALUE voice'],
  ],
  ['a promise as loop', <Speak loop={late}>Hello</Speak>, ['E_VALUE loop']],
  [
    'a promise as a length that another attribute is compared with',
    <Wait silence length={late} />,
    ['E_VALUE length'],
  ],
  [
    'a wrong attribute that another one needs',
    <Dial confirmKey={wrong}>
      <Number>+14155550100</Number>
    </Dial>,
    ['E_VALUE confirmKey'],
  ],
  [
    'a wrong attribute that is needed',
    <Dial confirmKey="1" confirmSound={late}>
      <Number>+14155550100</Number>
    </Dial>,
    ['E_VALUE confirmSound'],
  ],
  [
    'text that is no number',
    <Dial>
      <Number>nobody</Number>
    </Dial>,
    ['E_CONTENT Number'],
  ],
  [
    'a promise as number',
    <Dial>
      <Number>{late}</Number>
    </Dial>,
    ['E_CHILD Number'],
  ],
  [
    'no number',
    <Dial>
      <Number> </Number>
    </Dial>,
    ['E_EMPTY Number'],
  ],
  ['a promise as the address of a file', <Play loop={1}>{late}</Play>, ['E_CHILD Play']],
  ['a promise as maxMembers', <Conference maxMembers={late}>room</Conference>, ['E_VALUE maxMembers']],
  [
    'a promise as the receiver of a message',
    <Message src="14155550100" dst={late}>
      Hello
    </Message>,
    ['E_VALUE dst'],
  ],
  ['a promise as hints', <GetInput action="/next" hints={late} />, ['E_VALUE hints']],
])('%s', (_, element, problems) => {
  test('is one error', () => expect(problemsOf(element)).toEqual(problems));
});

test('other rules still judge the element', () => {
  expect(
    problemsOf(
      <Dial timeout={wrong} confirmKey="1">
        <Number>+14155550100</Number>
      </Dial>,
    ),
  ).toEqual(['E_RULE Dial', 'E_VALUE timeout']);
});

test('a promise is reported with what to do about it', () => {
  expect(() => render(<Response>{<Speak language={late}>Hello</Speak>}</Response>)).toThrow(
    /^language is a promise; <Speak language> takes a text\.\n[^]*Fix: await it first; components may be async\. \[E_VALUE\]$/,
  );
});
