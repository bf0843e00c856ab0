import {
  catalogue,
  render,
  Response,
  Say,
  SayAmount,
  SayDate,
  SayDigits,
  SayNumber,
  SayTime,
  Speak,
  type Node,
} from 'plivo-jsx';
import { describe, expect, test } from 'vitest';

// The voice says which variant of a language is spoken: en-GB writes dates otherwise than en-US.
const t = catalogue({
  en: { voice: { voice: 'WOMAN', language: 'en-US' }, ok: 'OK' },
  'en-GB': { voice: { voice: 'WOMAN', language: 'en-GB' }, ok: 'OK' },
  es: { voice: { voice: 'WOMAN', language: 'es-ES' }, ok: 'OK' },
  fr: { voice: { voice: 'WOMAN', language: 'fr-FR' }, ok: 'OK' },
  de: { voice: { voice: 'WOMAN', language: 'de-DE' }, ok: 'OK' },
  pt: { voice: { voice: 'WOMAN', language: 'pt-BR' }, ok: 'OK' },
  it: { voice: { voice: 'WOMAN', language: 'it-IT' }, ok: 'OK' },
  hi: { voice: { voice: 'Polly.Aditi', language: 'hi-IN' }, ok: 'OK' },
  polly: { voice: { voice: 'Polly.Joanna', language: 'en-US' }, ok: 'OK' },
});
type Language = 'en' | 'en-GB' | 'es' | 'fr' | 'de' | 'pt' | 'it' | 'hi' | 'polly';

/** What is inside of the `<Speak>`. */
function said(value: Node, language: Language = 'en'): string {
  const context = { catalogue: t, language };
  const xml = render(
    <Response>
      <Say>{value}</Say>
    </Response>,
    { context, development: true },
  ) as string;
  return xml.replace(/^.*<Speak[^>]*>(.*)<\/Speak>.*$/, '$1');
}

const inEach = (value: Node) =>
  Object.fromEntries(
    (['en', 'en-GB', 'es', 'fr', 'de', 'pt', 'it', 'hi'] as const).map((language) => [
      language,
      said(value, language),
    ]),
  );

describe('<SayNumber>', () => {
  test('writes a number as the language does, without spaces in it', () => {
    expect(inEach(<SayNumber value={1234567.5} />)).toEqual({
      en: '1,234,567.5',
      'en-GB': '1,234,567.5',
      es: '1.234.567,5',
      fr: '1234567,5',
      de: '1.234.567,5',
      pt: '1.234.567,5',
      it: '1.234.567,5',
      hi: '12,34,567.5',
    });
  });

  test('is text when it is small, so that a voice can make it agree with the next word', () => {
    expect([said(<SayNumber value={3} />, 'polly'), said(<SayNumber value={-999} />, 'polly')]).toEqual([
      '3',
      '-999',
    ]);
  });

  test('tells a voice of Polly that a large one is no year', () => {
    expect([said(<SayNumber value={1995} />, 'polly'), said(<SayNumber value={-1995} />, 'polly')]).toEqual([
      '<say-as interpret-as="cardinal">1995</say-as>',
      '<say-as interpret-as="cardinal">-1995</say-as>',
    ]);
  });

  test('is text where the voice is not known, or is none of Polly', () => {
    expect(said(<SayNumber value={1995} />)).toBe('1,995');
    const plain = render(
      <Response>
        <Speak voice="Polly.Joanna">
          <SayNumber value={1995} />
        </Speak>
      </Response>,
    );
    expect(plain).toContain('<Speak voice="Polly.Joanna">1,995</Speak>');
  });
});

