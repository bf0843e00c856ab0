/**
 * The one walk: components run, lists and conditions flatten, each element is checked and printed.
 * @module
 */
import type { JsxElement, JSX, Rendered, Source } from '../../jsx-runtime/element.ts';
import { Fragment } from '../../jsx-runtime/jsx-runtime.ts';
import type { Attribute } from '../elements/attribute.ts';
import { definitions, type ElementComponent } from '../elements/define-element.ts';
import type { Link, UrlKind } from '../elements/url.ts';
import type { ErrorCode, Facts } from '../errors.ts';
import type { Context } from './context.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import {
  takes,
  textInside,
  unknownAttribute,
  unknownElement,
  wrongChild,
  wrongContent,
  wrongValue,
} from './explain.ts';
import { isElement, isLink, isList } from './kind.ts';
import { linkProblem } from './link-target.ts';
import { Outline, type OutlineContent } from './outline.ts';
import { isPromise, silence } from './promise.ts';
import { RenderError, type Problem } from './problem.ts';
import { tagOf, type Tag } from './tag.ts';

/** Work that an async component left: what it will give, and where that goes. */
interface Pending {
  readonly result: PromiseLike<unknown>;
  readonly component: string;
  readonly holder: Tag | undefined;
  readonly outline: Outline | undefined;
  readonly around: Around;
}

/** What is around the part of a document. */
interface Around {
  readonly depth: number;
  readonly nested: number;
  readonly room: Room | undefined;
}

/** Characters that an element may still say, for all that its async components give together. */
interface Room {
  left: number;
}

/** What all printers of one document share. */
export interface Job {
  readonly context: Context;
  readonly pretty: boolean;
  readonly warn: (problem: Problem) => void;
  /** How many roots were met; one is right. */
  roots: number;
  /** How many async components were met. */
  asyncs: number;
}

type Component = (props: unknown, context: Context) => Rendered;

// A small integer: the engine would box Infinity each time it is stored.
const unlimited = 0x3fff_ffff;

/** Nobody writes so deep; what holds itself does. */
const mostNested = 500;

/** Nobody has so many in 100 KB; what makes itself twice each time is stopped before it is deep. */
const mostAsync = 10_000;

const atTheRoot: Around = { depth: 0, nested: 0, room: undefined };

/** Less than no room: text was cut already, and that is told once. */
const full = -1;

// Stands in the text where an async part will go. It cannot be mistaken: escaping turns it into a space.
const slot = '\0';

/** Prints one document, or the part of one that an async component gives later. */
export class Printer {
  readonly #job: Job;
  #pending: Pending[] | undefined;
  #depth: number;
  /** Tags, components and lists around what is printed. */
  #nested: number;
  /** Characters that the element being filled may still say. */
  #charactersLeft = unlimited;
  /** Set when some of them are for async components. */
  #room: Room | undefined;
  /** Set while the text of an element is gathered that takes nothing but text of one shape. */
  #gathering = false;
  /** The link in the text that is gathered. */
  #link: Link | undefined;

  constructor(job: Job, { depth, nested, room }: Around = atTheRoot) {
    this.#job = job;
    this.#depth = depth;
    this.#nested = nested;
    this.#room = room;
  }

  /** The document of a node; a promise when a component was async. */
  print(node: unknown, holder: Tag | undefined, outline: Outline | undefined): string | Promise<string> {
    // Read only now: other parts of the element may have come first.
    if (this.#room !== undefined) this.#charactersLeft = this.#room.left;
    const text = this.#node(node, holder, outline);
    if (this.#room !== undefined) this.#room.left = this.#charactersLeft;
    return this.#pending === undefined ? text : this.#join(text, this.#pending);
  }

  /** Stops at once: what holds itself twice would have more problems than there is time. */
  #endless(frame: Outline | undefined): never {
    throw new RenderError([{ code: 'E_DEEP', facts: { most: mostNested }, severity: 'error', frame }]);
  }

  /** As endless, and found by its number: each may make several before any of them is deep. */
  #tooMany(component: string, frame: Outline | undefined): never {
    const problem = `is used, and ${mostAsync} async components were before it`;
    const instead = 'look for a component that uses itself without an end';
    const facts = { component, problem, instead };
    throw new RenderError([{ code: 'E_COMPONENT', facts, severity: 'error', frame }]);
  }

