import { describe, expect, test } from 'vitest';
import {
  GetDigits,
  GetInput,
  render,
  Response,
  Speak,
  type ElementComponent,
  type JsxElement,
  type Node,
} from 'plivo-jsx';
import { messageOf } from '../message.ts';

/** A tag that TypeScript would reject. */
const tag = (name: string) => name as unknown as ElementComponent<{ children?: Node }>;

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

  test.each([
    [<Speak language={'english' as 'en-US'}>Hi</Speak>, undefined],
    [<Speak language={'es_ES' as 'es-ES'}>Hi</Speak>, 'language="es-ES"'],
    [
      <Speak voice="Polly.Joanna" language={'es-ES' as 'en-US'}>
        Hi
      </Speak>,
      'language="en-US"',
    ],
    [<GetInput action="https://example.com" language={'en_US' as 'en-US'} />, '"en-US"'],
  ])('of a language: %#', (speak, guess) => expect(guessIn(speak)).toBe(guess));

  test.each([
    ['Polly.Lupe', 'Polly.Lupe-Standard'],
    ['Polly.lupe', 'Polly.Lupe-Standard'],
    ['Polly.Joana', 'Polly.Joanna'],
    ['Polly.Vitoria', 'Polly.Vitória'],
    ['Polly.Joanna-Neural', undefined],
    ['Polly.Blockchain', undefined],
  ])('of a voice that is not listed, in a warning: %s', (voice, guess) => {
    const warnings: string[] = [];
    const document = (
      <Response>
        <Speak voice={voice as 'Polly.Joanna'}>Hi</Speak>
      </Response>
    );
    void render(document, { onWarning: ({ facts }) => warnings.push(String(facts['guess'])) });
    expect(warnings).toEqual([String(guess)]);
  });
});
