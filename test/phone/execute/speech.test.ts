import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { speechDuration } from '../../../src/phone/execute/speech-duration.ts';
import { callTo, response } from '../documents.ts';

const said = async (ssml: string, attributes = 'voice="Polly.Joanna"') => {
  const { all, call } = await callTo(response(`<Speak ${attributes}>${ssml}</Speak>`));
  return { ...all('speak')[0]!, seconds: call.ended!.at };
};

describe('SSML is read as plain words with pauses', () => {
  test.each([
    ['break time', 'Hello <break time="3s"/>there', 'Hello there', 3.6],
    ['break strength', 'Hello <break strength="x-strong"/>there', 'Hello there', 1.9],
    ['sub', 'I like <sub alias="Voice over IP">VoIP</sub>.', 'I like Voice over IP.', 1.8],
    ['say-as characters', '<say-as interpret-as="characters">IVR</say-as>', 'I V R', 0.9],
    ['say-as digits', '<say-as interpret-as="digits">42</say-as>', '4 2', 2.1],
    ['say-as date', '<say-as interpret-as="date" format="mdy">1/2/2026</say-as>', '1/2/2026', 2],
    [
      'emphasis, w and phoneme',
      '<emphasis level="strong">very</emphasis> <w role="amazon:VB">read</w> <phoneme ph="pɪˈkɑːn">pecan</phoneme>',
      'very read pecan',
      0.9,
    ],
    ['p and s', '<p><s>One.</s><s>Two.</s></p>', 'One. Two.', 3.2],
    ['lang', 'Say <lang xml:lang="fr-FR">bonjour</lang>', 'Say bonjour', 0.8],
    ['slow prosody', '<prosody rate="x-slow">one two three</prosody>', 'one two three', 1.8],
    [
      'prosody at a rate that every object has',
      '<prosody rate="constructor">one two three</prosody>',
      'one two three',
      0.9,
    ],
    ['prosody in percent', '<prosody rate="50%">one two three</prosody>', 'one two three', 1.8],
  ])('%s', async (_, ssml, text, seconds) => {
    const heard = await said(ssml);
    expect(heard).toMatchObject({ event: 'speak', text, language: 'en-US', voice: 'Polly.Joanna' });
    expect(heard.seconds).toBe(seconds);
  });

  test('a language with a name that every object has is spoken like any unknown one', () => {
    expect(speechDuration('one two three', 'constructor')).toBe(0.9);
  });

  test('without a Polly voice it is warned of, and still read', async () => {
    const { all, heard } = await callTo(response('<Speak>Hello <break time="1s"/>there</Speak>'));
    expect(heard()).toEqual(['Hello there']);
    expect(all('warning')).toMatchObject([{ message: '<Speak> has SSML inside and no Polly voice.' }]);
  });

  test('a Polly voice without a language speaks its own', async () => {
    expect(await said('Buenos días', 'voice="Polly.Mia"')).toMatchObject({
      language: 'es-MX',
      voice: 'Polly.Mia',
    });
  });

  test('a Polly voice that Plivo does not list is warned of, not rejected', async () => {
    const { heard, all } = await callTo(response('<Speak voice="Polly.Ruth">Hello</Speak>'));
    expect(heard()).toEqual(['Hello']);
    expect(all('warning')).toHaveLength(1);
  });
});

describe('how long a text takes', () => {
  test('a sentence takes what a person would need', () => {
    expect(speechDuration('Welcome to Inspire Works. For English, press 1.', 'en-US')).toBe(4.4);
    expect(speechDuration('ようこそ。日本語は一番を押してください。', 'ja-JP')).toBe(3.5);
    expect(speechDuration('', 'en-US')).toBe(0);
  });

  test('one more word never takes less time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en-US', 'es-ES', 'ja-JP', 'xx'),
        (text, language) => {
          expect(speechDuration(`${text} word`, language)).toBeGreaterThanOrEqual(
            speechDuration(text, language),
          );
        },
      ),
    );
  });
});
