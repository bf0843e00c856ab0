import { catalogue, flow, level, PlivoJsxError, Response, type ErrorCode } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { catalogueFacts } from '../../src/flow/catalogue.ts';

const en = { voice: 'Polly.Joanna', language: 'en-US' } as const;
const es = { voice: 'Polly.Lucia', language: 'es-ES' } as const;
const t = catalogue({ en: { voice: en, hello: 'Hello' }, es: { voice: es, hello: 'Hola' } });

/** The message of the error that a program in JavaScript gets. */
function messageFor(languages: unknown): string {
  const untyped = catalogue as (languages: unknown) => unknown;
  return messageOf(() => untyped(languages), 'E_CATALOGUE');
}

function messageOf(run: () => unknown, code: ErrorCode): string {
  try {
    run();
  } catch (error) {
    if (error instanceof PlivoJsxError && error.code === code) return error.message;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('a catalogue', () => {
  test('knows its languages, of which the first is the default, and their voices', () => {
    expect(t[catalogueFacts]).toEqual({ languages: ['en', 'es'], voices: { en, es } });
  });

  test('has its sentences as keys, and nothing else', () => {
    expect(Object.keys(t)).toEqual(['hello']);
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(t)).toBe(true);
  });

  test('gives the flow its languages', () => {
    const only = level('/only', () => <Response />);
    expect(flow('only', { levels: [only], catalogue: t }).languages).toEqual(['en', 'es']);
  });

  test('is refused by a flow that has a language more', () => {
    const only = level('/more', () => <Response />);
    const create = () => flow('more', { levels: [only], catalogue: t, languages: ['en', 'hi'] });
    expect(messageOf(create, 'E_OPTION')).toBe(
      'The option languages of the flow more has hi, which its catalogue does not have.\n' +
        'Fix: add hi to the catalogue, or leave the option out: its languages are en, es. [E_OPTION]',
    );
    flow('fewer', { levels: [only], catalogue: t, languages: ['es'] });
  });

  test('does not become a text, in which nobody would hear it', () => {
    expect(messageOf(() => `${t.hello}`, 'E_SENTENCE')).toBe(
      'The sentence hello was made a text before the language of the call is known.\n' +
        'Fix: write it between tags, such as <Say>{t.hello} {t.goodbye}</Say>, not in a template text. [E_SENTENCE]',
    );
  });
});

describe('in JavaScript, a catalogue is refused', () => {
  test.each<[string, unknown, string]>([
    ['without a language', {}, 'has no language'],
    ['that is no object', 'en', 'has no language'],
    ['without a voice', { en: { hello: 'Hello' } }, 'has no voice in en'],
    ['whose language is no object', { en: 'Hello' }, 'has no voice in en'],
    ['whose language is no tag', { 'español!': { voice: es } }, 'has the language "español!"'],
    [
      'with a text that is empty',
      { en: { voice: en, hello: ' ' } },
      'has nothing to say for the sentence hello in en',
    ],
    [
      'with a text that is none',
      { en: { voice: en, hello: 3 } },
      'has nothing to say for the sentence hello in en',
    ],
    [
      'with a sentence that a language lacks',
      { en: { voice: en, hello: 'Hello' }, es: { voice: es } },
      'has no sentence hello in es',
    ],
    [
      'with a sentence that only one language has',
      { en: { voice: en }, es: { voice: es, hello: 'Hola' } },
      'has no sentence hello in en',
    ],
    [
      'with a sentence that takes arguments in one language only',
      { en: { voice: en, hello: 'Hello' }, es: { voice: es, hello: () => 'Hola' } },
      'has the sentence hello with arguments in one language, and without in another',
    ],
    [
      'with a voice that does not speak its language',
      { es: { voice: { voice: 'Polly.Joanna', language: 'es-ES' }, hello: 'Hola' } },
      'has a voice in es that does not speak its language',
    ],
    [
      'with a voice of Plivo that has no language, and speaks English',
      { es: { voice: { voice: 'MAN' }, hello: 'Hola' } },
      'has a voice in es that speaks English',
    ],
  ])('%s', (_name, languages, problem) => {
    expect(messageFor(languages).split('\n')[0]).toBe(`The catalogue ${problem}.`);
  });

  test('with one thing to do', () => {
    expect(messageFor({ en: { voice: en, hello: 'Hello' }, es: { voice: es } })).toBe(
      'The catalogue has no sentence hello in es.\nFix: write it, or remove it from en. [E_CATALOGUE]',
    );
  });
});
