import { describe, expect, test } from 'vitest';
import { parseScript } from '../../src/phone/script.ts';

/** What each token does, without where it stands. */
const stepsOf = (script: string) =>
  parseScript(script).map(({ token, position, ...step }) =>
    token !== '' && position > 0 ? step : undefined,
  );

describe('a script', () => {
  test('is tokens with spaces between', () => {
    expect(stepsOf(' 1  12*#\nsilence wait:0.5 dial:no-answer record:2.5 hangup ')).toEqual([
      { type: 'press', keys: '1' },
      { type: 'press', keys: '12*#' },
      { type: 'wait' },
      { type: 'wait', seconds: 0.5 },
      { type: 'dialOutcome', outcome: 'no-answer' },
      { type: 'record', seconds: 2.5 },
      { type: 'hangUp' },
    ]);
  });

  test('says words in quotes of either kind, or one without', () => {
    expect(stepsOf(`say:sales say:"two words" say:'it is "here"'`)).toEqual([
      { type: 'say', text: 'sales' },
      { type: 'say', text: 'two words' },
      { type: 'say', text: 'it is "here"' },
    ]);
  });

  test('presses keys of the one dialled', () => {
    expect(stepsOf('bleg:1 bleg:12#')).toEqual([
      { type: 'press', keys: '1', by: 'BLeg' },
      { type: 'press', keys: '12#', by: 'BLeg' },
    ]);
  });

  test('may be empty: then the caller is silent', () => {
    expect(stepsOf('')).toEqual([]);
  });

  test.each(['completed', 'busy', 'failed', 'timeout', 'no-answer', 'cancel', 'answer'])(
    'knows dial:%s',
    (outcome) => {
      expect(stepsOf(`dial:${outcome}`)).toEqual([{ type: 'dialOutcome', outcome }]);
    },
  );

  test.each([
    [
      '1 2 dial:bussy',
      'Token 3 of the script, dial:bussy, is none of dial:completed, dial:busy, dial:failed, dial:timeout, dial:no-answer, dial:cancel, dial:answer. Did you mean dial:busy?',
    ],
    ['silense', 'Token 1 of the script, silense, is nothing that a caller does. Did you mean silence?'],
    ['1 press', 'Token 2 of the script, press, is nothing that a caller does.'],
    ['record:', 'Token 1 of the script, record:, has no number of seconds.'],
    ['bleg:x', 'Token 1 of the script, bleg:x, has no keys right after the colon.'],
    ['wait:long', 'Token 1 of the script, wait:long, has no number of seconds.'],
    ['wiat:2', 'Token 1 of the script, wiat:2, is nothing that a caller does. Did you mean wait:?'],
    ['say:""', 'Token 1 of the script, say:"", says nothing right after the colon.'],
    ['say: hello', 'Token 1 of the script, say:, says nothing right after the colon.'],
    ['1 say:"two words', 'Token 2 of the script, say:"two words, has a quotation mark that is not closed.'],
  ])('%s is told with the position of what is wrong', (script, says) => {
    expect(() => parseScript(script)).toThrow(
      `${says}\nFix: write keys such as 1 or 12#, silence, wait:2, say:"two words", dial:busy, record:5 or hangup. [E_SCRIPT]`,
    );
  });
});