  async #join(text: string, pending: readonly Pending[]): Promise<string> {
    const later = await Promise.all(pending.map((each) => this.#resume(each)));
    const parts = text.split(slot);
    return parts.reduce((joined, part, index) => joined + later[index - 1]! + part);
  }

  async #resume({ result, component, holder, outline, around }: Pending): Promise<string> {
    let node: unknown;
    try {
      node = await result;
    } catch (cause) {
      return this.#problem('E_COMPONENT', { component, problem: 'failed' }, outline, cause);
    }
    return new Printer(this.#job, around).print(node, holder, outline);
  }

  #node(node: unknown, holder: Tag | undefined, outline: Outline | undefined): string {
    if (typeof node === 'string') return this.#text(node, holder, outline);
    if (isElement(node)) {
      if (++this.#nested > mostNested) this.#endless(outline);
      const text = this.#element(node, holder, outline);
      this.#nested--;
      return text;
    }
    if (node === null || node === undefined || typeof node === 'boolean') return '';
    if (isList(node)) {
      if (++this.#nested > mostNested) this.#endless(outline);
      let text = '';
      for (let i = 0; i < node.length; i++) text += this.#node(node[i], holder, outline);
      this.#nested--;
      return text;
    }
    if (typeof node === 'number' && Number.isFinite(node)) return this.#text(String(node), holder, outline);
    if (this.#gathering && isLink(node)) {
      this.#link = node;
      return node.href;
    }
    silence(node);
    return this.#problem('E_CHILD', wrongChild(holder?.definition.name ?? 'Response', node), outline);
  }

  #element(
    { type, props, source }: JsxElement,
    holder: Tag | undefined,
    outline: Outline | undefined,
  ): string {
    const definition =
      typeof type === 'string'
        ? definitions.get(type)
        : (type as unknown as Partial<ElementComponent<never>> | undefined)?.definition;
    if (definition !== undefined) return this.#tag(tagOf(definition), props, source, holder, outline);
    if (typeof type === 'function') return this.#component(type as Component, props, source, holder, outline);
    return this.#unknown(type, source, outline);
  }

  #component(
    component: Component,
    props: JsxElement['props'],
    source: Source | undefined,
    holder: Tag | undefined,
    outer: Outline | undefined,
  ): string {
    const outline =
      outer === undefined || component === Fragment
        ? outer
        : new Outline(nameOf(component), source, outer, undefined, outer.content);
    let result: unknown;
    try {
      result = component(props, this.#job.context);
    } catch (cause) {
      return this.#problem(
        'E_COMPONENT',
        { component: nameOf(component), problem: 'failed' },
        outline,
        cause,
      );
    }
    return isPromise(result)
      ? this.#defer(result, nameOf(component), holder, outline)
      : this.#node(result, holder, outline);
  }