describe('<SayDate>', () => {
  test('says the month as a word', () => {
    expect(inEach(<SayDate value="2026-05-03" />)).toEqual({
      en: 'May 3, 2026',
      'en-GB': '3 May 2026',
      es: '3 de mayo de 2026',
      fr: '3 mai 2026',
      de: '3. Mai 2026',
      pt: '3 de maio de 2026',
      it: '3 maggio 2026',
      hi: '3 मई 2026',
    });
  });

  test('leaves the year out, and adds the day of the week', () => {
    expect(inEach(<SayDate value="2026-05-03" year={false} weekday />)).toEqual({
      en: 'Sunday, May 3',
      'en-GB': 'Sunday 3 May',
      es: 'domingo, 3 de mayo',
      fr: 'dimanche 3 mai',
      de: 'Sonntag, 3. Mai',
      pt: 'domingo, 3 de maio',
      it: 'domenica 3 maggio',
      hi: 'रविवार, 3 मई',
    });
  });

  test('takes the fields of Temporal, a text with a time, and a moment in a zone', () => {
    const moment = new Date('2026-05-03T23:30:00Z');
    expect([
      said(<SayDate value={{ year: 2026, month: 5, day: 3 }} />),
      said(<SayDate value="2026-05-03T23:30:00+02:00[Europe/Madrid]" />),
      said(<SayDate value={moment} timeZone="Europe/Madrid" />),
      said(<SayDate value={moment} timeZone="America/New_York" />),
    ]).toEqual(['May 3, 2026', 'May 3, 2026', 'May 4, 2026', 'May 3, 2026']);
  });

  test.each([
    '2026-02-30',
    '1582-10-04',
    '2026-13-01',
    '03.05.2026',
    '2026-05-03T23:30:00Z',
    '',
    { year: 2026, month: 5 },
    { year: 2026, month: 5.5, day: 3 },
    new Date(),
    undefined,
    null,
  ])('refuses %j without showing it', (value) => {
    expect(() => said(<SayDate value={value as string} />)).toThrow(
      /^<SayDate> needs a date, or a Date with a timeZone\.\n {2}at <SayDate> \(.*\)\n {2}in <Speak>\n {2}in <Say> \(.*\)\n {2}in <Response> \(.*\)\nFix: write it as in <SayDate value="2026-05-03" \/>\. \[E_SPOKEN\]$/,
    );
  });

  test('refuses a date that is none, and a zone that is none', () => {
    expect(() => said(<SayDate value={new Date(NaN)} timeZone="Europe/Madrid" />)).toThrow('[E_SPOKEN]');
    expect(() => said(<SayDate value={new Date(0)} timeZone="Europe/Nowhere" />)).toThrow('[E_SPOKEN]');
  });
});

describe('<SayTime>', () => {
  test('says a time as the language writes it', () => {
    expect(inEach(<SayTime value="15:30" />)).toEqual({
      en: '3:30 PM',
      'en-GB': '15:30',
      es: '15:30',
      fr: '15:30',
      de: '15:30',
      pt: '15:30',
      it: '15:30',
      hi: 'दोपहर 3:30',
    });
  });

  test('leaves the minutes of a full hour out where the day has two halves', () => {
    expect(inEach(<SayTime value={{ hour: 9, minute: 0 }} />)).toEqual({
      en: '9 AM',
      'en-GB': '9:00',
      es: '9:00',
      fr: '9:00',
      de: '9:00',
      pt: '9:00',
      it: '9:00',
      hi: 'सुबह 9',
    });
  });

  test('takes texts of Temporal, and a moment in a zone', () => {
    expect([
      said(<SayTime value="00:05:59.5" />),
      said(<SayTime value="2026-05-03T12:00" />),
      said(<SayTime value="2026-05-03T23:30:00+02:00[Europe/Madrid]" />),
      said(<SayTime value={new Date('2026-05-03T22:15:00Z')} timeZone="Europe/Madrid" />),
    ]).toEqual(['12:05 AM', '12 PM', '11:30 PM', '12:15 AM']);
  });

  test.each(['24:00', '9:00', '12:60', '12:000', '2026-05-03T23:30:00Z', { hour: 9 }, new Date(), 9])(
    'refuses %j without showing it',
    (value) => {
      expect(() => said(<SayTime value={value as string} />)).toThrow(
        /^<SayTime> needs a time, or a Date with a timeZone\.\n/,
      );
    },
  );
});

