/* The good documents of Plivo's documentation give no false alarm. Those that do not stand alone are named, with the reason. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { explore } from '../../src/check/explore.ts';
import { bye, say, serving, url } from './servers.ts';

const folder = new URL('../data/plivo/examples/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const files = read('index.tsv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .filter(
    ([, , kind, , isWellFormed, issues = '']) =>
      kind === 'complete' && isWellFormed === 'yes' && issues === '',
  )
  .map(([file = '']) => file);

/** Why a document shows one element, and is no whole answer. */
const reasons = {
  endsAtAsking: 'it shows the input, and leaves out what silence gets',
  endsAtDial: 'it shows what is heard before a Dial, and leaves out what follows a call in vain',
  endless: 'it shows loop="0", and whoever uses it ends the call from outside',
  noLimit: 'it shows confirmKey without confirmTimeout',
  noCallback: 'it shows a Record without callbackUrl',
  noNotice: 'it shows a Record without the words before it',
} as const;

const ofSnippets: { readonly [file: string]: { readonly [rule: string]: keyof typeof reasons } } = {
  '003-getdigits-pin.xml': { R008: 'endsAtAsking' },
  '004-getdigits-variable-length.xml': { R008: 'endsAtAsking' },
  '005-getdigits-valid-digits.xml': { R008: 'endsAtAsking' },
  '017-dial-confirm.xml': { R009: 'noLimit' },
  '020-dial-music-url.xml': { R008: 'endsAtDial' },
  '041-preanswer-speak-dial.xml': { R008: 'endsAtDial' },
  '042-preanswer-ringback-loop.xml': { R001: 'endless', R101: 'endless' },
  '046-speak-loop-0.xml': { R001: 'endless' },
  '050-play-loop-0.xml': { R001: 'endless' },
  '063-record-message.xml': { R008: 'endsAtAsking', R010: 'noCallback', R107: 'noNotice' },
  '064-record-voicemail.xml': { R010: 'noCallback', R107: 'noNotice' },
  '065-record-session.xml': { R008: 'endsAtDial', R107: 'noNotice' },
  '066-record-on-dial-answer.xml': { R107: 'noNotice' },
  '067-record-transcription.xml': { R107: 'noNotice' },
  '112-skill-voicemail-no-redirect.xml': { R107: 'noNotice' },
  '113-skill-record-session-dial.xml': { R107: 'noNotice' },
  '118-skill-preanswer-ringback.xml': { R008: 'endsAtDial' },
  '122-skill-record-amp.xml': { R010: 'noCallback', R107: 'noNotice' },
  '123-skill-getinput-hindi.xml': { R008: 'endsAtAsking' },
  '126-skill-stream-b-record.xml': { R107: 'noNotice' },
  '127-skill-stream-c-consent.xml': { R107: 'noNotice' },
  '129-skill-stream-e-dial.xml': { R107: 'noNotice' },
};

test('there are 114 of them', () => expect(files).toHaveLength(114));

test.each(files)('%s', async (file) => {
  const transport = serving(({ path, query, fields }) =>
    path === new URL(url).pathname && query.size === 0
      ? read(file)
      : say(`Well, ${fields['DialStatus'] ?? 'thanks'}.`) + bye,
  );
  const graph = await explore(url, { transport, assume: { relativeUrls: true } });
  const found = check(graph).filter(({ rule }) => rule.level !== 'style');
  expect([...new Set(found.map(({ rule }) => rule.id))]).toEqual(Object.keys(ofSnippets[file] ?? {}));
});
