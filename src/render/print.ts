/**
 * The one walk: components run, lists and conditions flatten, each element is checked and printed.
 * @module
 */
import { JsxElement, type JSX, type Rendered, type Source } from '../../jsx-runtime/element.ts';
import { definitions, type ElementComponent, type ElementDefinition } from '../elements/define-element.ts';
import { Link } from '../elements/url.ts';
import type { ErrorCode, Facts } from '../errors.ts';
import type { Context } from './context.ts';
import { escapeText } from './escape.ts';
import {
  takes,
  textInside,
  unknownAttribute,
  unknownElement,
  wrongChild,
  wrongContent,
  wrongValue,
} from './explain.ts';
import { Outline, type OutlineContent } from './outline.ts';
import { RenderError, type Problem } from './problem.ts';
import { tagOf, type Tag } from './tag.ts';

/** Work that an async component left: what it will give, and where that goes. */
interface Pending {
  readonly result: PromiseLike<unknown>;
  readonly component: string;
  readonly holder: Tag | undefined;
  readonly outline: Outline | undefined;
  readonly printer: Printer;
}

/** What all printers of one document share. */
export interface Job {
  readonly context: Context;
  readonly pretty: boolean;
  readonly warn: (problem: Problem) => void;
  /** How many roots were met; one is right. */
  roots: number;
}

type Component = (props: unknown, context: Context) => Rendered;

/** Prints one document; a part that an async component gives later has a printer of its own. */
export class Printer {
  #out = '';
  #parts: (string | Pending)[] = [];
  #depth: number;
  /** Text of the element being filled, when all of it must be seen before any is printed. */
  #gathered: string | undefined;
  #charactersLeft = Infinity;
  readonly #job: Job;

  constructor(job: Job, depth = 0) {
    this.#job = job;
    this.#depth = depth;
  }

  /** The text, once every async component has come back. */
  finish(): string | Promise<string> {
    return this.#parts.length === 0 ? this.#out : this.#join();
  }

  async #join(): Promise<string> {
    const parts = [...this.#parts, this.#out];
    const texts = await Promise.all(
      parts.map((part) => (typeof part === 'string' ? part : Printer.resume(part))),
    );
    return texts.join('');
  }

  /** Prints whatever may stand between two tags. */
  node(node: unknown, holder: Tag | undefined, outline: Outline | undefined): void {
    if (typeof node === 'string') this.#text(node, holder, outline);
    else if (node instanceof JsxElement) this.#element(node, holder, outline);
    else if (node === null || node === undefined || typeof node === 'boolean') return;
    else if (Array.isArray(node)) for (const item of node) this.node(item, holder, outline);
    else if (typeof node === 'number' && Number.isFinite(node)) this.#text(String(node), holder, outline);
    else if (node instanceof Link && this.#gathered !== undefined) this.#gathered += node.href;
    else this.#problem('E_CHILD', wrongChild(holder?.definition.name ?? 'Response', node), outline);
  }

  #element({ type, props, source }: JsxElement, holder: Tag | undefined, outline: Outline | undefined): void {
    const definition =
      typeof type === 'string'
        ? definitions.get(type)
        : (type as unknown as Partial<ElementComponent<never>> | undefined)?.definition;
    if (definition !== undefined) this.#tag(tagOf(definition), props, source, holder, outline);
    else if (typeof type === 'function')
      this.#component(type as unknown as Component, props, source, holder, outline);
    else this.#unknown(type, source, outline);
  }

