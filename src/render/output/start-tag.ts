/**
 * Start tags: attributes with few possible values are checked and escaped once.
 * @module
 */
import type { Attribute } from '../../elements/attribute.ts';
import { escapeAttribute } from './escape.ts';
import { Markup } from './markup.ts';

/** What all start tags of an element share. */
export interface Shared {
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** How many more start tags are cached: a caller cannot make the memory grow. */
  room: number;
}

/** An attribute with a free value, and the text before that value. */
export interface Free {
  readonly attribute: Attribute;
  readonly before: Markup;
}

/**
 * The beginning of a start tag, such as `<Speak voice="WOMAN"`. Values of closed kinds are checked and escaped once: each leads
 * to the next start tag, which is cached, since an author writes few different ones. URLs and free text are never cached: such
 * a value leads to the text around it.
 */
export class StartTag {
  /** The number of required attributes in it. */
  readonly required: number;
  /** The value of its last attribute if that is of a closed kind, not escaped. */
  value: string | undefined;
  /** Its last attribute if that has a free value. */
  free: Free | undefined;
  readonly #shared: Shared;
  /** The text so far, or since the last free value. */
  readonly #text: string;
  readonly #isKept: boolean;
  #open: Markup | undefined;
  #empty: Markup | undefined;
  /** The first start tag with one more attribute; `#other` links to the next one. */
  #longer: StartTag | undefined;
  #other: StartTag | undefined;
  /** The last attribute and its value; a free value is not kept, it may be a caller's. */
  #name = '';
  #given: unknown;

  constructor(shared: Shared, text: string, required: number) {
    this.#shared = shared;
    this.#text = text;
    this.required = required;
    this.#isKept = shared.room > 0;
  }

  /** The tag before content. */
  get open(): Markup {
    this.#open ??= new Markup(`${this.#text}>`, this.#isKept);
    return this.#open;
  }

  /** The tag of an empty element. */
  get empty(): Markup {
    this.#empty ??= new Markup(`${this.#text}/>`, this.#isKept);
    return this.#empty;
  }

  /** The start tag with one more attribute; undefined for an unknown attribute or an invalid value of a closed kind. */
  with(name: string, value: unknown): StartTag | undefined {
    let longer = this.#longer;
    while (longer !== undefined && !longer.#endsWith(name, value)) longer = longer.#other;
    return longer ?? this.#make(name, value);
  }

  #endsWith(name: string, value: unknown): boolean {
    if (this.#name !== name) return false;
    if (this.free !== undefined) return true;
    const given = this.#given;
    // The engine compares values faster when it knows that both are strings.
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
