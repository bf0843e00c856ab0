import { describe, expect, test } from 'vitest';
import { Conference, Dial, Hangup, Message, Number, Response, Speak, render, type Node } from 'plivo-jsx';

/** What is printed between the tags of a <Speak>. */
function said(children: Node): string {
  const xml = render(
    <Response>
      <Speak voice="Polly.Joanna">{children}</Speak>
    </Response>,
  ) as string;
  return /<Speak voice="Polly.Joanna">(.*)<\/Speak>/s.exec(xml)![1]!;
}

/** What is printed between the tags of <Response>. */
function printed(children: Node): string {
  const xml = render(<Response>{children as never}</Response>) as string;
  return /<Response>(.*)<\/Response>/s.exec(xml)![1]!;
}

describe('what says nothing', () => {
  test.each([
    ['null', null],
    ['undefined', undefined],
    ['true', true],
    ['false', false],
    ['an empty text', ''],
    ['an empty list', []],
    ['a list of nothing', [null, [undefined, [false]]]],
  ])('%s', (_name, nothing) => {
    expect(said(nothing)).toBe('');
    expect(printed(nothing)).toBe('');
  });

  test('a condition that does not hold', () => {
    const isOpen = false as boolean;
    expect(printed(isOpen && <Hangup />)).toBe('');
    expect(printed(isOpen ? <Hangup /> : null)).toBe('');
  });
});

describe('numbers', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [42, '42'],
    [-1.5, '-1.5'],
  ])('%d is said as %s', (number, text) => expect(said(number)).toBe(text));

  test.each([NaN, Infinity])('%d is rejected', (number) => {
    expect(() => said(number)).toThrow(`<Speak> got ${number} as content.`);
  });
});

describe('lists and fragments', () => {
  test('are flat, in their order', () => {
    expect(
      printed([
        <Speak>1</Speak>,
        [
          [<Speak>2</Speak>],
          <>
            <Speak>3</Speak>
            <>{[<Speak>4</Speak>]}</>
          </>,
        ],
        <Speak>5</Speak>,
      ]),
    ).toBe('<Speak>1</Speak><Speak>2</Speak><Speak>3</Speak><Speak>4</Speak><Speak>5</Speak>');
  });

  test('join text without anything between', () => {
    expect(said(['a', 1, ['b', <>c</>], null, 'd'])).toBe('a1bcd');
  });

  test('may come from map', () => {
    expect(
      printed(
        <Dial>
          {['14155550100', '14155550101'].map((number) => (
            <Number>{number}</Number>
          ))}
        </Dial>,
      ),
    ).toBe('<Dial><Number>14155550100</Number><Number>14155550101</Number></Dial>');
  });
});

describe('text', () => {
  test('is escaped', () => {
    expect(said(`Tom & "Jerry" <b>'s ]]>`)).toBe(`Tom &amp; "Jerry" &lt;b&gt;'s ]]&gt;`);
  });

  test('that looks like an entity says what it says', () => {
    expect(said('&amp; &#65; &bogus;')).toBe('&amp;amp; &amp;#65; &amp;bogus;');
  });

  test('may be written with entities in TSX', () => {
    expect(
      printed(
        <Speak>
          Tom &amp; Jerry &lt;3 &copy; {'&'} {'<'}
        </Speak>,
      ),
    ).toBe('<Speak>Tom &amp; Jerry &lt;3 © &amp; &lt;</Speak>');
  });

  test('keeps white space, and carriage returns by number', () => {
    expect(said(' a\n\tb\r\n ')).toBe(' a\n\tb&#13;\n ');
  });

  test('written over several lines of TSX is one line', () => {
    expect(printed(<Speak>Press 1 for English, press 2 for Spanish</Speak>)).toBe(
      '<Speak>Press 1 for English, press 2 for Spanish</Speak>',
    );
  });

  test('that XML cannot carry becomes a space', () => {
    expect(said('a\0b\x1bc\ud800d\udc00e\uffff')).toBe('a b c d e ');
  });

  test('in any script goes through', () => {
    expect(said('¡Olé! Größe 日本語 مرحبا 😀')).toBe('¡Olé! Größe 日本語 مرحبا 😀');
  });

  test('that is white space alone is nothing where only elements may be', () => {
    expect(printed([' \n', <Hangup />, '\t'])).toBe('<Hangup/>');
  });

  test('is joined before its shape is looked at', () => {
    expect(printed(<Dial>{<Number>{['+1 ', 415, ' ', '5550100']}</Number>}</Dial>)).toBe(
      '<Dial><Number>+1 415 5550100</Number></Dial>',
    );
  });

  test('of a component is text of the element around it', () => {
    const Room = () => ['sales', '-', 2];
    expect(printed(<Conference>{(<Room />) as never}</Conference>)).toBe('<Conference>sales-2</Conference>');
  });
});

test('elements without content close themselves, others do not', () => {
  expect(printed([<Speak />, <Hangup />])).toBe('<Speak></Speak><Hangup/>');
  expect(said(<break />)).toBe('<break/>');
  expect(said(<emphasis />)).toBe('<emphasis></emphasis>');
});

test('a message keeps its text as it is', () => {
  expect(
    printed(
      <Message src="14155550100" dst="14155550199">
        {' a\n b '}
      </Message>,
    ),
  ).toBe('<Message src="14155550100" dst="14155550199"> a\n b </Message>');
});