describe('<SayAmount>', () => {
  test('says the currency as a word', () => {
    expect(inEach(<SayAmount value={1234.5} currency="EUR" />)).toEqual({
      en: '1,234.50 euros',
      'en-GB': '1,234.50 euros',
      es: '1234,50 euros',
      fr: '1234,50 euros',
      de: '1.234,50 Euro',
      pt: '1.234,50 Euros',
      it: '1234,50 euro',
      hi: '1,234.50 यूरो',
    });
  });

  test('knows one of many, and leaves the fraction of a whole amount out', () => {
    expect([
      said(<SayAmount value={1} currency="USD" />),
      said(<SayAmount value={12} currency="usd" />),
      said(<SayAmount value={12} currency="USD" />, 'es'),
      said(<SayAmount value={500} currency="INR" />, 'hi'),
      said(<SayAmount value={-3.5} currency="EUR" />, 'polly'),
    ]).toEqual([
      '1 US dollar',
      '12 US dollars',
      '12 dólares estadounidenses',
      '500 भारतीय रुपए',
      '-3.50 euros',
    ]);
  });

  test.each([
    [NaN, 'EUR'],
    ['12' as never, 'EUR'],
    [1, 'euro'],
    [1, undefined as never],
  ])('refuses %j %j', (value, currency) => {
    expect(() => said(<SayAmount value={value} currency={currency} />)).toThrow(
      /^<SayAmount> needs a finite number and a currency\.\n/,
    );
  });
});

describe('<SayDigits>', () => {
  test('separates digits for a voice of Plivo', () => {
    expect([
      said(<SayDigits value="4021" />, 'es'),
      said(<SayDigits value="40217" groups={2} />),
      said(<SayDigits value="+34 911-234 567" />),
      said(<SayDigits value="AB12" />),
    ]).toEqual(['4 0 2 1', '4 0, 2 1, 7', '3 4, 9 1 1, 2 3 4, 5 6 7', 'A B 1 2']);
  });

  test('is <say-as> for a voice of Polly, with a pause between groups', () => {
    expect([
      said(<SayDigits value="4021" />, 'polly'),
      said(<SayDigits value="4021" groups={2} />, 'polly'),
      said(<SayDigits value="AB 12" />, 'hi'),
    ]).toEqual([
      '<say-as interpret-as="digits">4021</say-as>',
      '<say-as interpret-as="digits">40</say-as><break time="300ms"/><say-as interpret-as="digits">21</say-as>',
      '<say-as interpret-as="characters">AB</say-as><break time="300ms"/><say-as interpret-as="digits">12</say-as>',
    ]);
  });

  test.each<[unknown, number | undefined]>([
    ['', undefined],
    ['+', undefined],
    ['12;34', undefined],
    [4021, undefined],
    ['4021', 0],
    ['4021', 1.5],
  ])('refuses %j in groups of %j', (value, groups) => {
    expect(() => said(<SayDigits value={value as string} groups={groups} />)).toThrow(
      /^<SayDigits> needs digits or letters as a text\.\n/,
    );
  });
});

test('a language without a voice of its own is said by its tag, and another in English', () => {
  const inLanguage = (language: string) =>
    render(
      <Response>
        <Speak>
          <SayDate value="2026-05-03" />
        </Speak>
      </Response>,
      { context: { language } },
    );
  expect(inLanguage('de')).toContain('<Speak>3. Mai 2026</Speak>');
  expect(inLanguage('no tag!')).toContain('<Speak>May 3, 2026</Speak>');
  expect(inLanguage('zzzzz')).toContain('<Speak>May 3, 2026</Speak>');
});

test('Arabic has the digits that every voice reads', () => {
  const xml = render(
    <Response>
      <Speak>
        <SayAmount value={-12.5} currency="EUR" />
      </Speak>
    </Response>,
    { context: { language: 'ar-EG' } },
  );
  expect(xml).toContain('<Speak>-12.50 يورو</Speak>');
});
