/**
 * What can be known of an element before any document is printed.
 * @module
 */
import type { Attribute } from '../elements/attribute.ts';
import type { ElementDefinition } from '../elements/define-element.ts';
import { escapeAttribute } from './escape.ts';

/** Most printed values that are remembered for one attribute. */
const mostRemembered = 128;

/** Prints one attribute of one element. */
export class AttributePrinter {
  readonly attribute: Attribute;
  readonly #before: string;
  readonly #printed = new Map<unknown, string>();

  constructor(name: string, attribute: Attribute) {
    this.attribute = attribute;
    this.#before = ` ${name}="`;
  }

  /** ` name="value"`, or undefined when the value does not fit. */
  print(value: unknown, baseUrl: string | undefined): string | undefined {
    if (!this.attribute.closed) return this.#write(value, baseUrl);
    const known = this.#printed.get(value);
    if (known !== undefined) return known;
    const text = this.#write(value, baseUrl);
    // Only what fits is remembered, and only so much of it: no caller can make the table grow.
    if (text !== undefined && this.#printed.size < mostRemembered) this.#printed.set(value, flat(text));
    return text;
  }

  #write(value: unknown, baseUrl: string | undefined): string | undefined {
    const text = this.attribute.print(value, baseUrl);
    return text === undefined ? undefined : `${this.#before}${escapeAttribute(text)}"`;
  }
}

// A concatenated string is a tree inside the engine; one copy makes it flat, so that no later document walks that tree.
const flat = (text: string) => Buffer.from(text).toString();

/** An element, ready to be printed. */
export class Tag {
  readonly definition: ElementDefinition;
  readonly open: string;
  readonly close: string;
  readonly attributes: ReadonlyMap<string, AttributePrinter>;
  readonly required: number;

  constructor(definition: ElementDefinition) {
    this.definition = definition;
    this.open = `<${definition.name}`;
    this.close = `</${definition.name}>`;
    this.attributes = new Map(
      [...definition.attributes].map(([name, attribute]) => [name, new AttributePrinter(name, attribute)]),
    );
    this.required = definition.required.length;
  }
}

const tags = new Map<ElementDefinition, Tag>();

/** The tag of an element, made when the element is first printed. */
export function tagOf(definition: ElementDefinition): Tag {
  const known = tags.get(definition);
  if (known !== undefined) return known;
  const tag = new Tag(definition);
  tags.set(definition, tag);
  return tag;
}
