import { expectTypeOf, test } from 'vitest';
import { prompts, type Language, type Prompts } from '../../../flows/inspire-works/prompts.ts';

const { goodbye, ...rest } = prompts.es;

test('a language is one entry with every sentence', () => {
  const french = { ...rest, voice: { voice: 'WOMAN', language: 'fr-FR' }, goodbye } satisfies Prompts;
  expectTypeOf(french.goodbye).toBeString();
});

test('a missing sentence does not compile', () => {
  // @ts-expect-error There is no goodbye.
  rest satisfies Prompts;
});

test('a misspelt sentence does not compile', () => {
  // @ts-expect-error The catalogue says goodbye, not godbye.
  ({ ...rest, goodbye, godbye: '' }) satisfies Prompts;
});

test('the languages are those of the catalogue', () => {
  expectTypeOf<Language>().toEqualTypeOf<'en' | 'es'>();
});
