/**
 * A flow: a set of levels that is served together.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { Link } from '../elements/url.ts';
import { placeText } from '../render/problem.ts';
import { unclaimed, type AnyLevel } from './level.ts';
import { defaultPhrases, type Phrases } from './phrases.ts';

/** What a flow is made of. */
export interface FlowOptions {
  /** All levels and callbacks. The first is where a call is answered. */
  readonly levels: readonly [AnyLevel, ...AnyLevel[]];
  /** The languages it speaks: the values of the parameter `lang`. Default: none. */
  readonly languages?: readonly string[];
  /** What it says when something went wrong, for each language and for none. Default: English. */
  readonly phrases?: (lang: string | undefined) => Phrases;
  /** Requests to show at `/test-xml`: a link, and what Plivo would send to it. Default: the first level. */
  readonly examples?: () => readonly FlowExample[];
}

/** One request that shows what a level does. */
export interface FlowExample {
  readonly title: string;
  readonly link: Link;
  /** Fields of Plivo's form, such as `{ Digits: '1' }`. */
  readonly fields?: { readonly [name: string]: string };
}

/** A set of levels that is served together. */
export interface Flow extends Required<FlowOptions> {
  readonly name: string;
  /** Where a call is answered. */
  readonly answer: AnyLevel;
}

/**
 * Joins levels to a flow. Each level belongs to exactly one.
 *
 * @param name what to call it in logs; the name of its folder
 * @param options its levels, and what it says when something went wrong
 * @throws {@link PlivoJsxError} `E_LEVEL_TWICE` when two levels have one path, or a level is in a flow already
 * @example
 * ```tsx
 * import { flow, Hangup, level, Response } from 'plivo-jsx';
 *
 * const closed = level('/closed', () => (
 *   <Response>
 *     <Hangup reason="busy" />
 *   </Response>
 * ));
 * export default flow('closed', { levels: [closed] });
 * ```
 */
export function flow(name: string, options: FlowOptions): Flow {
  const { levels, languages = [], phrases = () => defaultPhrases } = options;
  const [answer] = levels;
  const { examples = () => [{ title: 'The first level', link: new Link(answer.path, answer.path) }] } =
    options;
  const paths = new Set<string>();
  for (const { path } of levels) {
    if (paths.has(path)) throw new PlivoJsxError('E_LEVEL_TWICE', { path, flow: name });
    paths.add(path);
  }
  for (const level of levels) unclaimed.delete(level);
  return { name, levels, languages, phrases, examples, answer };
}

/**
 * Refuses levels that were made and that no flow has: a link to one of them would lead a caller nowhere.
 *
 * @throws {@link PlivoJsxError} `E_LEVEL_ALONE` for the first of them
 */
export function refuseUnclaimed(): void {
  for (const { path, kind, source } of unclaimed) {
    throw new PlivoJsxError('E_LEVEL_ALONE', { path, kind, place: placeText(source) });
  }
}
