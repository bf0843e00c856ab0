/**
 * Attributes that take one word of a few, or a text of a given shape.
 * @module
 */
import { attribute, quoted, type AttributeOptions } from './kind.ts';

/** `true` or `false`. */
export function boolean<const O extends AttributeOptions>(options: O) {
  return attribute<boolean | 'true' | 'false', O>(options, {
    kind: 'boolean',
    takes: 'true or false',
    closed: true,
    values: ['true', 'false'],
    print: (value) => {
      const text = typeof value === 'boolean' ? String(value) : value;
      return text === 'true' || text === 'false' ? text : undefined;
    },
  });
}

/** One word of a closed list. */
export function oneOf<const V extends string, const O extends AttributeOptions>(
  values: readonly V[],
  options: O,
) {
  return attribute<V, O>(options, {
    kind: 'enum',
    takes: quoted(values),
    closed: true,
    values,
    print: (value) => (values.includes(value as V) ? (value as V) : undefined),
  });
}

/** One word of a closed list, in capital or small letters. */
export function oneOfAnyCase<const V extends string, const O extends AttributeOptions>(
  values: readonly V[],
  options: O,
) {
  const known = new Set(values.map((value) => value.toLowerCase()));
  return attribute<V | Lowercase<V>, O>(options, {
    kind: 'enum',
    takes: quoted(values),
    closed: true,
    values,
    print: (value) => (typeof value === 'string' && known.has(value.toLowerCase()) ? value : undefined),
  });
}

/** `GET` or `POST`: how Plivo requests an address. */
export const method = <const O extends AttributeOptions>(options: O) => oneOf(['GET', 'POST'], options);

/** One word of a closed list, or a text of a given shape; `like` shows that shape to the author and has its type. */
export function oneOfOrPattern<
  const V extends string,
  Shape extends string,
  const O extends AttributeOptions,
>(values: readonly V[], pattern: RegExp, like: Shape, options: O) {
  return attribute<V | Shape, O>(options, {
    kind: 'enum|pattern',
    takes: `${quoted(values)}, or a value such as "${like}"`,
    closed: true,
    values,
    pattern,
    print: (value) =>
      typeof value === 'string' && (values.includes(value as V) || pattern.test(value)) ? value : undefined,
  });
}

/** A built-in voice, or `Polly.` and the name of an Amazon Polly voice. */
export function voice<const V extends string, const O extends AttributeOptions>(
  values: readonly V[],
  options: O,
) {
  const pattern = /^Polly\.[^.\s]+$/;
  return attribute<V | `Polly.${string}`, O>(options, {
    kind: 'enum|polly',
    takes: `${quoted(values)} or a Polly voice such as "Polly.Joanna"`,
    closed: true,
    values,
    pattern,
    print: (value) =>
      typeof value === 'string' && (values.includes(value as V) || pattern.test(value)) ? value : undefined,
  });
}

/** A comma-separated list whose items come from a closed set. */
export function listOf<const V extends string, const O extends AttributeOptions>(
  values: readonly V[],
  options: O,
) {
  return attribute<string, O>(options, {
    kind: 'list',
    takes: `a comma-separated list of ${quoted(values)}`,
    closed: true,
    values,
    print: (value) =>
      typeof value === 'string' && value.split(',').every((item) => values.includes(item.trim() as V))
        ? value
        : undefined,
  });
}

/** `true`, `false`, or a text of a given shape; `like` shows that shape to the author and has its type. */
export function booleanOr<Shape extends string, const O extends AttributeOptions>(
  pattern: RegExp,
  like: Shape,
  options: O,
) {
  return attribute<boolean | 'true' | 'false' | Shape, O>(options, {
    kind: 'boolean|string',
    takes: `true, false, or settings such as "${like}"`,
    closed: true,
    pattern,
    print: (value) => {
      const text = typeof value === 'boolean' ? String(value) : value;
      return typeof text === 'string' && pattern.test(text) ? text : undefined;
    },
  });
}
