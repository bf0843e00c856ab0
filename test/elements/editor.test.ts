/* What an editor shows and offers, asked of the compiler's own language server. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openEditor, type Editor } from '../support/language-server.ts';

// The compiler takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor('test/elements');
});
afterAll(() => editor.close());

const using = (names: string, line: string) => `import { ${names} } from 'plivo-jsx';\nvoid (${line});\n`;

test.each([
  [
    'GetDigits',
    '(alias) const GetDigits: ElementComponent<GetDigitsProps>',
    'Says its prompts and collects keys',
  ],
  ['Speak', '(alias) const Speak: SpeakElement', 'Says the text; inside'],
  ['Response', '(alias) const Response: ElementComponent<ResponseProps>', 'The root of every document'],
])('the box over <%s> has a short type and the sentence', async (tag, type, sentence) => {
  const shown = await editor.hover(using(tag, `<|${tag} />`));
  expect(shown).toMatch(type);
  expect(shown).toMatch(sentence);
  expect(shown).not.toContain('Attribute<');
});

test('the box over a tag of SSML has its sentence', async () => {
  const shown = await editor.hover(`void (<|say-as interpret-as="date">2026</say-as>);`);
  expect(shown).toContain('Says what is inside as a kind of thing, for example a number digit by digit.');
  expect(shown).not.toContain('Attribute<');
});

test('the voices of Plivo and those of Polly are offered', async () => {
  const offered = await editor.complete(using('Speak', '<Speak voice="|">Hello</Speak>'));
  expect(offered).toHaveLength(60);
  expect(offered).toEqual(expect.arrayContaining(['MAN', 'Polly.Joanna', 'Polly.Lupe-Standard', 'WOMAN']));
});

test('the languages of a voice are offered, and no other', async () => {
  const languages = (voice: string) => editor.complete(using('Speak', `<Speak ${voice} language="|" />`));
  expect(await languages('voice="Polly.Aditi"')).toEqual(['en-IN', 'hi-IN']);
  expect(await languages('voice="MAN"')).toContain('pt-PT');
  expect(await languages('')).toEqual([
    'da-DK',
    'de-DE',
    'en-AU',
    'en-GB',
    'en-US',
    'es-ES',
    'es-US',
    'fr-CA',
    'fr-FR',
    'it-IT',
    'nl-NL',
    'pl-PL',
    'pt-BR',
    'ru-RU',
    'sv-SE',
  ]);
});

test('the languages of speech are offered', async () => {
  const offered = await editor.complete(using('GetInput', '<GetInput action="/next" language="|" />'));
  expect(offered).toEqual(expect.arrayContaining(['en-US', 'es-ES', 'hi-IN']));
});
