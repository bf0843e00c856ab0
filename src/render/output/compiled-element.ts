/**
 * Compiled elements: what can be prepared before a document is printed.
 * @module
 */
import type { Attribute } from '../../elements/attribute.ts';
import type { Content } from '../../elements/content.ts';
import { definitions, type ElementDefinition } from '../../elements/define-element.ts';
import { Markup } from './markup.ts';
import { StartTag, type Shared } from './start-tag.ts';

/** An element, ready to be printed. */
export class CompiledElement implements Shared {
  readonly definition: ElementDefinition;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** The number of required attributes. */
  readonly required: number;
  readonly content: Content['kind'];
  readonly mostCharacters: number | undefined;
  /** Whether the caller hears it. */
  readonly isHeard: boolean;
  /** Whether it is a step: it asks, leads somewhere or has an address. */
  readonly isStep: boolean;
  /** One bit for each of the first 31 elements, and a mask of the documented children: a fast check of nesting. */
  readonly bit: number;
  readonly mask: number;
  room = 256;
  /** The beginning of a start tag, such as `<Speak`. */
  readonly start: StartTag;
  readonly close: Markup;

  constructor(definition: ElementDefinition) {
    const { name, attributes, required, content, role } = definition;
    this.definition = definition;
    this.name = name;
    this.attributes = attributes;
    this.required = required.length;
    this.content = content.kind;
    this.mostCharacters = content.maxCharacters;
    this.isHeard = role === 'says';
    const hasAddress = [...attributes.values(), content].some(({ urlKind }) => urlKind !== undefined);
    this.isStep = hasAddress || role === 'asks' || role === 'leads';
    this.bit = bitOf(name);
    this.mask = content.children.reduce((mask, child) => mask | bitOf(child), 0);
    this.start = new StartTag(this, `<${name}`, 0);
    this.close = new Markup(`</${name}>`, true);
  }
}

function bitOf(name: string): number {
  const index = [...definitions.keys()].indexOf(name);
  return index >= 0 && index < 31 ? 1 << index : 0;
}

/** Returns a compiled element; it is made on first use. */
export function compiled(definition: ElementDefinition): CompiledElement {
  definition.tag ??= new CompiledElement(definition);
  return definition.tag as CompiledElement;
}

/** The last element for each length of name: most SSML names differ in length, so a Map look-up is rarely needed. */
const lastOfLength = Array.from({ length: 16 }, (): CompiledElement | undefined => undefined);

/** Returns the compiled element with a name; undefined for an unknown name. */
export function compiledByName(name: string): CompiledElement | undefined {
  const last = lastOfLength[name.length & 15];
  if (last !== undefined && last.name === name) return last;
  const definition = definitions.get(name);
  if (definition === undefined) return undefined;
  lastOfLength[name.length & 15] = compiled(definition);
  return compiled(definition);
}
