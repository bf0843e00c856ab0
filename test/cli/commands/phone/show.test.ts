import { expect, test } from 'vitest';
import { show } from '../../../../src/cli/commands/phone/show.ts';

const view = { verbose: false, xml: false, style: (_: string, text: string) => text };

test('what a server says steers no terminal, wherever it stands', () => {
  const speak = { text: '\u001B[31mred \u009B1m\u202Eback\u2066', language: 'en-US', voice: 'WOMAN' };
  expect(show({ at: 0, event: 'speak', ...speak }, view)).toEqual([
    '  0:00.0  “ [31mred  1m back ” (en-US, WOMAN)',
  ]);
  expect(show({ at: 61.25, event: 'dial', legs: ['sip:a\u009B31mb@c.example'], timeout: 30 }, view)).toEqual([
    '  1:01.3  calls sip:a 31mb@c.example for at most 30 s',
  ]);
});

test('what a server says is one line, but for its document', () => {
  const url = 'https://a.example\n    0:05.0  ended: 4000 Normal Hangup\u2028x';
  expect(show({ at: 0, event: 'play', url }, view)).toEqual([
    '  0:00.0  plays https://a.example     0:05.0  ended: 4000 Normal Hangup x',
  ]);
  expect(
    show({ at: 0, event: 'document', url, xml: '<Response>\n\u009B1m</Response>' }, { ...view, xml: true }),
  ).toEqual([
    '  0:00.0  document of https://a.example     0:05.0  ended: 4000 Normal Hangup x',
    '          <Response>',
    '           1m</Response>',
  ]);
});

test('who hangs up is shown', () => {
  expect(show({ at: 2, event: 'hangup' }, view)).toEqual(['  0:02.0  caller hangs up']);
});
