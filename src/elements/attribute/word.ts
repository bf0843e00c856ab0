/**
 * Attributes that take one word of a few, or a text of a given shape.
 * @module
 */
import type { PollyVoice } from '../languages.ts';
import { attribute, quoted, type AttributeOptions } from './kind.ts';

/**
 * One word of a closed list.
 *
 * @param values the words, as Plivo writes them
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const reason = attribute.oneOf(['rejected', 'busy'], { default: 'rejected' });
 * ```
 */
export function oneOf<const V extends string, const O extends AttributeOptions>(
  values: readonly V[],
  options: O,
) {
  return attribute<V, O>(options, {
    kind: 'enum',
    expected: quoted(values),
    closed: true,
    values,
    print: (value) => (values.includes(value as V) ? (value as V) : undefined),
  });
}

/**
 * One word of a closed list, in capital or small letters.
 *
 * @param values the words, as Plivo writes them
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const role = attribute.oneOfAnyCase(['Agent', 'Customer'], { required: true });
 * ```
 */
export function oneOfAnyCase<const V extends string, const O extends AttributeOptions>(
  values: readonly V[],
  options: O,
) {
  const known = new Set(values.map((value) => value.toLowerCase()));
  return attribute<V | Lowercase<V>, O>(options, {
    kind: 'enum',
    expected: quoted(values),
    closed: true,
    values,
    print: (value) => (typeof value === 'string' && known.has(value.toLowerCase()) ? value : undefined),
  });
}

/**
 * `GET` or `POST`: how Plivo requests an address.
 *
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const method = attribute.method({ default: 'POST' });
 * ```
 */
export const method = <const O extends AttributeOptions>(options: O) => oneOf(['GET', 'POST'], options);

/**
 * One word of a closed list, or a text of a given shape; `like` shows that shape to the author and has its type.
 *
 * @param values the words
 * @param pattern the shape
 * @param like a text of that shape
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const pitch = attribute.oneOfOrPattern(['low', 'high'], /^[+-]\d+%$/, '+10%', {});
 * ```
 */
export function oneOfOrPattern<
  const V extends string,
  Shape extends string,
  const O extends AttributeOptions,
>(values: readonly V[], pattern: RegExp, like: Shape, options: O) {
  return attribute<V | Shape, O>(options, {
    kind: 'enum|pattern',
    expected: `${quoted(values)}, or a value such as "${like}"`,
    closed: true,
    values,
    pattern,
    print: (value) =>
      typeof value === 'string' && (values.includes(value as V) || pattern.test(value)) ? value : undefined,
  });
}

/**
 * A built-in voice, or `Polly.` and the name of an Amazon Polly voice.
 *
 * @param values the built-in voices
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const voice = attribute.voice(['WOMAN', 'MAN'], { default: 'WOMAN' });
 * ```
 */
export function voice<const V extends string, const O extends AttributeOptions>(
  values: readonly V[],
  options: O,
) {
  const pattern = /^Polly\.[^.\s]+$/;
  return attribute<V | PollyVoice | (`Polly.${string}` & {}), O>(options, {
    kind: 'enum|polly',
    expected: `${quoted(values)} or a Polly voice such as "Polly.Joanna"`,
    closed: true,
    values,
    pattern,
    print: (value) =>
      typeof value === 'string' && (values.includes(value as V) || pattern.test(value)) ? value : undefined,
  });
}

/**
 * A language, such as `en-US`: one of those that are known, or any other of that shape.
 *
 * @param values the languages that are known, for completion and for guesses
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const language = attribute.language(['en-US', 'es-ES'], { default: 'en-US' });
 * ```
 */
export function language<const V extends string, const O extends AttributeOptions>(
  values: readonly V[],
  options: O,
) {
  const pattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})+$/;
  return attribute<V | (`${string}-${string}` & {}), O>(options, {
    kind: 'string',
    expected: 'a language such as "en-US"',
    closed: true,
    values,
    pattern,
    print: (value) =>
      typeof value === 'string' && (values.includes(value as V) || pattern.test(value)) ? value : undefined,
  });
}

/**
 * A comma-separated list whose items come from a closed set.
 *
 * @param values the items
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const events = attribute.listOf(['start', 'stop'], { default: 'start,stop' });
 * ```
 */
export function listOf<const V extends string, const O extends AttributeOptions>(
  values: readonly V[],
  options: O,
) {
  return attribute<string, O>(options, {
    kind: 'list',
    expected: `a comma-separated list of ${quoted(values)}`,
    closed: true,
    values,
    print: (value) =>
      typeof value === 'string' && value.split(',').every((item) => values.includes(item.trim() as V))
        ? value
        : undefined,
  });
}
