import type { Kind } from '../../elements/attribute.ts';
import { definitions } from '../../elements/define-element.ts';
import type { XmlElement } from './read-xml.ts';

/** The kinds whose default replaces a value that does not fit. */
const withDefaults = new Set<Kind>(['digits', 'boolean|string', 'integer|enum', 'list']);

/** The attributes of an element as Plivo takes them, with the vocabulary's defaults. */
export class Values {
  readonly #element: XmlElement;

  constructor(element: XmlElement) {
    this.#element = element;
  }

  #declared(name: string) {
    return definitions.get(this.#element.name)?.attributes.get(name);
  }

  /** True for exactly `true`. */
  flag(name: string): boolean {
    const written = this.#element.attributes[name];
    return written === undefined ? this.#declared(name)?.default === true : written === 'true';
  }

  /** A value that is not a number counts as the default, one above the maximum as the maximum. */
  number(name: string): number {
    return this.maybeNumber(name) ?? NaN;
  }

  maybeNumber(name: string): number | undefined {
    const { default: usual, max = Infinity } = this.#declared(name) ?? {};
    const written = this.#element.attributes[name];
    if (written !== undefined && /^\d+$/.test(written)) return Math.min(Number(written), max);
    return typeof usual === 'number' ? usual : undefined;
  }

  /** A text, or the default, or an empty one. */
  text(name: string): string {
    return this.maybe(name) ?? '';
  }

  /** As written. A value that does not fit counts as the default. Wrong URLs and methods are reported when they are used. */
  maybe(name: string): string | undefined {
    const attribute = this.#declared(name);
    const written = this.#element.attributes[name]?.trim();
    const usual = attribute?.default === undefined ? undefined : String(attribute.default);
    if (written === undefined || attribute === undefined) return written ?? usual;
    if (attribute.kind === 'url') return written === '' ? usual : written;
    if (!withDefaults.has(attribute.kind) || attribute.print(written, undefined) !== undefined)
      return written;
    const { max } = attribute;
    return /^\d+$/.test(written) && max !== undefined ? String(Math.min(Number(written), max)) : usual;
  }

  /** The items of a list with commas, without empty ones. */
  list(name: string): readonly string[] {
    return this.text(name)
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }

  /** The keys that end an input; `none` means no key. */
  keys(name: string): string {
    const written = this.text(name);
    return written === 'none' ? '' : written;
  }
}
