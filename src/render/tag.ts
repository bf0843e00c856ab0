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
    this.start = new StartTag(this, `<${name}`, 0, flat);
  }
}

/** The key of an attribute with free values: all of them lead to the same. */
const anyValue = Symbol('any value');

/**
 * A start tag as far as it is written, such as `<Speak voice="WOMAN"`. Values of closed kinds are checked and escaped
 * once: each leads to the next start tag, which is remembered. An author writes the same few again and again.
 * Addresses and free text are never remembered: such a value leads to what is written around it.
 */
export class StartTag {
  /** As far as it is written, or from the last free value on. */
  readonly text: string;
  /** Closed, before content. */
  readonly open: string;
  /** Closed, with nothing inside. */
  readonly empty: string;
  /** How many of the attributes that the element cannot do without are in it. */
  readonly required: number;
  /** The attribute whose free value comes right before the text, and what comes before that value. */
  free: { readonly attribute: Attribute; readonly before: string } | undefined;
  /** What its last attribute says when that is of a closed kind, not escaped. */
  value: string | undefined;
  readonly #tag: Tag;
  readonly #next = new Map<string, Map<unknown, StartTag>>();
  #lastName: string | undefined;
  #lastValue: unknown;
  #last: StartTag | undefined;

  constructor(tag: Tag, text: string, required: number, keep: (text: string) => string) {
    this.#tag = tag;
    this.text = keep(text);
    this.open = keep(`${text}>`);
    this.empty = keep(`${text}/>`);
    this.required = required;
  }

  /** The start tag with one attribute more; undefined when there is no such attribute, or its value is closed and does not fit. */
  with(name: string, value: unknown): StartTag | undefined {
    const last = this.#last;
    if (name === this.#lastName && (value === this.#lastValue || last?.free !== undefined)) return last;
    const values = this.#next.get(name);
    const next = values?.get(value) ?? values?.get(anyValue) ?? this.#make(name, value);
    if (next === undefined) return undefined;
    this.#lastName = name;
    // A free value may be a caller's, and is not kept.
    this.#lastValue = next.free === undefined ? value : undefined;
    this.#last = next;
    return next;
  }

  #make(name: string, value: unknown): StartTag | undefined {
    const tag = this.#tag;
    const attribute = tag.attributes.get(name);
    const printed = attribute?.closed === true ? attribute.print(value, undefined) : undefined;
    if (attribute === undefined || (attribute.closed && printed === undefined)) return undefined;
    const isKept = tag.room > 0;
    const keep = isKept ? flat : asItIs;
    const before = `${this.text} ${name}="`;
    const required = this.required + Number(attribute.required);
    const text = printed === undefined ? '"' : `${before}${escapeAttribute(printed)}"`;
    const next = new StartTag(tag, text, required, keep);
    if (printed === undefined) next.free = { attribute, before: keep(before) };
    next.value = printed;
    if (!isKept) return next;
    tag.room--;
    const values = this.#next.get(name) ?? new Map<unknown, StartTag>();
    this.#next.set(name, values.set(attribute.closed ? value : anyValue, next));
    return next;
  }
}

function bitOf(name: string): number {
  const index = [...definitions.keys()].indexOf(name);
  return index >= 0 && index < 31 ? 1 << index : 0;
}

// A concatenated string is a tree inside the engine; one copy makes it flat, so that no later document walks that tree.
const flat = (text: string) => Buffer.from(text).toString();
const asItIs = (text: string) => text;

/** The tag of an element, made when the element is first printed. */
export function tagOf(definition: ElementDefinition): Tag {
  definition.tag ??= new Tag(definition);
  return definition.tag as Tag;
}
