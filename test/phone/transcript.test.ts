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

test('lengths are as exact as call times', () => {
  expect(
    transcript([
      { at: 3.004, event: 'interrupt', element: 'Speak', heard: 2.961 },
      { at: 4, event: 'recorded', seconds: 12.25, url: '/a.mp3', digits: '', endedBy: 'silence' },
      { at: 5.008, event: 'dialed', status: 'completed', code: 4000, name: 'Normal Hangup', seconds: 1.004 },
    ]),
  ).toBe(
    [
      '   3.0  the <Speak> is cut short after 3 s',
      '   4.0  recorded 12.3 s, ended by silence',
      '   5.0  dial is over: completed after 1 s',
    ].join('\n'),
  );
});
