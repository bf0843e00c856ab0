/**
 * Start tags, whose attributes are checked and escaped once.
 * @module
 */
import type { Attribute } from '../../elements/attribute.ts';
import { escapeAttribute } from './escape.ts';
import { Markup } from './markup.ts';

/** What all start tags of an element share. */
export interface Shared {
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** How many start tags may still be remembered: no caller can make the memory grow. */
  room: number;
}

/** An attribute with a free value, and what is written before that value. */
export interface Free {
  readonly attribute: Attribute;
  readonly before: Markup;
}

/**
 * A start tag as far as it is written, such as `<Speak voice="WOMAN"`. Values of closed kinds are checked and escaped
 * once: each leads to the next start tag, which is remembered. An author writes the same few again and again.
 * Addresses and free text are never remembered: such a value leads to what is written around it.
 */
export class StartTag {
  /** How many of the attributes that the element cannot do without are in it. */
  readonly required: number;
  /** What its last attribute says when that is of a closed kind, not escaped. */
  value: string | undefined;
  /** Its last attribute when that has a free value. */
  free: Free | undefined;
  readonly #shared: Shared;
  /** As far as it is written, or from the last free value on. */
  readonly #text: string;
  readonly #isKept: boolean;
  #open: Markup | undefined;
  #empty: Markup | undefined;
  /** The first of those with one attribute more; `#other` leads to the rest of them. */
  #longer: StartTag | undefined;
  #other: StartTag | undefined;
  /** The last attribute and its value; a free value may be a caller's, and is not kept. */
  #name = '';
  #given: unknown;

  constructor(shared: Shared, text: string, required: number) {
    this.#shared = shared;
    this.#text = text;
    this.required = required;
    this.#isKept = shared.room > 0;
  }

  /** Closed, before content. */
  get open(): Markup {
    this.#open ??= new Markup(`${this.#text}>`, this.#isKept);
    return this.#open;
  }

  /** Closed, with nothing inside. */
  get empty(): Markup {
    this.#empty ??= new Markup(`${this.#text}/>`, this.#isKept);
    return this.#empty;
  }

  /** The start tag with one attribute more; undefined when there is no such attribute, or its value is closed and does not fit. */
  with(name: string, value: unknown): StartTag | undefined {
    let longer = this.#longer;
    while (longer !== undefined && !longer.#endsWith(name, value)) longer = longer.#other;
    return longer ?? this.#make(name, value);
  }

  #endsWith(name: string, value: unknown): boolean {
    if (this.#name !== name) return false;
    if (this.free !== undefined) return true;
    const given = this.#given;
    // The engine compares texts sooner when it knows that they are texts.
    return typeof value === 'string' ? typeof given === 'string' && given === value : given === value;
  }

  #make(name: string, value: unknown): StartTag | undefined {
    const attribute = this.#shared.attributes.get(name);
    if (attribute === undefined) return undefined;
    const before = `${this.#text} ${name}="`;
    const required = this.required + Number(attribute.required);
    if (!attribute.closed) {
      const next = new StartTag(this.#shared, '"', required);
      next.free = { attribute, before: new Markup(before, next.#isKept) };
      return this.#remember(next, name, undefined);
    }
    const printed = attribute.print(value, undefined);
    if (printed === undefined) return undefined;
    const next = new StartTag(this.#shared, `${before}${escapeAttribute(printed)}"`, required);
    next.value = printed;
    return this.#remember(next, name, value);
  }

  #remember(next: StartTag, name: string, given: unknown): StartTag {
    if (!next.#isKept) return next;
    this.#shared.room--;
    next.#name = name;
    next.#given = given;
    next.#other = this.#longer;
    this.#longer = next;
    return next;
  }
}
