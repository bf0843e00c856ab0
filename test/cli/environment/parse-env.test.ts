import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAssignments } from '../../../src/cli/environment/parse-env.ts';

const read = (text: string) => Object.fromEntries(readAssignments(text));

describe('a .env is read', () => {
  test.each([
    ['an assignment', 'A=1', { A: '1' }],
    ['with spaces', '\tA = 1 2 \n', { A: '1 2' }],
    ['with export', 'export A=1\n  export  B=2', { A: '1', B: '2' }],
    ['of Windows and of old Macs', 'A=1\r\nB=2\rC=3', { A: '1', B: '2', C: '3' }],
    ['with nothing in it', '', {}],
    ['with empty values', 'A=\nB=""\nC= # none\nD=1', { A: '', B: '', C: '', D: '1' }],
    ['with comments', '# A=1\n  # x\n\nB=2 # two', { B: '2' }],
    ['with = in a value', 'A==b=\nB=c2VjcmV0==', { A: '=b=', B: 'c2VjcmV0==' }],
    ['with # in quotation marks', `A="a#b" # c\nB='a #b'\nC=\`#\``, { A: 'a#b', B: 'a #b', C: '#' }],
    ['with other marks in marks', `A="it's"\nB='say "x"'\nC=it's`, { A: "it's", B: 'say "x"', C: "it's" }],
    ['with several lines in a value', 'A="1\r\n2"\nB=3', { A: '1\n2', B: '3' }],
    [
      'with \\n, a new line in " only',
      `A="1\\n2"\nB='1\\n2'\nC=1\\n2`,
      { A: '1\n2', B: '1\\n2', C: '1\\n2' },
    ],
    ['and nothing in it is replaced', 'A=$B\nC="${B}"', { A: '$B', C: '${B}' }],
    ['with the same twice', 'A=1\nA="1"', { A: '1' }],
  ])('%s', (_, text, variables) => {
    expect(read(text)).toEqual(variables);
  });

  test('as it was written, for whatever text in quotation marks that it does not contain', () => {
    const unit = fc.constantFrom('a', 'é', ' ', '\n', '#', '"', '`', '=', '\\', '$');
    fc.assert(
      fc.property(fc.string({ unit }), (value) => {
        expect(read(`A='${value}'\nB=2`)).toEqual({ A: value, B: '2' });
      }),
    );
  });
});

describe('a line that could be meant in two ways is rejected', () => {
  const open = 'opens a quotation mark that is not closed';
  const behind = 'has text after the closing quotation mark';
  const hash = 'has a # directly after other characters, which may be part of the value or a comment';
  test.each([
    ['PLIVO_AUTH_TOKEN', 1, 'is not an assignment'],
    ['A=1\nPLIVO_AUTH_TOKEN: secret', 2, 'is not an assignment'],
    ['=secret', 1, 'is not an assignment'],
    ['set A=1', 1, 'is not an assignment'],
    ['A B=1', 1, 'is not an assignment'],
    ['\u00a0A=1', 1, 'is not an assignment'],
    ['A=1\n\ufeffB=2', 2, 'is not an assignment'],
    ['“A”=1', 1, 'is not an assignment'],
    ['PLIVO_AUTH_TOKEN="secret', 1, open],
    ["PORT=1\nPLIVO_AUTH_TOKEN='secret\nHOST=a", 2, open],
    ['GREETING="Hi\nPLIVO_AUTH_TOKEN=secret\nBYE="', 1, open],
    ['GREETING="Hi\nplivo_authtoken="secret"', 1, open],
    ['A="a"b', 1, behind],
    ['A="a\\"b"', 1, behind],
    ['A="a"#b', 1, behind],
    ['A="1\nB="2"', 2, behind],
    ['PLIVO_AUTH_TOKEN=sec#ret', 1, hash],
    ['PLIVO_AUTH_TOKEN=#secret', 1, hash],
    ['PORT=1\nPLIVO_AUTH_TOKEN=a\nPLIVO_AUTH_TOKEN=b', 3, 'sets the variable of line 2 to another value'],
    ['PLIVO_AUTH_TOKEN=a\nPLIVO_AUTH_TOKEN=', 2, 'sets the variable of line 1 to another value'],
  ])('%j', (text, line, problem) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        code: 'E_ENV_FILE',
        message: expect.stringContaining(`Line ${line} of .env ${problem}.\nFix: `),
      }),
    );
  });

  test('and no rejection repeats what is in it', () => {
    for (const text of ['secret', 'A="secret', 'A="secret"secret', 'A=secret#secret', 'A=secret\nA=SECRET'])
      expect(() => read(text)).toThrow(
        expect.objectContaining({ message: expect.not.stringMatching(/secret/i) }),
      );
  });
});
