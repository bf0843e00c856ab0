/**
 * What every attribute is, of whatever kind: its declaration, and the check made from it.
 * @module
 */
import type { UrlKind } from '../url.ts';

/** Where Plivo documents an attribute: `docs`, its reference pages; `new`, only its newest pages; `old`, only its older pages. */
export type Evidence = 'docs' | 'new' | 'old';

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

/** Options of every kind. */
export interface AttributeOptions {
  /** Whether the element is rejected without it. Default: false. */
  readonly required?: boolean;
  /** What Plivo assumes when it is left out; absent when Plivo states none. */
  readonly default?: string | number | boolean;
  /** Where Plivo documents it. Default: `docs`. */
  readonly evidence?: Evidence;
  /** Whether authors use only a few values, so that the renderer may remember them and errors may show them. Default: depends on the kind. */
  readonly closed?: boolean;
}

/** One attribute of one element: its declaration, and the check made from it. */
export interface Attribute<Value = unknown, Required extends boolean = boolean> {
  readonly kind: Kind;
  readonly required: Required;
  readonly default: string | number | boolean | undefined;
  readonly evidence: Evidence;
  /** The values that it takes, as the end of the sentence "it takes …". */
  readonly expected: string;
  /** Whether authors use only a few values, so that the renderer may remember them and errors may show them. */
  readonly closed: boolean;
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Whether a number above `max` is only warned of. */
  readonly warnsAbove?: boolean;
  readonly unit?: 's' | 'ms' | undefined;
  readonly urlKind?: UrlKind;
  /** The text to print, not escaped yet; undefined when the value does not fit. */
  print(value: unknown, baseUrl: string | undefined): string | undefined;
  /** Never set; it carries the type of the value. */
  readonly accepts?: Value;
}

type IsRequired<Options> = Options extends { readonly required: true } ? true : false;

/** Creates an attribute from the options of every kind and the properties of its own kind. */
export function attribute<Value, Options extends AttributeOptions>(
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

/** Words in quotation marks, for error messages. */
export const quoted = (values: readonly string[]) => values.map((value) => `"${value}"`).join(', ');
