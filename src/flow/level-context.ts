/**
 * What the components of a level can read beside their props.
 * @module
 */
import { Link } from '../elements/url.ts';
import type { Context } from '../render/context.ts';
import { DocumentError } from '../render/explain/problem.ts';
import type { LinkPlace } from '../render/output/final-url.ts';
import { outermost, setField } from '../render/walk/with-context.ts';
import { instantAt, type Temporal } from '../temporal.ts';
import type { Call } from '../webhook/call.ts';
import { isName, withDialogState, type DialogState } from './dialog-state.ts';
import type { Flow } from './flow.ts';
import { methodsOf, type AnyLevel } from './level.ts';
import { knownLanguage } from './languages.ts';
import { withLanguage } from './link-language.ts';

/** The request that a level answers. */
export interface LevelRequest {
  readonly baseUrl: string;
  readonly call: Call;
  readonly level: AnyLevel;
  readonly flow: Flow;
  /** The path and query of the level, without reserved keys and without Plivo's own fields. */
  readonly href: string;
  /** The value of `lang` in its address; any value, since it comes from outside. */
  readonly lang: unknown;
  readonly dialog: DialogState | undefined;
  /** When it arrived, in milliseconds since 1970. */
  readonly time: number;
  /** Whether dialogs check what they are given. */
  readonly development: boolean;
}

/** Options of `context.postBack`. */
export interface PostBackOptions {
  /**
   * Whether the level runs at the time of this document when the request comes: for the outcome of what began in it, such as a
   * transfer. Default: false, for the answer to a question: what is not offered any more cannot be chosen.
   */
  readonly keepsTime?: boolean | undefined;
}

/** The context of one request to a level. */
export class LevelContext implements Context {
  readonly [outermost]: Context = this;
  readonly baseUrl: string;
  readonly call: Call;
  /** When the request arrived, or the document was made whose dialog it belongs to, in milliseconds since 1970. */
  readonly time: number;
  // An object, since copies of this context share it.
  private readonly seen = { time: false };
  readonly level: string;
  readonly development: boolean;
  readonly dialog: DialogState | undefined;
  readonly language: string | undefined;
  readonly languages: readonly string[];
  readonly catalogue: Flow['catalogue'];
  /** Adds the language to the links of a flow with a catalogue, and what else is added to links. */
  readonly resolveLink: Context['resolveLink'];
  /** Whether a component reported a no-match. */
  isNoMatch = false;
  /** Whether the dialog that the request belongs to still stands in the level. */
  isDialogFound = false;
  readonly #request: LevelRequest;
  /** How many of each kind there are so far, and the names that are taken. */
  readonly #kinds = new Map<string, number>();
  readonly #names = new Set<string>();

  /** @param mark what else is added to links */
  constructor(request: LevelRequest, mark?: Context['resolveLink']) {
    const { baseUrl, call, level, flow, lang, dialog, time, development } = request;
    this.#request = request;
    this.baseUrl = baseUrl;
    this.call = call;
    this.time = dialog?.at === undefined ? time : dialog.at * 1000;
    this.level = level.path;
    this.development = development;
    this.dialog = dialog;
    this.language = knownLanguage(lang, flow.languages);
    this.languages = flow.languages;
    this.catalogue = flow.catalogue;
    this.resolveLink =
      flow.catalogue === undefined
        ? mark
        : (url, place) => addLanguage(mark?.(url, place) ?? url, place, flow);
  }

  /** Created when it is read: few components need it. A context around others is their prototype, so it has no private field. */
  get now(): Temporal.Instant {
    this.seen.time = true;
    return instantAt(this.time);
  }

  /** Called for a `<WithContext>` that sets the time. */
  set now(value: Temporal.Instant) {
    setField(this, 'now', value);
  }

  readonly noMatch = () => {
    this.isNoMatch = true;
  };

  readonly enterDialog = (component: string, name?: string): DialogState => {
    const kind = component.toLowerCase();
    const count = (this.#kinds.get(kind) ?? 0) + 1;
    this.#kinds.set(kind, count);
    const dialog = name ?? (count === 1 ? kind : `${kind}${count}`);
    const problem = this.#names.has(dialog)
      ? `has the name ${dialog}, as a dialog before it`
      : isName(dialog)
        ? undefined
        : 'has a name that cannot be written into an address';
    if (problem !== undefined) {
      const suggestion = 'give it a name of its own: a letter, and at most 31 letters, digits, _ and -';
      throw new DocumentError('E_DIALOG_PROP', { component, problem, suggestion });
    }
    this.#names.add(dialog);
    if (this.dialog?.dialog !== dialog) return { dialog, phase: 'begin', noInput: 0, noMatch: 0, repeats: 0 };
    this.isDialogFound = true;
    return this.dialog;
  };

  readonly postBack = (state: DialogState, { keepsTime = false }: PostBackOptions = {}): Link => {
    if (!isName(state.phase)) throw wrongPhase(state.dialog);
    const { level, href } = this.#request;
    // A level that does not ask for the time is the same at any time.
    const at = keepsTime && this.seen.time ? Math.floor(this.time / 1000) : undefined;
    // Not the level's own target: its documents are not the sounds that this link may lead to.
    const kind = state.phase === 'notice' ? 'callback' : 'level';
    return new Link(withDialogState(href, { ...state, at }), level.path, { kind, methods: methodsOf(level) });
  };
}

const wrongPhase = (component: string) =>
  new DocumentError('E_DIALOG_PROP', {
    component,
    problem: 'posts back with a phase that cannot be used',
    suggestion: 'begin with a letter, and go on with at most 31 letters, digits, _ and -',
  });

/** Adds the language of the place where a link stands, unless the link has one or leads out of the flow. */
const addLanguage = (
  url: string,
  { link, context: { language } }: Pick<LinkPlace, 'link' | 'context'>,
  { levels }: Flow,
): string =>
  link === undefined || language === undefined || !levels.some(({ path }) => path === link.level)
    ? url
    : withLanguage(url, language);
