/**
 * Attributes that say yes or no.
 * @module
 */
import { attribute, type AttributeOptions } from './kind.ts';

/**
 * `true` or `false`.
 *
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const redirect = attribute.boolean({ default: true });
 * ```
 */
export function boolean<const O extends AttributeOptions>(options: O) {
  return attribute<boolean | 'true' | 'false', O>(options, {
    kind: 'boolean',
    expected: 'true or false',
    closed: true,
    values: ['true', 'false'],
    print: (value) => {
      const text = typeof value === 'boolean' ? String(value) : value;
      return text === 'true' || text === 'false' ? text : undefined;
    },
  });
}

/**
 * `true`, `false`, or a text of a given shape; `like` shows that shape to the author and has its type.
 *
 * @param pattern the shape
 * @param like a text of that shape
 * @param options whether it is required, and Plivo's default
 * @example
 * ```ts
 * import { attribute } from 'plivo-jsx';
 *
 * const record = attribute.booleanOr(/^format=(mp3|wav)$/, 'format=mp3', {});
 * ```
 */
export function booleanOr<Shape extends string, const O extends AttributeOptions>(
  pattern: RegExp,
  like: Shape,
  options: O,
) {
  return attribute<boolean | 'true' | 'false' | Shape, O>(options, {
    kind: 'boolean|string',
    expected: `true, false, or settings such as "${like}"`,
    closed: true,
    pattern,
    print: (value) => {
      const text = typeof value === 'boolean' ? String(value) : value;
      return typeof text === 'string' && pattern.test(text) ? text : undefined;
    },
  });
}
