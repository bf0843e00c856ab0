/**
 * What can be known of an element before any document is printed.
 * @module
 */
import type { Attribute } from '../elements/attribute.ts';
import type { Content } from '../elements/content.ts';
import { definitions, type ElementDefinition } from '../elements/define-element.ts';
import { escapeAttribute } from './escape.ts';

/** An element, ready to be printed. */
export class Tag {
  readonly definition: ElementDefinition;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** How many attributes it cannot do without. */
  readonly required: number;
  readonly content: Content['kind'];
  readonly mostCharacters: number | undefined;
  readonly close: string;
  /** `<Speak`, where a start tag begins. */
  readonly start: StartTag;
  /** Nothing, where a start tag goes on after a value that is not remembered. */
  readonly further: StartTag;
  /** One bit for each of the first 31 elements, and those that Plivo's documentation puts inside: a quick look at nesting. */
  readonly bit: number;
  readonly mask: number;
  /** How many start tags may still be remembered: no caller can make the memory grow. */
  room = 256;

  constructor(definition: ElementDefinition) {
    const { name, attributes, required, content } = definition;
    this.definition = definition;
    this.attributes = attributes;
    this.required = required.length;
    this.content = content.kind;
    this.mostCharacters = content.maxCharacters;
    this.close = `</${name}>`;
    this.bit = bitOf(name);
    this.mask = content.children.reduce((mask, child) => mask | bitOf(child), 0);
    this.start = new StartTag(this, `<${name}`, 0);
    this.further = new StartTag(this, '', 0);
  }
}

/**
 * A start tag as far as it is written, such as `<Speak voice="WOMAN"`. Values of closed kinds are checked and escaped
 * once: each leads to the next start tag, which is remembered. An author writes the same few again and again.
 */
export class StartTag {
  /** As far as it is written. */
  readonly text: string;
  /** Closed, before content. */
  readonly open: string;
  /** Closed, with nothing inside. */
  readonly empty: string;
  /** How many of the attributes that the element cannot do without are in it. */
  readonly required: number;
  readonly #tag: Tag;
  readonly #next = new Map<string, Map<unknown, StartTag>>();
  #lastName: string | undefined;
  #lastValue: unknown;
  #last: StartTag | undefined;

  constructor(tag: Tag, text: string, required: number) {
    this.#tag = tag;
    this.text = text;
    this.open = flat(`${text}>`);
    this.empty = flat(`${text}/>`);
    this.required = required;
  }

  /** The start tag with one attribute more; undefined when that is not remembered, or the value does not fit. */
  with(name: string, value: unknown): StartTag | undefined {
    if (name === this.#lastName && value === this.#lastValue) return this.#last;
    const next = this.#next.get(name)?.get(value) ?? this.#make(name, value);
    if (next === undefined) return undefined;
    this.#lastName = name;
    this.#lastValue = value;
    this.#last = next;
    return next;
  }

  #make(name: string, value: unknown): StartTag | undefined {
    const attribute = this.#tag.attributes.get(name);
    if (attribute?.closed !== true || this.#tag.room === 0) return undefined;
    const printed = printAttribute(name, attribute, value, undefined);
    if (printed === undefined) return undefined;
    this.#tag.room--;
    const next = new StartTag(
      this.#tag,
      flat(this.text + printed),
      this.required + Number(attribute.required),
    );
    const values = this.#next.get(name) ?? new Map<unknown, StartTag>();
    this.#next.set(name, values.set(value, next));
    return next;
  }
}

/** ` name="value"`, or undefined when the value does not fit. */
export function printAttribute(
  name: string,
  attribute: Attribute,
  value: unknown,
  baseUrl: string | undefined,
): string | undefined {
  const text = attribute.print(value, baseUrl);
  return text === undefined ? undefined : ` ${name}="${escapeAttribute(text)}"`;
}

function bitOf(name: string): number {
  const index = [...definitions.keys()].indexOf(name);
  return index >= 0 && index < 31 ? 1 << index : 0;
}

// A concatenated string is a tree inside the engine; one copy makes it flat, so that no later document walks that tree.
const flat = (text: string) => Buffer.from(text).toString();

/** The tag of an element, made when the element is first printed. */
export function tagOf(definition: ElementDefinition): Tag {
  definition.tag ??= new Tag(definition);
  return definition.tag as Tag;
}
