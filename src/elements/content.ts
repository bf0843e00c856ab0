/**
 * What may stand between an element's tags.
 * @module
 */
import type { Node } from '../../jsx-runtime/element.ts';
import type { Elements, PlainText, RequiredElements, RequiredText, UrlText } from './children.ts';
import { absoluteUrl, type UrlKind } from './url.ts';

/** The content of an element, and the type that its children have. */
export interface Content<Children = unknown> {
  /** The word that `reference.json` uses. */
  readonly kind: 'none' | 'text' | 'elements' | 'text+elements';
  /** Elements that Plivo documents inside. */
  readonly children: readonly string[];
  /** Elements that only Plivo's SDKs put inside: accepted with a warning. */
  readonly sdkChildren: readonly string[];
  /** Whether an element without content is rejected; without child elements only in development. */
  readonly required: boolean;
  /** The text that it takes, as the end of the sentence "it takes …". */
  readonly expected: string;
  /** What Plivo does with the answer, of text that is a URL. */
  readonly urlKind?: UrlKind;
  /** The most characters of text. */
  readonly maxCharacters?: number;
  /** Whether it identifies who is called, so that it is redacted on pages that anyone may open. */
  readonly isPrivate?: boolean;
  /** The text to print, not escaped yet; undefined when it does not fit. */
  print?(text: string, baseUrl: string | undefined): string | undefined;
  /** Never set; it carries the type of the children. */
  readonly accepts?: Children;
}

/**
 * Nothing at all: `<Hangup />`.
 *
 * @example
 * ```ts
 * import { content } from 'plivo-jsx';
 *
 * const empty = content.nothing;
 * ```
 */
export const nothing: Content<{ readonly children?: never }> = {
  kind: 'none',
  children: [],
  sdkChildren: [],
  required: false,
  expected: 'nothing inside',
};

/** Options of {@link elements}. */
export interface ElementsOptions {
  /** Elements that only Plivo's SDKs put inside. Default: none. */
  readonly sdkChildren?: readonly string[];
  /** At least one must be inside; checked in development (`E_EMPTY`). Default: false. */
  readonly required?: boolean;
}

type ElementChildren<O> = O extends { readonly required: true }
  ? { readonly children: RequiredElements }
  : { readonly children?: Elements };

/**
 * Only elements, of the names given.
 *
 * @param children names of elements
 * @param options whether one must be inside. Default: none must.
 * @example
 * ```ts
 * import { content } from 'plivo-jsx';
 *
 * const prompts = content.elements(['Speak', 'Play', 'Wait'], { required: true });
 * ```
 */
export function elements<const O extends ElementsOptions>(
  children: readonly string[],
  options?: O,
): Content<ElementChildren<O>> {
  return {
    kind: 'elements',
    children,
    sdkChildren: options?.sdkChildren ?? [],
    required: options?.required ?? false,
    expected: children.map((name) => `<${name}>`).join(', '),
  };
}

/**
 * Text with elements of the names given inside it.
 *
 * @param children names of elements
 * @param options the most characters of text. Default: any.
 * @example
 * ```ts
 * import { content } from 'plivo-jsx';
 *
 * const spoken = content.textAndElements(['break', 'emphasis'], { maxCharacters: 3000 });
 * ```
 */
export function textAndElements(
  children: readonly string[],
  options: { readonly maxCharacters?: number } = {},
): Content<{ readonly children?: Node }> {
  return {
    kind: 'text+elements',
    children,
    sdkChildren: [],
    required: false,
    expected: `text and ${children.map((name) => `<${name}>`).join(', ')}`,
    ...options,
  };
}

/** Options of {@link text}. */
export interface TextOptions {
  /** The text that it takes, as the end of the sentence "it takes …". */
  readonly expected: string;
  /** Its shape. Default: any. */
  readonly pattern?: RegExp;
  /** Default: true. */
  readonly required?: boolean;
  /** Whether it identifies who is called, so that it is redacted on pages that anyone may open. Default: false. */
  readonly isPrivate?: boolean;
}

type TextChildren<O> = O extends { readonly required: false }
  ? { readonly children?: PlainText }
  : { readonly children: RequiredText };

/**
 * Text of one shape.
 *
 * @param options what it takes in words, its shape, and whether it may be empty
 * @example
 * ```ts
 * import { content } from 'plivo-jsx';
 *
 * const room = content.text({ expected: 'the name of the room', pattern: /^[\w-]+$/ });
 * ```
 */
export function text<const O extends TextOptions>(options: O): Content<TextChildren<O>> {
  const { pattern, expected, required = true, isPrivate = false } = options;
  return {
    kind: 'text',
    children: [],
    sdkChildren: [],
    required,
    expected,
    isPrivate,
    ...(pattern === undefined ? {} : { print: (value: string) => (pattern.test(value) ? value : undefined) }),
  };
}

/**
 * Exactly one URL.
 *
 * @param urlKind what Plivo does with the answer
 * @param options what the text is, in words
 * @example
 * ```ts
 * import { content } from 'plivo-jsx';
 *
 * const next = content.urlText('xml', { expected: 'the address of the next document' });
 * ```
 */
export function urlText(
  urlKind: UrlKind,
  options: { readonly expected: string },
): Content<{ readonly children: UrlText }> {
  return {
    kind: 'text',
    children: [],
    sdkChildren: [],
    required: true,
    urlKind,
    ...options,
    print: (value, baseUrl) => absoluteUrl(value, urlKind, baseUrl),
  };
}
