/**
 * An element definition, prepared for printing.
 * @module
 */
import type { Attribute } from '../../elements/attribute.ts';
import type { Content } from '../../elements/content.ts';
import { definitions, type ElementDefinition } from '../../elements/define-element.ts';
import { StartTag, type StartTagLimits } from './start-tag.ts';

/** Everything that is known of an element before a document is printed. */
export class CompiledElement implements StartTagLimits {
  readonly definition: ElementDefinition;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Number of required attributes. */
  readonly required: number;
  readonly content: Content['kind'];
  readonly maxCharacters: number | undefined;
  /** Whether the caller hears it. */
  readonly isHeard: boolean;
  /** Whether it is a step: it takes input, leads somewhere or has an address. */
  readonly isStep: boolean;
  /** One bit for each of the first 31 elements, and the bits of its documented children: a fast check of the nesting. */
  readonly bit: number;
  readonly childBits: number;
  startTagsLeft = 256;
  /** The start tag without attributes, such as `<Speak`. */
  readonly startTag: StartTag;
  readonly endTag: string;

  constructor(definition: ElementDefinition) {
    const { name, attributes, required, content, role } = definition;
    this.definition = definition;
    this.name = name;
    this.attributes = attributes;
    this.required = required.length;
    this.content = content.kind;
    this.maxCharacters = content.maxCharacters;
    this.isHeard = role === 'says';
    const hasAddress = [...attributes.values(), content].some(({ urlKind }) => urlKind !== undefined);
    this.isStep = hasAddress || role === 'asks' || role === 'leads';
    this.bit = bitOf(name);
    this.childBits = content.children.reduce((bits, child) => bits | bitOf(child), 0);
    this.startTag = new StartTag(this, `<${name}`, 0);
    this.endTag = `</${name}>`;
  }
}

function bitOf(name: string): number {
  const index = [...definitions.keys()].indexOf(name);
  return index >= 0 && index < 31 ? 1 << index : 0;
}

/** The compiled form of a definition; it is made when the element is first printed. */
export function compiled(definition: ElementDefinition): CompiledElement {
  definition.compiled ??= new CompiledElement(definition);
  return definition.compiled as CompiledElement;
}

/** The last element of each length of name. With a lookup in `definitions` instead, a long document of SSML takes 1.03 times as long. */
const lastByLength = Array.from({ length: 16 }, (): CompiledElement | undefined => undefined);

/** The compiled element of a tag that is written as a string, as in SSML; undefined when there is no such element. */
export function compiledByName(name: string): CompiledElement | undefined {
  const last = lastByLength[name.length & 15];
  if (last !== undefined && last.name === name) return last;
  const definition = definitions.get(name);
  if (definition === undefined) return undefined;
  const element = compiled(definition);
  lastByLength[name.length & 15] = element;
  return element;
}
