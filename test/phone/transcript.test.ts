import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transcript } from '../../src/phone/transcript.ts';

test('numbers are masked but for their end, wherever they stand', () => {
  expect(
    transcript([
      { at: 1, event: 'dial', legs: ['+15550123456', 'sip:ann@example.com'], timeout: 20 },
      { at: 2.25, event: 'speak', text: 'Your number is 5550123.', language: 'en-US', voice: 'WOMAN' },
    ]),
  ).toBe(
    [
      '   1.0  calls …56, sip:ann@example.com for at most 20 s',
      '   2.3  “Your number is …23.” (en-US, WOMAN)',
    ].join('\n'),
  );
});

test('an error is told with what to do, on a line of its own', () => {
  expect(
    transcript([
      {
        at: 0,
        event: 'error',
        code: 8011,
        name: 'Invalid Answer XML',
        message: 'It is JSON.',
        fix: 'send XML.',
      },
      { at: 0, event: 'ended', code: 8011, name: 'Invalid Answer XML' },
    ]),
  ).toBe(
    ['   0.0  error: It is JSON.', '        fix: send XML.', '   0.0  ended: 8011 Invalid Answer XML'].join(
      '\n',
    ),
  );
});

test('no run of seven digits is ever left', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[+0-9 a-z]{0,40}$/), (text) => {
      const told = transcript([{ at: 0, event: 'speak', text, language: 'en-US', voice: 'MAN' }]);
      expect(told).not.toMatch(/\d{7}/);
    }),
  );
});
