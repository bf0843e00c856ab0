import { describe, expect, test } from 'vitest';
import { languageName, notIn } from '../../../src/check/language/detect.ts';
import { isRecordingWord } from '../../../src/check/language/recording-words.ts';

/** Prompts as they stand in phone menus. */
const prompts: { readonly [language: string]: readonly string[] } = {
  'en-US': [
    'For English, press 1.',
    'Thank you for calling. Goodbye.',
    'Please hold the line, all our agents are busy.',
    'Sorry, that is not an option.',
  ],
  'es-ES': [
    'Para español, oprima 2.',
    'Gracias por llamar. Adiós.',
    'Espere un momento, por favor.',
    'Bienvenido a la clínica. Para pedir una cita, pulse 1.',
  ],
  'pt-BR': ['Para português, digite 3.', 'Obrigado por ligar. Até logo.', 'Aguarde um momento, por favor.'],
  'fr-FR': [
    'Pour le français, appuyez sur 2.',
    'Merci de votre appel. Au revoir.',
    'Veuillez patienter, nous vous répondons.',
  ],
  'it-IT': [
    'Per italiano, prema 2.',
    'Grazie per la chiamata. Arrivederci.',
    'Attenda in linea, la chiamata è importante per noi.',
  ],
  'de-DE': [
    'Für Deutsch drücken Sie bitte die 2.',
    'Vielen Dank für Ihren Anruf. Auf Wiederhören.',
    'Bitte warten Sie einen Moment.',
  ],
  'nl-NL': [
    'Voor Nederlands, druk op 2.',
    'Bedankt voor het bellen. Tot ziens.',
    'Een ogenblik, alstublieft.',
  ],
  'da-DK': ['Tryk på 2 for dansk.', 'Tak for opkaldet. Farvel.'],
  'nb-NO': ['Trykk på 2 for norsk.', 'Takk for samtalen. Vennligst vent.'],
  'sv-SE': ['För svenska, tryck på 2.', 'Tack för samtalet. Vänligen vänta.'],
  'pl-PL': ['Aby rozmawiać po polsku, naciśnij 2.', 'Dziękujemy za telefon. Do widzenia.'],
  'ro-RO': ['Pentru română, apăsați tasta 2.', 'Vă mulțumim. La revedere.'],
  'tr-TR': ['Türkçe için 2 tuşuna basın.', 'Lütfen bekleyin, teşekkür ederiz.'],
  'ru-RU': ['Для русского языка нажмите 2.'],
  'ja-JP': ['日本語は2を押してください。'],
  'ko-KR': ['한국어는 2번을 눌러 주세요.'],
  'cmn-CN': ['中文请按二。'],
  'hi-IN': ['हिंदी के लिए दो दबाएँ।'],
  arb: ['للغة العربية اضغط ٢.'],
};

const all = Object.entries(prompts).flatMap(([language, texts]) => texts.map((text) => ({ language, text })));

describe('the language of a prompt', () => {
  test.each(all)('is no alarm in its own language: $language $text', ({ language, text }) => {
    expect(notIn(language, text)).toBe(undefined);
  });

  test.each(all.filter(({ language }) => language !== 'en-US'))(
    'is told in an English voice: $language $text',
    ({ language, text }) => {
      expect(notIn('en-US', text)).toBe(language.split('-')[0]);
    },
  );

  test.each(all.filter(({ language }) => language === 'en-US'))(
    'English in a Spanish voice: $text',
    ({ text }) => {
      expect(notIn('es-US', text)).toBe('en');
    },
  );

  test.each([
    'OK',
    'Press 1.',
    '',
    '1 2 3',
    'La Casa del Sol',
    'Inspire Works',
    'Rue de la Paix 12',
    'Dr. José María de la Vega',
    'Via della Conciliazione',
    'Plivo',
    'Amsterdam, Den Haag, Rotterdam',
  ])('a name or a single word is never an alarm: %s', (text) => {
    const languages = ['en-US', 'es-ES', 'de-DE', 'fr-FR', 'it-IT', 'nl-NL', 'pt-BR', 'sv-SE'];
    expect(languages.map((language) => notIn(language, text))).toEqual(languages.map(() => undefined));
  });

  test('English words in a Hindi voice are no alarm, since it speaks both', () => {
    expect(notIn('hi-IN', 'Thank you for calling. Please hold.')).toBe(undefined);
  });

  test('has an English name', () => {
    expect(['es', 'ru', 'ja', 'cmn', 'xx'].map(languageName)).toEqual([
      'Spanish',
      'Russian',
      'Japanese',
      'Chinese',
      'xx',
    ]);
  });
});

describe('words about a recording', () => {
  test.each([
    'This call may be recorded.',
    'Please leave a message after the tone.',
    'Esta llamada será grabada.',
    'Deje su mensaje.',
    'Dieses Gespräch wird aufgezeichnet.',
    'Cet appel est enregistré.',
    'La chiamata può essere registrata.',
    'Esta chamada será gravada.',
    'Dit gesprek wordt opgenomen.',
    'Разговор будет записан.',
    'この通話は録音されます。',
  ])('%s', (text) => expect(text).toMatch(isRecordingWord));

  test.each(['One moment, please.', 'Goodbye.', 'Un momento, por favor.', 'Einen Moment, bitte.'])(
    'not: %s',
    (text) => expect(text).not.toMatch(isRecordingWord),
  );
});
