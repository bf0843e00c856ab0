/**
 * What every attribute is, of whatever kind: its declaration, and the check made from it.
 * @module
 */
import type { UrlKind } from '../url.ts';

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
  /** The element is refused without it. Default: false. */
  readonly required?: boolean;
  /** What Plivo assumes when it is left out; absent when Plivo states none. */
  readonly default?: string | number | boolean;
  /** Where it is known from. Default: `docs`. */
  readonly evidence?: Evidence;
  /** Authors write only a few values, so that what is printed for them may be remembered, and shown in errors. */
  readonly closed?: boolean;
}

/** One attribute of one element: its declaration, and the check made from it. */
export interface Attribute<Value = unknown, Required extends boolean = boolean> {
  readonly kind: Kind;
  readonly required: Required;
  readonly default: string | number | boolean | undefined;
  readonly evidence: Evidence;
  /** What it takes, to finish the sentence "it takes …". */
  readonly expected: string;
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

/** Makes an attribute: what every kind can be told, and the rest of its kind. */
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

/** Words as the author writes them, to be told. */
export const quoted = (values: readonly string[]) => values.map((value) => `"${value}"`).join(', ');
