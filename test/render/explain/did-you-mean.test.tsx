import { describe, expect, test } from 'vitest';
import { GetDigits, Response, Speak, type ElementComponent, type JsxElement, type Node } from 'plivo-jsx';
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
});
