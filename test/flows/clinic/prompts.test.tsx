import { preview, render, Response, Say, type Prompt } from 'plivo-jsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import clinic from '../../../flows/clinic/flow.ts';
import { openingHours } from '../../../flows/clinic/office.ts';
import { t } from '../../../flows/clinic/prompts.tsx';
import { spokenKeys } from '../../../src/elements/spoken-key.ts';
import { speechDuration } from '../../../src/phone/execute/speech-duration.ts';
import { temporal } from '../../../src/temporal.ts';
import { cases, type Case } from './cases.ts';
import { resetSettings, setNumbers } from './settings.ts';

/** A sentence as a caller hears it. */
interface Said {
  readonly language: string;
  readonly text: string;
}

const saidIn = (xml: string): Said[] =>
  [...xml.matchAll(/<Speak[^>]* language="([^"]+)">([^<]*)<\/Speak>/g)].map(
    ([, language = '', text = '']) => ({
      language,
      text,
    }),
  );

const documentOf = ({ href, fields, at = '2026-05-04T10:00', hasNumbers }: Case): Promise<string> => {
  setNumbers(hasNumbers);
  return preview([clinic], href, {
    baseUrl: 'http://clinic.example.com',
    fields: { CallUUID: 'a-call', ...fields },
    context: { now: temporal().ZonedDateTime.from(`${at}[${openingHours.zone}]`).toInstant() },
  });
};

/** What a failure makes of a call; no document of a level has these sentences. */
const afterFailures: readonly Prompt[] = [t.apology, t.oneMoment, t.startOver];
const spoken = (sentence: Prompt, language: string) =>
  render(
    <Response>
      <Say>{sentence}</Say>
    </Response>,
    { context: { catalogue: t, language } },
  ) as string;

/** Everything that is ever said, by the flow and by the dialogs of plivo-jsx. */
async function findAll(): Promise<readonly Said[]> {
  const said: Said[] = [];
  for (const each of Object.values(cases).flat()) said.push(...saidIn(await documentOf(each)));
  for (const language of ['en', 'es', 'hi'])
    said.push(...afterFailures.flatMap((sentence) => saidIn(spoken(sentence, language))));
  return [...new Map(said.map((each) => [`${each.language} ${each.text}`, each])).values()];
}

let found: Promise<readonly Said[]> | undefined;
const everything = () => (found ??= findAll());

beforeEach(() => setNumbers());
afterEach(resetSettings);

test('the rules below see every sentence', async () => {
  const texts = new Set((await everything()).map(({ text }) => text));
  const written = Object.entries(t).filter(([name]) => !/Words$|^addressText$/.test(name));
  const all = written.flatMap(([, sentence]) =>
    typeof sentence === 'function'
      ? []
      : ['en', 'es', 'hi'].flatMap((language) => saidIn(spoken(sentence, language))),
  );
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter(({ text }) => !texts.has(text))).toEqual([]);
});

describe('every sentence', () => {
  test('blames nobody', async () => {
    const blame = {
      'en-US': /\b(invalid|wrong|errors?|illegal|incorrect|fail\w*|not allowed)\b/i,
      'es-ES': /inválid|no válid|incorrect|error|equivoca|fall[oó]/i,
      'hi-IN': /गलत|ग़लत|अमान्य|त्रुटि|विफल/,
    };
    const blaming = (await everything()).filter(({ language, text }) =>
      blame[language as keyof typeof blame].test(text),
    );
    expect(blaming).toEqual([]);
  });

  test('says an option before its key', async () => {
    const keySentences = (await everything()).flatMap(({ text }) =>
      text.split(/(?<=[.?!।])\s+/).filter((sentence) => spokenKeys(sentence).size > 0),
    );
    expect(keySentences).toContain('If that is right, press 1.');
    expect(keySentences).toContain('Si no, pulse 2.');
    expect(keySentences).toContain('अगर यह सही है, तो 1 दबाएँ।');
    // In all three languages a comma ends the option, and the key comes after it.
    const optionFirst =
      /^(For|To|If|Para|Si|\p{Script=Devanagari}).*, (press|pulse|marque|तो|\p{Nd}|स्टार|हैश)/u;
    const hindiWithoutComma = /^पूरा होने पर हैश दबाएँ/;
    expect(
      keySentences.filter((sentence) => !optionFirst.test(sentence) && !hindiWithoutComma.test(sentence)),
    ).toEqual([]);
  });

  test('takes 12 seconds at most', async () => {
    const long = (await everything()).filter(({ language, text }) => speechDuration(text, language) > 12);
    expect(long).toEqual([]);
  });

  test('ends as a sentence of its language does', async () => {
    const ends = { 'en-US': /[.?]$/, 'es-ES': /[.?]$/, 'hi-IN': /[।?]$/ };
    expect(
      (await everything()).filter(({ language, text }) => !ends[language as keyof typeof ends].test(text)),
    ).toEqual([]);
  });

  test('in Spanish is polite and has its accents and inverted marks', async () => {
    for (const { text } of (await everything()).filter(({ language }) => language === 'es-ES')) {
      expect(text).not.toMatch(/\b(tu|tus|te|ti|contigo|pulsa|marca|deja|espera|dilo|cuelga)\b/i);
      expect(text).not.toMatch(/\b(dia|numero|señor|adios|clinica|recepcion|direccion|mas|estacion)\b/i);
      expect(text).not.toMatch(/^bienvenid[oa]|\b(cerrados|todos)\b/i);
      expect(text.split('?').length).toBe(text.split('¿').length);
    }
  });

  test('in Hindi is polite, and is spoken by neither a man nor a woman', async () => {
    for (const { text } of (await everything()).filter(({ language }) => language === 'hi-IN')) {
      expect(text).not.toMatch(/तुम|तू |दबाओ|दबा दो|बोलो|रहा हूँ|रही हूँ/);
      expect(text).not.toMatch(/[A-Za-z]/);
    }
  });
});

describe.each([
  ['the languages', '/clinic'],
  ['the menu in English', '/clinic/menu?lang=en'],
  ['the menu in Spanish', '/clinic/menu?lang=es'],
  ['the menu in Hindi', '/clinic/menu?lang=hi'],
])('%s', (_name, href) => {
  const questions = async () => {
    const xml = await documentOf({ title: '', href });
    return [...xml.matchAll(/<(GetDigits|GetInput)[\s\S]*?<\/\1>/g)].map(([question]) => saidIn(question));
  };

  test('has five options: the keys in their order, 0 for a person, and star to hear them again', async () => {
    for (const question of await questions()) {
      expect(question.flatMap(({ text }) => [...spokenKeys(text)])).toEqual(['1', '2', '3', '0', '*']);
    }
  });

  test('takes 25 seconds at most, and is asked three times', async () => {
    const seconds = (await questions()).map((question) =>
      question.reduce((sum, { language, text }) => sum + speechDuration(text, language), 0),
    );
    expect(seconds).toHaveLength(3);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(25);
  });
});
