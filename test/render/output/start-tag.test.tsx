import { expect, test } from 'vitest';
import { Hangup, Response, Speak, render } from 'plivo-jsx';

test.each([true, false])(
  'start tags that are not remembered any more are printed alike (development: %s)',
  (development) => {
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
  },
);
