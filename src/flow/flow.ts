/**
 * A flow: a set of levels that is served together.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { Link } from '../elements/url.ts';
import { answers, type AnyLevel } from './level.ts';
import { currentScope, type LevelScope } from './level-scope.ts';
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
 * @throws {@link PlivoJsxError} `E_OPTION` when there is no level, or something else than a level; `E_LEVEL_TWICE` when
 *   two levels have one path; `E_LEVEL_SHARED` when a level is in another flow already
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
  refuseOdd(name, levels);
  const [answer] = levels;
  const { examples = () => [{ title: 'The first level', link: new Link(answer.path, answer.path) }] } =
    options;
  const scope = currentScope();
  const paths = new Set<string>();
  for (const level of levels) {
    const { path, kind } = level;
    const owner = scope.ownerOf(level);
    if (paths.has(path)) throw new PlivoJsxError('E_LEVEL_TWICE', { path, flow: name });
    if (owner !== undefined) throw new PlivoJsxError('E_LEVEL_SHARED', { path, kind, owner, flow: name });
    paths.add(path);
  }
  answers.add(answer);
  for (const level of levels) scope.claim(level, name);
  const made: Flow = { name, levels, languages, phrases, examples, answer };
  scopes.set(made, scope);
  return made;
}

/** The load that a flow comes from. */
const scopes = new WeakMap<Flow, LevelScope>();

/** Rejects `undefined` (a circular import) and values that are not levels (untyped callers). */
function refuseOdd(flow: string, levels: readonly unknown[]): void {
  const option = `levels of the flow ${flow}`;
  if (levels.length === 0) {
    const suggestion = 'give it at least one, made with level(); calls begin at the first';
    throw new PlivoJsxError('E_OPTION', { option, problem: 'is empty', suggestion });
  }
  const odd = levels.findIndex((level) => typeof level !== 'function' || !('component' in level));
  if (odd === -1) return;
  throw new PlivoJsxError('E_OPTION', {
    option,
    problem: `holds something that is no level, at position ${odd + 1}`,
    suggestion:
      levels[odd] === undefined
        ? 'check its import: two files that import each other leave one undefined at start'
        : 'give what level() or callback() made',
  });
}

/**
 * Refuses levels that were made beside these flows and that no flow has: a link to one would lead a caller nowhere.
 *
 * @param flows the flows that an app serves
 * @throws {@link PlivoJsxError} `E_LEVEL_ALONE` for the first of them
 */
export function refuseUnclaimed(flows: readonly Flow[]): void {
  const loads = flows.length === 0 ? [currentScope()] : flows.flatMap((flow) => scopes.get(flow) ?? []);
  for (const scope of new Set(loads)) scope.refuseUnclaimed();
}
