/**
 * The kinds of attributes that Plivo's elements have: what each takes and how it is printed.
 * @module
 */
import { absoluteUrl, Link, type Url, type UrlKind } from './url.ts';

/** Where the knowledge of an attribute comes from; `docs` (Plivo's reference pages) unless said otherwise. */
export type Evidence = 'docs' | 'skill' | 'legacy';

/** The name of a kind, as in `reference.json`. */
export type Kind =
  | 'boolean'
  | 'boolean|string'
  | 'digits'
  | 'duration'
  | 'enum'
  | 'enum|pattern'
  | 'enum|polly'
  | 'integer'
  | 'integer|enum'
  | 'list'
  | 'string'
  | 'url'
  | 'url|enum';

/** What every kind can be told. */
export interface AttributeOptions {
  /** The element is refused without it. */
  readonly required?: boolean;
  /** What Plivo assumes when it is left out; absent when Plivo states none. */
  readonly default?: string | number | boolean;
  readonly evidence?: Evidence;
  /** Authors write only a few values, so that what is printed for them may be remembered, and shown in errors. */
  readonly few?: boolean;
}

/** One attribute of one element: its declaration, and the check made from it. */
export interface Attribute<Value = unknown, Required extends boolean = boolean> {
  readonly kind: Kind;
  readonly required: Required;
  readonly default: string | number | boolean | undefined;
  readonly evidence: Evidence;
  /** What it takes, to finish the sentence "it takes …". */
  readonly takes: string;
  /** True when there are only a few values, so that the printed text of each may be remembered. */
  readonly closed: boolean;
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit?: 's' | 'ms' | undefined;
  readonly urlKind?: UrlKind;
  /** The text to print, not escaped yet; undefined when the value does not fit. */
  print(value: unknown, baseUrl: string | undefined): string | undefined;
  /** Never set; it carries the type of the value. */
  readonly accepts?: Value;
}

type IsRequired<Options> = Options extends { readonly required: true } ? true : false;

function attribute<Value, Options extends AttributeOptions>(
  options: Options,
  rest: Omit<Attribute<Value>, 'required' | 'default' | 'evidence'>,
): Attribute<Value, IsRequired<Options>> {
  return {
    ...rest,
    required: (options.required ?? false) as IsRequired<Options>,
    default: options.default,
    evidence: options.evidence ?? 'docs',
  };
}

const quoted = (values: readonly string[]) => values.map((value) => `"${value}"`).join(', ');

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

/** The least and greatest whole number, and what it counts. */
export interface IntegerOptions extends AttributeOptions {
  readonly min?: number;
  readonly max?: number;
  readonly unit?: 's' | 'ms';
}

const nouns = { s: 'whole seconds', ms: 'whole milliseconds', none: 'a whole number' };

function integerRange({ min, max, unit }: IntegerOptions): string {
  const noun = nouns[unit ?? 'none'];
  if (min === undefined) return noun;
  return max === undefined ? `${noun}, ${min} or more` : `${noun} from ${min} to ${max}`;
}

function printInteger(
  value: unknown,
  { min = -Infinity, max = Infinity }: IntegerOptions,
): string | undefined {
  if (typeof value === 'string' && !/^-?\d{1,15}$/.test(value)) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= min && number <= max ? String(number) : undefined;
}

/** A whole number. */
export function integer<const O extends IntegerOptions>(options: O) {
  return attribute<number | `${number}`, O>(options, {
    kind: 'integer',
    takes: integerRange(options),
    closed: true,
    min: options.min,
    max: options.max,
    unit: options.unit,
    print: (value) => printInteger(value, options),
  });
}

/** A whole number, or one word instead. */
export function integerOr<const V extends string, const O extends IntegerOptions>(
  values: readonly V[],
  options: O,
) {
  return attribute<number | `${number}` | V, O>(options, {
    kind: 'integer|enum',
    takes: `${integerRange(options)}, or ${quoted(values)}`,
    closed: true,
    values,
    min: options.min,
    max: options.max,
    unit: options.unit,
    print: (value) => (values.includes(value as V) ? (value as V) : printInteger(value, options)),
  });
}

/** Free text, and the most characters that it may have. */
export interface StringOptions extends AttributeOptions {
  readonly min?: number;
  readonly max?: number;
}

function stringRange(noun: string, { min, max }: StringOptions): string {
  if (min !== undefined) return `${noun} of ${min} to ${max} characters`;
  return max === undefined ? noun : `${noun} of at most ${max} characters`;
}

function printString(value: unknown, { min = 0, max = Infinity }: StringOptions): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  return typeof text === 'string' && text.length >= min && text.length <= max ? text : undefined;
}

/** Free text. */
export function string<const O extends StringOptions>(options: O) {
  return attribute<string | number, O>(options, {
    kind: 'string',
    takes: stringRange('a text', options),
    closed: options.few ?? false,
    min: options.min,
    max: options.max,
    print: (value) => printString(value, options),
  });
}

/** Several values in one text, separated by commas. */
export function list<const O extends StringOptions & { readonly like: string }>(options: O) {
  return attribute<string | number, O>(options, {
    kind: 'list',
    takes: `${stringRange('a comma-separated list', options)}, such as "${options.like}"`,
    closed: false,
    max: options.max,
    print: (value) => printString(value, options),
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

/** Keys of a telephone, of a given shape. */
export function digits<
  const O extends AttributeOptions & { readonly pattern: RegExp; readonly takes: string },
>(options: O) {
  return attribute<string | number, O>(options, {
    kind: 'digits',
    takes: options.takes,
    closed: options.few ?? false,
    pattern: options.pattern,
    print: (value) => {
      const text = printString(value, {});
      return text !== undefined && options.pattern.test(text) ? text : undefined;
    },
  });
}

/** A time such as `500ms` or `1.5s`; `max` in milliseconds. */
export function duration<const O extends AttributeOptions & { readonly max: number }>(options: O) {
  const pattern = /^\d+(\.\d+)?(ms|s)$/;
  return attribute<`${number}ms` | `${number}s`, O>(options, {
    kind: 'duration',
    takes: `a time such as "500ms" or "1.5s", up to ${options.max / 1000} s`,
    closed: true,
    pattern,
    max: options.max,
    unit: 'ms',
    print: (value) => {
      if (typeof value !== 'string' || !pattern.test(value)) return undefined;
      const milliseconds = Number.parseFloat(value) * (value.endsWith('ms') ? 1 : 1000);
      return milliseconds > 0 && milliseconds <= options.max ? value : undefined;
    },
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

const urlTakes = (kind: UrlKind) =>
  kind === 'websocket'
    ? 'a wss:// URL'
    : 'a link to a level, an absolute http:// or https:// URL, or a path such as "/menu"';

/** An address that Plivo requests. */
export function url<const O extends AttributeOptions>(urlKind: UrlKind, options: O) {
  return attribute<Url, O>(options, {
    kind: 'url',
    takes: urlTakes(urlKind),
    closed: false,
    urlKind,
    print: (value, baseUrl) => absoluteUrl(value, urlKind, baseUrl),
  });
}

/** An address that Plivo requests, or one word instead. */
export function urlOr<const V extends string, const O extends AttributeOptions>(
  urlKind: UrlKind,
  values: readonly V[],
  options: O,
) {
  return attribute<V | `http${string}` | `/${string}` | Link, O>(options, {
    kind: 'url|enum',
    takes: `${quoted(values)}, or ${urlTakes(urlKind)}`,
    closed: false,
    values,
    urlKind,
    print: (value, baseUrl) =>
      values.includes(value as V) ? (value as V) : absoluteUrl(value, urlKind, baseUrl),
  });
}