  #component(
    component: Component,
    props: JsxElement['props'],
    source: Source | undefined,
    holder: Tag | undefined,
    outer: Outline | undefined,
  ): void {
    const name = component.name || 'Component';
    const outline =
      outer === undefined || name === 'Fragment'
        ? outer
        : new Outline(name, source, outer, undefined, outer.content);
    let result: unknown;
    try {
      result = component(props, this.#job.context);
    } catch (cause) {
      return this.#problem('E_COMPONENT', { component: name, problem: 'failed' }, outline, cause);
    }
    if (isPromise(result)) this.#defer(result, name, holder, outline);
    else this.node(result, holder, outline);
  }

  #defer(
    result: PromiseLike<unknown>,
    component: string,
    holder: Tag | undefined,
    outer: Outline | undefined,
  ): void {
    if (this.#gathered !== undefined) {
      const problem = `is async, and the text of <${holder?.definition.name}> must be known at once`;
      void Promise.resolve(result).catch(() => {});
      return this.#problem('E_COMPONENT', { component, problem }, outer);
    }
    const later: OutlineContent = [];
    outer?.content.push(later);
    const outline = outer && new Outline(outer.name, outer.source, outer.outer, outer.definition, later);
    const printer = new Printer(this.#job, this.#depth);
    printer.#charactersLeft = this.#charactersLeft;
    const pending = { result, component, holder, outline, printer };
    // A rejection that comes before its turn must not count as unhandled.
    Promise.resolve(result).catch(() => {});
    this.#parts.push(this.#out, pending);
    this.#out = '';
  }

  #unknown(type: JSX.ElementType | undefined, source: Source | undefined, outer: Outline | undefined): void {
    const name = String(type);
    const outline = outer && new Outline(name, source, outer, undefined, outer.content);
    this.#problem('E_ELEMENT', unknownElement(name), outline);
  }

  #tag(
    tag: Tag,
    props: JsxElement['props'],
    source: Source | undefined,
    holder: Tag | undefined,
    outer: Outline | undefined,
  ): void {
    const { definition } = tag;
    let outline: Outline | undefined;
    if (outer !== undefined) {
      outline = new Outline(definition.name, source, outer, definition, []);
      outer.content.push(outline);
    }
    this.#nesting(definition, holder, outline);
    if (this.#job.pretty && holder?.definition.content.kind === 'elements') this.#newLine();
    this.#out += tag.open;
    this.#attributes(tag, props, outline);
    this.#content(tag, props['children'], outline);
  }

  #nesting(definition: ElementDefinition, holder: Tag | undefined, outline: Outline | undefined): void {
    const { name } = definition;
    if (holder === undefined) {
      if (name !== 'Response') this.#problem('E_ROOT', { got: `<${name}>` }, outline);
      else if (++this.#job.roots > 1) this.#problem('E_ROOT', { got: 'more than one' }, outline);
      return;
    }
    const evidence = holder.definition.holds.get(name);
    if (evidence === 'docs') return;
    const facts = { element: name, parent: holder.definition.name, takes: takes(holder.definition) };
    this.#problem(
      evidence === 'sdk' ? 'E_SDK_NESTING' : 'E_NESTING',
      facts,
      outline,
      undefined,
      evidence && 'warning',
    );
  }

  #attributes(tag: Tag, props: JsxElement['props'], outline: Outline | undefined): void {
    const { baseUrl } = this.#job.context;
    let required = 0;
    for (const name in props) {
      if (name === 'children') continue;
      const value = props[name];
      if (value === undefined || value === null) continue;
      const printer = tag.attributes.get(name);
      if (printer === undefined) {
        this.#problem('E_ATTRIBUTE', unknownAttribute(tag.definition, name), outline);
        continue;
      }
      const { attribute } = printer;
      if (attribute.required) required++;
      const printed = printer.print(value, baseUrl);
      if (printed === undefined) {
        this.#problem('E_VALUE', wrongValue(tag.definition, name, value, baseUrl), outline);
        continue;
      }
      this.#out += printed;
      if (outline !== undefined) outline.attributes[name] = attribute.print(value, baseUrl)!;
    }
    if (required < tag.required) this.#missing(tag, props, outline);
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

  #content(tag: Tag, children: unknown, outline: Outline | undefined): void {
    const { content } = tag.definition;
    if (content.kind === 'none') {
      this.node(children, tag, outline);
      this.#out += '/>';
    } else if (content.kind === 'text') {
      this.#out += '>' + escapeText(this.#gather(tag, children, outline)) + tag.close;
    } else if (content.maxCharacters !== undefined) {
      this.#charactersLeft = content.maxCharacters;
      this.#fill(tag, children, outline);
      this.#charactersLeft = Infinity;
    } else this.#fill(tag, children, outline);
  }

  #fill(tag: Tag, children: unknown, outline: Outline | undefined): void {
    this.#out += '>';
    const [length, parts] = [this.#out.length, this.#parts.length];
    this.#depth++;
    this.node(children, tag, outline);
    this.#depth--;
    const empty = this.#out.length === length && this.#parts.length === parts;
    if (this.#job.pretty && !empty && tag.definition.content.kind === 'elements') this.#newLine();
    this.#out += tag.close;
  }

  #newLine(): void {
    this.#out += '\n' + '  '.repeat(this.#depth);
  }

  /** The whole text of an element that takes nothing but text of one shape. */
  #gather(tag: Tag, children: unknown, outline: Outline | undefined): string {
    const { content, name } = tag.definition;
    const outerText = this.#gathered;
    this.#gathered = '';
    this.node(children, tag, outline);
    const text = this.#gathered;
    this.#gathered = outerText;
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

  #text(text: string, holder: Tag | undefined, outline: Outline | undefined): void {
    if (this.#gathered !== undefined) {
      this.#gathered += text;
      return;
    }
    const kind = holder?.definition.content.kind;
    if (kind !== 'text+elements') {
      if (text.trim() === '') return;
      if (holder === undefined) return this.#problem('E_ROOT', { got: 'text' }, outline);
      return this.#problem('E_TEXT', textInside(holder.definition), outline);
    }
    const said = text.length > this.#charactersLeft ? this.#cut(text, holder!, outline) : text;
    this.#charactersLeft -= said.length;
    this.#out += escapeText(said);
    outline?.content.push(said);
  }

  #cut(text: string, { definition }: Tag, outline: Outline | undefined): string {
    this.#problem('E_LONG', { element: definition.name }, outline, undefined, 'warning');
    return text.slice(0, this.#charactersLeft);
  }

  /** Development keeps a problem and goes on, to tell all of them together; production stops at the first. */
  #problem(
    code: ErrorCode,
    facts: Facts,
    outline: Outline | undefined,
    cause?: unknown,
    severity: Problem['severity'] = 'error',
  ): void {
    const problem: Problem = { code, facts, severity, frame: outline, cause };
    if (outline !== undefined) outline.content.push(problem);
    else if (severity === 'warning') this.#job.warn(problem);
    else throw new RenderError([problem]);
  }

  /** Prints what an async component gave at last. */
  static async resume({ result, component, holder, outline, printer }: Pending): Promise<string> {
    let node: unknown;
    try {
      node = await result;
    } catch (cause) {
      printer.#problem('E_COMPONENT', { component, problem: 'failed' }, outline, cause);
    }
    printer.node(node, holder, outline);
    return printer.finish();
  }
}

/** True for what an async component returns. */
export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
