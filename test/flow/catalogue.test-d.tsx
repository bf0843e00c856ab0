import { catalogue, Say, SayDate, type Sentence } from 'plivo-jsx';
import { expectTypeOf, test } from 'vitest';

const en = { voice: 'Polly.Joanna', language: 'en-US' } as const;
const es = { voice: 'Polly.Lucia', language: 'es-ES' } as const;

test('a text becomes a sentence, and a function becomes one with the same arguments', () => {
  const t = catalogue({
    en: {
      voice: { voice: 'Polly.Joanna', language: 'en-US' },
      noInput: 'I did not hear you.',
      now: () => <>Now</>,
      booked: (name: string, date?: string) => (
        <>
          Hello {name} <SayDate value={date ?? '2026-05-03'} />
        </>
      ),
    },
    es: {
      voice: es,
      noInput: <s>No le oí.</s>,
      now: () => 'Ya',
      booked: (name: string, _date?: string) => name,
    },
  });
  expectTypeOf(t.noInput).toEqualTypeOf<Sentence>();
  expectTypeOf(t.now).toEqualTypeOf<() => Sentence>();
  expectTypeOf(t.booked).toEqualTypeOf<(name: string, date?: string) => Sentence>();
  expectTypeOf<Extract<keyof typeof t, string>>().toEqualTypeOf<'noInput' | 'now' | 'booked'>();
  <Say>
    {t.noInput} and {t.booked('Ana')} <prosody rate="slow">{t.noInput}</prosody>
  </Say>;
  // @ts-expect-error It needs a name.
  t.booked();
  // @ts-expect-error A name is text.
  t.booked(3);
  // @ts-expect-error There is no such sentence.
  void t.noinput;
  // @ts-expect-error The voice is no sentence.
  void t.voice;
});

test('a sentence that a language lacks does not compile', () => {
  catalogue({
    en: { voice: en, hello: 'Hello', bye: 'Bye' },
    // @ts-expect-error Spanish has no bye.
    es: { voice: es, hello: 'Hola' },
  });
});

test('a sentence that only one language has does not compile in the others', () => {
  catalogue({
    // @ts-expect-error English has no extra.
    en: { voice: en, hello: 'Hello' },
    es: { voice: es, hello: 'Hola', extra: 'Más' },
    // @ts-expect-error Neither has Hindi.
    hi: { voice: { voice: 'Polly.Aditi', language: 'hi-IN' }, hello: 'नमस्ते' },
  });
});

test('a sentence with other arguments in another language does not compile', () => {
  catalogue({
    // @ts-expect-error Spanish takes a number.
    en: { voice: en, waiting: (count: string) => `${count} are waiting` },
    // @ts-expect-error English takes a text.
    es: { voice: es, waiting: (count: number) => `${count} esperan` },
  });
  catalogue({
    en: { voice: en, waiting: (count: string) => `${count} are waiting` },
    // @ts-expect-error English is a function.
    es: { voice: es, waiting: 'Esperan' },
  });
  catalogue({
    // @ts-expect-error Spanish has no argument.
    en: { voice: en, waiting: (count: string) => `${count} are waiting` },
    es: { voice: es, waiting: () => 'Esperan' },
  });
});

test('a sentence is a text, an element, a list or a function', () => {
  // @ts-expect-error A number is none.
  catalogue({ en: { voice: en, hello: 3 } });
  // @ts-expect-error Nothing is none.
  catalogue({ en: { voice: en, hello: undefined } });
  // @ts-expect-error A function that is async is none.
  catalogue({ en: { voice: en, hello: async () => 'Hello' } });
});

test('each language has a voice that speaks it', () => {
  catalogue({ en: { voice: { voice: 'WOMAN' }, hello: 'Hello' } });
  catalogue({ en: { voice: { voice: 'Polly.Ruth', language: 'en-US' }, hello: 'Hello' } });
  catalogue({ es: { voice: { language: 'es-ES' }, hello: 'Hola' } });
  // @ts-expect-error It has no voice.
  catalogue({ en: { hello: 'Hello' } });
  // @ts-expect-error Joanna speaks English.
  catalogue({ es: { voice: { voice: 'Polly.Joanna', language: 'es-ES' }, hello: 'Hola' } });
  // @ts-expect-error No voice has this name.
  catalogue({ en: { voice: { voice: 'Joanna' }, hello: 'Hello' } });
});

test('a date of JavaScript needs a zone', () => {
  <SayDate value={new Date()} timeZone="Europe/Madrid" weekday />;
  // @ts-expect-error The zone of the server is not that of the caller.
  <SayDate value={new Date()} />;
  // @ts-expect-error A date alone is the same in every zone.
  <SayDate value="2026-05-03" timeZone="Europe/Madrid" />;
});
