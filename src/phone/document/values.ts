import { definitions } from '../../elements/define-element.ts';
import { accepted, keysIn, readInteger } from './accepted.ts';
import type { XmlElement } from './read-xml.ts';

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

  /** A value that is not a number, or below the minimum, counts as the default, one above the maximum as the maximum. */
  number(name: string): number {
    return this.maybeNumber(name) ?? NaN;
  }

  maybeNumber(name: string): number | undefined {
    const { default: usual, min = -Infinity, max = Infinity } = this.#declared(name) ?? {};
    const written = readInteger(this.#element.attributes[name] ?? '');
    if (written !== undefined && written >= min) return Math.min(written, max);
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
    const { kind, max, values } = attribute;
    if (kind === 'url') return written === '' ? usual : written;
    if (kind === 'url|enum' || kind === 'string' || values?.includes('GET') === true) return written;
    const fitting = accepted(attribute, this.#element.attributes[name]!, undefined);
    if (fitting !== undefined) return fitting;
    const number = readInteger(written);
    return number !== undefined && max !== undefined && number > max ? String(max) : usual;
  }

  /** The items of a list with commas, without empty ones. */
  list(name: string): readonly string[] {
    return this.text(name)
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }

  /** The keys that end an input, each of them alone; `none` means no key. */
  keys(name: string): string {
    const written = this.#element.attributes[name]?.trim() ?? '';
    if (written !== '' && keysIn(written) === written) return written;
    const text = this.text(name);
    return text === 'none' ? '' : text;
  }

  /** The keys that are valid: those among the characters of the value, whatever stands between them. */
  validKeys(name: string): string {
    const written = this.#element.attributes[name]?.trim() ?? '';
    return written === '' ? this.text(name) : keysIn(written);
  }
}
