import { expect, test } from 'vitest';
import { Conference, Hangup, Response, Speak, render } from 'plivo-jsx';
import { Markup } from '../../../src/render/output/markup.ts';

const tag = (text: string) => new Markup(text, true);

test('markup side by side is one text, and the same one each time', () => {
  const [close, open] = [tag('</Speak>'), tag('<Speak voice="ñ">')];
  const both = close.followedBy(open);
  expect(both?.text).toBe('</Speak><Speak voice="ñ">');
  expect(both?.bytes).toBe(26);
  expect(close.followedBy(open)).toBe(both);
});

test('only so much is joined: few followers, nothing long, nothing that nobody remembers', () => {
  const close = tag('</Speak>');
  const joined = Array.from({ length: 20 }, (_, loop) => close.followedBy(tag(`<Speak loop="${loop}">`)));
  expect(joined.map((both) => both !== undefined)).toEqual([
    ...Array.from({ length: 16 }, () => true),
    ...Array.from({ length: 4 }, () => false),
  ]);
  expect(tag('</Speak>').followedBy(tag(`<Speak voice="${'a'.repeat(400)}">`))).toBeUndefined();
  expect(tag('</Speak>').followedBy(new Markup('<Speak>', false))).toBeUndefined();
});

test.each([true, false])('what is not joined is printed all the same (development: %s)', (development) => {
  const loops = Array.from({ length: 600 }, (_, loop) => loop + 1);
  const xml = render(
    <Response>
      {loops.map((loop) => [<Speak loop={loop}>a</Speak>, <Speak loop={loop} voice="MAN" />, <Hangup />])}
    </Response>,
    { development, onWarning: () => {} },
  );
  const inside = loops.map(
    (loop) => `<Speak loop="${loop}">a</Speak><Speak loop="${loop}" voice="MAN"></Speak><Hangup/>`,
  );
  expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?><Response>${inside.join('')}</Response>`);
});

test.each([
  ['a', 1],
  ['ñ', 2],
  ['語', 3],
])('bytes are counted, not characters: %s has %i', (letter, bytes) => {
  const named = (name: string) =>
    render(
      <Response>
        <Conference>{name}</Conference>
      </Response>,
      { development: false },
    ) as string;
  const most = Math.floor((102_400 - named('a').length + 1) / bytes);
  expect(named(letter.repeat(most))).toContain(letter);
  expect(() => named(letter.repeat(most + 1))).toThrow('[E_SIZE]');
});
