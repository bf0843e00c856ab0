import { describe, expect, test } from 'vitest';
import {
  Conference,
  Dial,
  GetDigits,
  GetInput,
  Link,
  Number,
  Redirect,
  Response,
  render,
  type Node,
} from 'plivo-jsx';

const baseUrl = 'https://ivr.example.com';
const link = (kind: 'level' | 'callback', ...methods: ('GET' | 'POST')[]) =>
  new Link('/there?lang=en', '/there', { kind, methods: methods.length === 0 ? undefined : methods });

const printed = (element: Node, development = true) =>
  render(<Response>{element as never}</Response>, { baseUrl, development, onWarning: () => {} }) as string;

describe('a link to a callback', () => {
  test.each([true, false])('is rejected where Plivo wants a document (development: %s)', (development) => {
    expect(() => printed(<GetDigits action={link('callback')} />, development)).toThrow(
      'action of <GetDigits> links to the callback /there, which returns no document.',
    );
    expect(() => printed(<Redirect>{link('callback')}</Redirect>, development)).toThrow(
      'The text of <Redirect> links to the callback /there, which returns no document.',
    );
    expect(() => printed(<Conference waitSound={link('callback')}>room</Conference>, development)).toThrow(
      'Fix: link to a level, which returns a document. [E_LINK]',
    );
  });

  test('is taken where Plivo ignores the answer', () => {
    const dial = (
      <Dial action={link('callback')} redirect={false} callbackUrl={link('callback')}>
        <Number>15550100001</Number>
      </Dial>
    );
    expect(printed(dial)).toContain('callbackUrl="https://ivr.example.com/there?lang=en"');
  });
});

test('a link to a level is rejected where Plivo only tells something', () => {
  expect(() => printed(<Conference callbackUrl={link('level')}>room</Conference>)).toThrow(
    'callbackUrl of <Conference> links to the level /there, and Plivo ignores its document.',
  );
});

describe('a method that the target does not answer', () => {
  test('is rejected, beside an attribute and beside a text', () => {
    expect(() => printed(<GetDigits action={link('level', 'POST')} method="GET" />)).toThrow(
      'Plivo requests action of <GetDigits> by GET, and the level /there does not answer GET.',
    );
    expect(() => printed(<Redirect method="GET">{link('level', 'POST')}</Redirect>)).toThrow(
      'Fix: write method="POST", or let the level answer GET. [E_METHOD]',
    );
    expect(() =>
      printed(
        <Conference callbackUrl={link('callback', 'POST')} callbackMethod="GET">
          room
        </Conference>,
      ),
    ).toThrow('Fix: write callbackMethod="POST", or let the callback answer GET. [E_METHOD]');
    expect(() =>
      printed(
        <GetInput
          action="/menu"
          interimSpeechResultsCallback={link('callback', 'POST')}
          interimSpeechResultsCallbackMethod="GET"
        />,
      ),
    ).toThrow('[E_METHOD]');
  });

  test('is rejected when it is the one that Plivo takes by itself', () => {
    expect(() => printed(<GetDigits action={link('level', 'GET')} />)).toThrow('by POST');
  });

  test('is not looked for where the methods are not known, or the link says nothing of its target', () => {
    expect(printed(<GetDigits action={link('level')} method="GET" />)).toContain('method="GET"');
    expect(printed(<GetDigits action={new Link('/there', '/there')} method="GET" />)).toContain(
      'method="GET"',
    );
    expect(printed(<GetDigits action={link('level', 'GET', 'POST')} method="GET" />)).toContain(
      'method="GET"',
    );
  });
});