  #defer(
    result: PromiseLike<unknown>,
    component: string,
    holder: Tag | undefined,
    outer: Outline | undefined,
  ): string {
    // A rejection that comes before its turn must not count as unhandled.
    silence(result);
    if (this.#gathering) {
      const element = holder?.definition.name;
      const problem = `is async, and the text of <${element}> must be known at once`;
      const instead = `await the text first, in an async component around the <${element}>`;
      return this.#problem('E_COMPONENT', { component, problem, instead }, outer);
    }
    const later: OutlineContent = [];
    outer?.content.push(later);
    const outline = outer && new Outline(outer.name, outer.source, outer.outer, outer.definition, later);
    if (++this.#job.asyncs > mostAsync) this.#tooMany(component, outline);
    if (this.#charactersLeft !== unlimited) this.#room ??= { left: 0 };
    const around = { depth: this.#depth, nested: this.#nested, room: this.#room };
    this.#pending ??= [];
    this.#pending.push({ result, component, holder, outline, around });
    return slot;
  }

  #unknown(
    type: JSX.ElementType | undefined,
    source: Source | undefined,
    outer: Outline | undefined,
  ): string {
    // An imported namespace has no prototype, and cannot be made a text.
    const name = typeof type === 'object' ? Object.prototype.toString.call(type) : String(type);
    const outline = outer && new Outline(name, source, outer, undefined, []);
    // It counts as an element of what is around it: a <Dial> with a misspelt <Number> does call somebody.
    if (outline !== undefined) outer?.content.push(outline);
    return this.#problem('E_ELEMENT', unknownElement(name), outline);
  }

  #tag(
    tag: Tag,
    props: JsxElement['props'],
    source: Source | undefined,
    holder: Tag | undefined,
    outer: Outline | undefined,
  ): string {
    let outline: Outline | undefined;
    if (outer !== undefined) {
      outline = new Outline(tag.definition.name, source, outer, tag.definition, []);
      outer.content.push(outline);
    }
    if (holder === undefined || (holder.mask & tag.bit) === 0) this.#place(tag, holder, outline);
    let start = tag.start;
    let before = '';
    let children: unknown;
    for (const name in props) {
      const value = props[name];
      if (name === 'children') {
        children = value;
        continue;
      }
      if (value === undefined || value === null) continue;
      const next = start.with(name, value);
      if (next === undefined) this.#refuse(tag, name, value, outline);
      else {
        start = next;
        if (next.free !== undefined) {
          before += next.free.before + this.#free(tag, name, next.free.attribute, value, props, outline);
        } else if (outline !== undefined) outline.attributes[name] = next.value;
      }
    }
    if (start.required < tag.required) this.#missing(tag, props, outline);
    if (this.#job.pretty && holder?.content === 'elements') before = this.#newLine() + before;
    if (tag.content === 'none') {
      const misplaced = children === undefined ? '' : this.#node(children, tag, outline);
      return before + start.empty + misplaced;
    }
    return before + start.open + this.#content(tag, props, children, outline) + tag.close;
  }

  /** Looks twice at the root, at elements of the author's own, and at what is in the wrong place. */
  #place({ definition }: Tag, holder: Tag | undefined, outline: Outline | undefined): void {
    const { name } = definition;
    if (holder !== undefined) {
      const evidence = holder.definition.holds.get(name);
      if (evidence === 'docs') return;
      const facts = { element: name, parent: holder.definition.name, takes: takes(holder.definition) };
      if (evidence === 'sdk') this.#problem('E_SDK_NESTING', facts, outline, undefined, 'warning');
      else this.#problem('E_NESTING', facts, outline);
    } else if (name !== 'Response') this.#problem('E_ROOT', { got: `<${name}>` }, outline);
    else if (++this.#job.roots > 1) this.#problem('E_ROOT', { got: 'more than one' }, outline);
  }

  /** An address or a free text, escaped. */
  #free(
    tag: Tag,
    name: string,
    attribute: Attribute,
    value: unknown,
    props: JsxElement['props'],
    outline: Outline | undefined,
  ): string {
    if (isLink(value)) this.#target(tag, name, attribute.urlKind, value, props, outline);
    const text = attribute.print(value, this.#job.context.baseUrl);
    if (text === undefined) return this.#refuse(tag, name, value, outline);
    if (outline !== undefined) outline.attributes[name] = text;
    return escapeAttribute(text);
  }

  /** An attribute that the element does not have, or whose value does not fit. */
  #refuse({ definition }: Tag, name: string, value: unknown, outline: Outline | undefined): '' {
    silence(value);
    if (!definition.attributes.has(name)) {
      return this.#problem('E_ATTRIBUTE', unknownAttribute(definition, name), outline);
    }
    // Told once, as E_VALUE; no rule may say that it is missing.
    if (outline !== undefined) outline.attributes[name] = typeof value === 'object' ? '' : String(value);
    const facts = wrongValue(definition, name, value, this.#job.context.baseUrl);
    return this.#problem('E_VALUE', facts, outline);
  }

  /** Whether a link leads to something that can answer as Plivo will ask. */
  #target(
    { definition }: Tag,
    name: string | undefined,
    urlKind: UrlKind | undefined,
    link: Link,
    props: JsxElement['props'],
    outline: Outline | undefined,
  ): void {
    if (link.target === undefined || urlKind === undefined) return;
    const problem = linkProblem(definition, name, urlKind, link, link.target, props);
    if (problem !== undefined) this.#problem(problem.code, problem.facts, outline);
  }

  #missing({ definition }: Tag, props: JsxElement['props'], outline: Outline | undefined): void {
    for (const name of definition.required) {
      if (props[name] !== undefined && props[name] !== null) continue;
      const facts = {
        element: definition.name,
        attribute: name,
        takes: definition.attributes.get(name)!.takes,
      };
      this.#problem('E_REQUIRED', facts, outline);
    }
  }

  #content(tag: Tag, props: JsxElement['props'], children: unknown, outline: Outline | undefined): string {
    if (tag.content === 'text') {
      const text = this.#gather(tag, children, outline);
      if (this.#link !== undefined) {
        this.#target(tag, undefined, tag.definition.content.urlKind, this.#link, props, outline);
        this.#link = undefined;
      }
      return escapeText(text);
    }
    if (tag.mostCharacters === undefined) return this.#fill(tag, children, outline);
    this.#charactersLeft = tag.mostCharacters;
    const text = this.#fill(tag, children, outline);
    if (this.#room !== undefined) this.#room.left = this.#charactersLeft;
    this.#room = undefined;
    this.#charactersLeft = unlimited;
    return text;
  }

  #fill(tag: Tag, children: unknown, outline: Outline | undefined): string {
    this.#depth++;
    const text = this.#node(children, tag, outline);
    this.#depth--;
    return this.#job.pretty && text !== '' && tag.content === 'elements' ? text + this.#newLine() : text;
  }

  #newLine(): string {
    return '\n' + '  '.repeat(this.#depth);
  }

  /** The whole text of an element that takes nothing but text of one shape. */
  #gather(tag: Tag, children: unknown, outline: Outline | undefined): string {
    const { content, name } = tag.definition;
    const known = outline?.content.length;
    this.#gathering = true;
    const text = this.#node(children, tag, outline);
    this.#gathering = false;
    // What is inside is no text, and that is told; the shape of the rest says nothing.
    if (outline?.content.length !== known) return text;
    outline?.content.push(text);
    if (text.trim() === '') {
      if (content.required) this.#problem('E_EMPTY', { element: name, takes: content.takes }, outline);
      return text;
    }
    if (content.print === undefined) return text;
    const { baseUrl } = this.#job.context;
    const printed = content.print(text.trim(), baseUrl);
    if (printed === undefined)
      this.#problem('E_CONTENT', wrongContent(tag.definition, text, baseUrl), outline);
    return printed ?? text;
  }

  #text(text: string, holder: Tag | undefined, outline: Outline | undefined): string {
    if (this.#gathering) return text;
    if (holder?.content !== 'text+elements') {
      if (text.trim() === '') return '';
      if (holder === undefined) return this.#problem('E_ROOT', { got: 'text' }, outline);
      return this.#problem('E_TEXT', textInside(holder.definition), outline);
    }
    const fits = text.length <= this.#charactersLeft;
    const said = fits ? text : this.#cut(text, holder, outline);
    if (fits) this.#charactersLeft -= text.length;
    outline?.content.push(said);
    return escapeText(said);
  }

  #cut(text: string, { definition }: Tag, outline: Outline | undefined): string {
    const room = this.#charactersLeft;
    if (room === full) return '';
    this.#charactersLeft = full;
    this.#problem('E_LONG', { element: definition.name }, outline, undefined, 'warning');
    // Half of a surrogate pair would become a space.
    return text.slice(0, room).replace(/[\ud800-\udbff]$/, '');
  }

  /** Development keeps a problem and goes on, to tell all of them together; production stops at the first. */
  #problem(
    code: ErrorCode,
    facts: Facts,
    outline: Outline | undefined,
    cause?: unknown,
    severity: Problem['severity'] = 'error',
  ): '' {
    const problem: Problem = { code, facts, severity, frame: outline, cause };
    if (outline !== undefined) outline.content.push(problem);
    else if (severity === 'warning') this.#job.warn(problem);
    else throw new RenderError([problem]);
    return '';
  }
}

const nameOf = (component: Component) => component.name || 'Component';
