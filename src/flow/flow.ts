/**
 * A flow: a set of levels that are served together.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { Link } from '../elements/url.ts';
import { catalogueFacts, type AnyCatalogue } from './catalogue.ts';
import type { AnyLevel } from './level.ts';
import { currentRegistry, type LevelRegistry } from './level-registry.ts';
import { defaultPhrases, phrasesOf, type Phrases } from './phrases.ts';

/** The parts of a flow. */
export interface FlowOptions {
  /** All levels and callbacks. The first level answers a call. */
  readonly levels: readonly [AnyLevel, ...AnyLevel[]];
  /** The languages that it speaks: the values of the parameter `lang`. Default: those of its catalogue, or none. */
  readonly languages?: readonly string[];
  /**
   * The sentences of the flow in each of its languages, made with `catalogue()`. Links of the flow then carry the language of
   * the call in `lang`. Default: none.
   */
  readonly catalogue?: AnyCatalogue;
  /**
   * The sentences for failures. Called at start, once for each language, and once with `undefined`, for requests without a
   * known language. Default: the sentences `apology`, `oneMoment` and `startOver` of the catalogue; in English where it has none.
   */
  readonly phrases?: (lang: string | undefined) => Phrases;
  /**
   * The rules of `plivo-jsx check` that are switched off: for the path of a level, the number of each rule and why its finding is
   * what you want. The report repeats the reason. Default: none.
   */
  readonly checks?: ChecksOff;
  /** The requests that `/test-xml` shows: a link, and the fields that Plivo would send to it. Default: the first level. */
  readonly examples?: () => readonly FlowExample[];
}

/** Reasons, by the path of a level and the number of a rule, such as `{ '/ivr': { R106: 'The desk rings for ever.' } }`. */
export interface ChecksOff {
  readonly [path: string]: { readonly [rule: `R${number}`]: string };
}

/** A request whose document `/test-xml` shows. */
export interface FlowExample {
  /** The heading of the example. */
  readonly title: string;
  /** A link to the level. */
  readonly link: Link;
  /** The fields that Plivo would send, such as `{ Digits: '1' }`. Default: none. */
  readonly fields?: { readonly [name: string]: string };
}

/** A set of levels that are served together. */
export interface Flow extends Required<Omit<FlowOptions, 'catalogue'>> {
  /** The sentences of the flow in each of its languages, if it has a catalogue. */
  readonly catalogue: AnyCatalogue | undefined;
  /** The name of the flow in logs and errors. */
  readonly name: string;
  /** The level that answers a call. */
  readonly firstLevel: AnyLevel;
}

/**
 * Creates a flow of levels. Each level belongs to exactly one flow.
 *
 * @param name the name in logs and errors, such as the name of its folder
 * @param options its levels, its languages and its sentences for failures
 * @returns the flow, for the option `flows` of the plugin
 * @throws {@link PlivoJsxError} `E_OPTION` when there is no level or a value is not a level; `E_LEVEL_TWICE` when two
 *   levels have the same path; `E_LEVEL_SHARED` when another flow has the level already
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
  const { levels, catalogue, checks = {} } = options;
  const spoken = catalogue?.[catalogueFacts].languages;
  const { languages = spoken ?? [] } = options;
  const {
    phrases = (lang) =>
      catalogue === undefined ? defaultPhrases : phrasesOf(catalogue, lang ?? languages[0]),
  } = options;
  assertLevels(name, levels);
  if (spoken !== undefined) assertSpoken(name, languages, spoken);
  const [firstLevel] = levels;
  const {
    examples = () => [{ title: 'The first level', link: new Link(firstLevel.path, firstLevel.path) }],
  } = options;
  const registry = currentRegistry();
  const paths = new Set<string>();
  for (const level of levels) {
    const { path, kind } = level;
    const owner = registry.flowOf(level);
    if (paths.has(path)) throw new PlivoJsxError('E_LEVEL_TWICE', { path, flow: name });
    if (owner !== undefined) throw new PlivoJsxError('E_LEVEL_SHARED', { path, kind, owner, flow: name });
    paths.add(path);
  }
  assertChecks(name, checks, paths);
  registry.assign(levels, name);
  const created: Flow = { name, levels, languages, catalogue, phrases, examples, checks, firstLevel };
  registries.set(created, registry);
  return created;
}

/** The registry of the load that created a flow. */
const registries = new WeakMap<Flow, LevelRegistry>();

/** Rejects `undefined` (a circular import) and values that are not levels (untyped callers). */
function assertLevels(flow: string, levels: readonly unknown[]): void {
  const option = `levels of the flow ${flow}`;
  if (levels.length === 0) {
    const suggestion = 'give at least one level, made with level(); the first one answers a call';
    throw new PlivoJsxError('E_OPTION', { option, problem: 'is empty', suggestion });
  }
  const position = levels.findIndex((level) => typeof level !== 'function' || !('component' in level));
  if (position === -1) return;
  throw new PlivoJsxError('E_OPTION', {
    option,
    problem: `has a value that is not a level at position ${position + 1}`,
    suggestion:
      levels[position] === undefined
        ? 'check its import: if two files import each other, one of the values is undefined at start'
        : 'give only values that level() or callback() returned',
  });
}

/** Rejects a rule that is switched off where no level is, or without a reason. */
function assertChecks(flow: string, checks: ChecksOff, paths: ReadonlySet<string>): void {
  const option = `checks of the flow ${flow}`;
  for (const [path, rules] of Object.entries(checks)) {
    if (!paths.has(path))
      throw new PlivoJsxError('E_OPTION', {
        option,
        problem: `names ${path}, which is no level of this flow`,
        suggestion: 'name the path of one of its levels',
      });
    for (const [rule, reason] of Object.entries(rules)) {
      const isReason = typeof reason === 'string' && reason.trim() !== '';
      if (/^R\d{3}$/.test(rule) && isReason) continue;
      throw new PlivoJsxError('E_OPTION', {
        option,
        problem: isReason
          ? `switches off ${rule}, which is no number of a rule`
          : `switches off ${rule} without a reason`,
        suggestion:
          "write the number of a rule and why, such as { R106: 'The desk rings until somebody answers.' }",
      });
    }
  }
}

/** Rejects languages that the catalogue of the flow does not have. */
function assertSpoken(flow: string, languages: readonly string[], spoken: readonly string[]): void {
  const missing = languages.find((language) => !spoken.includes(language));
  if (missing === undefined) return;
  throw new PlivoJsxError('E_OPTION', {
    option: `languages of the flow ${flow}`,
    problem: `has ${missing}, which its catalogue does not have`,
    suggestion: `add ${missing} to the catalogue, or leave the option out: its languages are ${spoken.join(', ')}`,
  });
}

/**
 * Checks that a flow lists each level that was created together with these flows: any other has no
 * route, so that a link to it would fail.
 *
 * @param flows the flows that an app serves
 * @throws {@link PlivoJsxError} `E_LEVEL_ALONE` for the first that no flow lists
 */
export function assertAllAssigned(flows: readonly Flow[]): void {
  const loaded =
    flows.length === 0 ? [currentRegistry()] : flows.flatMap((flow) => registries.get(flow) ?? []);
  for (const registry of new Set(loaded)) registry.assertAssigned();
}
