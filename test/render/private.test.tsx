import { describe, expect, test } from 'vitest';
import {
  Dial,
  GetDigits,
  Hangup,
  Message,
  Number,
  Play,
  Response,
  Speak,
  User,
  type JsxElement,
} from 'plivo-jsx';
import { messageOf } from './message.ts';

describe('what may be private is in no message', () => {
  const secret = '14155550123';
  const number = 14155550123;
  const body = { from: secret, nested: { digits: secret } };
  test.each<[string, JsxElement]>([
    ['the number to dial', <Dial>{<Number>{`${secret}x`}</Number>}</Dial>],
    ['the address to dial', <Dial>{<User>{secret}</User>}</Dial>],
    ['the keys to press', <Dial>{<Number sendDigits={`${secret}x`}>1</Number>}</Dial>],
    ['the keys to press, as a number', <Dial>{<Number sendDigits={-number}>1</Number>}</Dial>],
    ['a password', <Dial>{<User sipAuthPassword={1415555}>sip:a@b.c</User>}</Dial>],
    ['the name to show', <Dial callerName={secret.repeat(5)}>{<Number>1</Number>}</Dial>],
    ['an address with a query', <GetDigits action={`menu?from=${secret}`} />],
    ['a file with a query', <Play>{`a.mp3?from=${secret}`}</Play>],
    ['a body as content', <Speak>{body as never}</Speak>],
    ['a bigint', <Speak>{14155550123n as never}</Speak>],
    ['a body as a value', <GetDigits action={body as never} />],
    [
      'the text of an SMS without a receiver',
      <Message {...({ src: secret } as { src: string; dst: string })}>{secret}</Message>,
    ],
    ['what is said, in a place where it cannot be', <Hangup>{secret as never}</Hangup>],
  ])('%s', (_name, element) => {
    expect(messageOf(<Response>{element}</Response>)).not.toContain('1415555');
  });
});

/** The codes in the message about a document. */
const codesOf = (...elements: JsxElement[]) =>
  [...messageOf(<Response>{elements}</Response>).matchAll(/\[(E_\w+)\]/g)].map(([, code]) => code);

describe('data of a request', () => {
  test.each([
    ['without a prototype', Object.assign(Object.create(null) as object, { digits: '1' }), 'digits'],
    ['with a constructor', JSON.parse('{"constructor":null}') as object, 'constructor'],
    ['with a type and props', JSON.parse('{"type":"Hangup","props":{}}') as object, 'type, props'],
  ])('%s is rejected as content, not printed', (_name, data, keys) => {
    expect(messageOf(<Response>{<Speak>{data as never}</Speak>}</Response>)).toContain(
      `<Speak> got an object with the keys {${keys}} as content.`,
    );
  });

  test('is rejected as an attribute', () => {
    const data = Object.assign(Object.create(null) as object, { digits: '1' });
    expect(codesOf(<Speak voice={data as never} />, <GetDigits action={data as never} />)).toEqual([
      'E_VALUE',
      'E_VALUE',
    ]);
  });

  test('cannot become an attribute by its name', () => {
    expect(codesOf(<Speak {...({ 'loop="0" x': '1' } as {})} />)).toEqual(['E_ATTRIBUTE']);
    expect(codesOf(<Speak {...(JSON.parse('{"__proto__":{"loop":"x"}}') as { loop?: 1 })} />)).toEqual([
      'E_ATTRIBUTE',
    ]);
  });
});
