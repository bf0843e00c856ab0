/* Two tags have names that JavaScript has too. */
import { describe, expect, test } from 'vitest';
import * as plivo from 'plivo-jsx';
import { Dial, Hangup, render, Response, Speak } from 'plivo-jsx';

const problemsOf = (element: plivo.JsxElement) => {
  try {
    return [render(element)];
  } catch (error) {
    return (error as plivo.RenderError).message.replaceAll(/\n {2}(?:at|in) .*/g, '').split('\n\n');
  }
};

describe('a tag whose import is missing names the import', () => {
  test('<Number>', () => {
    const Forgotten = globalThis.Number as never as typeof plivo.Number;
    const dial = (
      <Dial>
        <Forgotten>+14155550100</Forgotten>
      </Dial>
    );
    expect(problemsOf(<Response>{dial}</Response>)[0]).toBe(
      `<Number> is the Number of JavaScript, not the tag of Plivo.
Fix: import { Number } from 'plivo-jsx'. [E_COMPONENT]`,
    );
  });

  test('<Response>', () => {
    const Forgotten = globalThis.Response as never as typeof Response;
    const document = (
      <Forgotten>
        <Speak>Hello</Speak>
      </Forgotten>
    );
    expect(problemsOf(document)).toEqual([
      `<Response> is the Response of JavaScript, not the tag of Plivo.
Fix: import { Response } from 'plivo-jsx'. [E_COMPONENT]`,
    ]);
  });

  test('a component that returns NaN or throws is another matter', () => {
    const Number = () => NaN;
    const Response = () => {
      throw new Error('no balance');
    };
    expect(problemsOf(<Number />)[0]).toContain('E_CHILD');
    expect(problemsOf(<Response />)[0]).toContain('<Response> failed.');
  });
});

describe('a tag that is called as the function of JavaScript says so', () => {
  const call = (tag: unknown, ...values: unknown[]) => (tag as (...values: unknown[]) => unknown)(...values);
  const construct = (tag: unknown, ...values: unknown[]) =>
    new (tag as new (...values: unknown[]) => unknown)(...values);

  test('Number(call.digits)', () => {
    expect(() => call(plivo.Number, '1')).toThrow(
      `Number(…) was called with a string, and Number is a tag of Plivo here.
Fix: read call.digit, the pressed key as a number, or write globalThis.Number(…). [E_TAG]`,
    );
    expect(() => call(plivo.Number, undefined)).toThrow('Number(…) was called with undefined');
    expect(() => construct(plivo.Number, '1')).toThrow('E_TAG');
  });

  test('new Response(…)', () => {
    const fix = 'Fix: write globalThis.Response. [E_TAG]';
    expect(() => construct(Response)).toThrow(fix);
    expect(() => construct(Response, '<Response/>', { status: 200 })).toThrow(fix);
    expect(() => construct(Response, {})).toThrow(fix);
  });

  test('any other', () => {
    expect(() => call(Speak, 'Hello')).toThrow('Fix: write <Speak>. [E_TAG]');
    expect(() => call(Hangup)).toThrow('Hangup(…) was called with undefined');
    expect(() => call(Speak, null)).toThrow('Speak(…) was called with null');
  });

  test('but one that is called with props is an element', () => {
    expect(render(<Response>{Speak({ children: 'Hello' }) as plivo.JsxElement}</Response>)).toContain(
      '<Speak>Hello</Speak>',
    );
  });
});
