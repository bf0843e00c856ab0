/**
 * A level: one step of a flow.
 * @module
 */
import type { JsxElement, Source } from '../../jsx-runtime/element.ts';
import type { Call } from '../webhook/call.ts';
import { Link, type Method } from '../elements/url.ts';
import { PlivoJsxError } from '../errors.ts';
import type { Context } from '../render/context.ts';
import { currentScope } from './level-scope.ts';
import { queryOf, type LinkArguments, type ParamsOf, type ParamsSchema, type ReadsText } from './params.ts';
import { callSite } from './call-site.ts';

/** What the component of a level gets. */
export interface LevelProps<S = undefined> {
  /** The parameters of the URL, checked and typed by the level's schema. */
  readonly params: ParamsOf<S>;
  /** What Plivo says of the call: who, where from, what was pressed or said. */
  readonly call: Call;
}

/** The component of a level: it returns a `<Response>`, or a promise of one. */
export type LevelComponent<S = undefined> = (
  props: LevelProps<S>,
  context: Context,
) => JsxElement | Promise<JsxElement>;

/** How a level is served. */
export interface LevelOptions<S extends ParamsSchema | undefined> {
  /**
   * The parameters that travel in its URL, as text: what is to be a number in the component is read from a text, such as
   * with `z.coerce.number()`. Default: none.
   */
  readonly params?: S & ReadsText<S>;
  /** The methods that it answers. Default: `POST`; the first level of a flow also `GET`. */
  readonly methods?: readonly Method[];
}

/** One step of a flow: call it to get a {@link Link} to it. */
export interface Level<Path extends string = string, S extends ParamsSchema | undefined = undefined> {
  (...params: LinkArguments<S>): Link;
  readonly path: Path;
  readonly kind: 'level' | 'callback';
  readonly schema: ParamsSchema | undefined;
  readonly methods: readonly Method[] | undefined;
  readonly component: (
    props: { readonly params: object; readonly call: Call },
    context: Context,
  ) => JsxElement | Promise<JsxElement>;
  /** Where it was made. */
  readonly source: Source | undefined;
}

/** Any level, whatever its parameters. */
export type AnyLevel = Omit<Level, never>;

/** The methods that a level answers. */
export function methodsOf({ methods }: AnyLevel, isAnswer: boolean): readonly Method[] {
  return methods ?? (isAnswer ? ['GET', 'POST'] : ['POST']);
}

/** How Plivo is told to ask a level: by POST, where it may. */
export const methodOf = (level: AnyLevel, isAnswer: boolean): Method =>
  methodsOf(level, isAnswer).includes('POST') ? 'POST' : 'GET';

/** Levels at which a call is answered. */
export const answers = new WeakSet<AnyLevel>();

const goodPath = /^\/$|^(\/[A-Za-z0-9._~-]+)+$/;

/** Clients resolve `..` before they ask, and a request with `__proto__` in its address is refused. */
const neverAsked = /\/\.\.?(?:\/|$)|__proto__/;

/** What answers: a component, or the handler of a callback. */
type StepComponent = (props: never, context: Context) => unknown;

/** Makes a level or a callback; both are the same thing but for what Plivo does with the answer. */
export function step<Path extends string, S extends ParamsSchema | undefined>(
  kind: AnyLevel['kind'],
  path: Path,
  rest: readonly [StepComponent] | readonly [LevelOptions<S>, StepComponent],
): Level<Path, S> {
  const [options, component] = rest.length === 1 ? [{} as LevelOptions<S>, rest[0]] : rest;
  if (!goodPath.test(path) || neverAsked.test(path)) throw new PlivoJsxError('E_PATH', { path });
  // Without a name of its own a component could not be told from others in an error.
  if (component.name === '') Object.defineProperty(component, 'name', { value: `${kind} ${path}` });
  const target = {
    kind,
    // The first level of a flow answers GET as well, and which one that is is known once the flow is made.
    get methods() {
      return methodsOf(level, answers.has(level));
    },
  };
  const link = (params: object = {}) => new Link(path + queryOf(path, params), path, target);
  const level: AnyLevel = Object.assign(link as (...params: LinkArguments<S>) => Link, {
    path,
    kind,
    schema: options.params,
    methods: options.methods,
    component: component as unknown as AnyLevel['component'],
    source: callSite(),
  });
  currentScope().add(level);
  return level as Level<Path, S>;
}

/**
 * Makes one step of a flow: an address, the parameters that travel in it, and the component that answers.
 *
 * @param path the address, such as `/ivr/action`; letters, digits and `._~-` between slashes
 * @param component returns the `<Response>`; may be async
 * @throws {@link PlivoJsxError} `E_PATH` when the path has other characters, or ends with a slash
 * @returns a function that makes typed links to it
 * @example
 * ```tsx
 * import { GetDigits, level, Response, Speak } from 'plivo-jsx';
 * import * as z from 'zod';
 *
 * export const menu = level('/menu', () => (
 *   <Response>
 *     <GetDigits action={choice({ lang: 'en' })} numDigits={1}>
 *       <Speak>For our address, press 1.</Speak>
 *     </GetDigits>
 *   </Response>
 * ));
 *
 * const params = z.object({ lang: z.enum(['en', 'es']) });
 * export const choice = level('/choice', { params }, ({ call, params: { lang } }) => (
 *   <Response>
 *     <Speak language={lang === 'en' ? 'en-US' : 'es-US'}>{call.digits === '1' ? '12 Hill Street' : 'Goodbye'}</Speak>
 *   </Response>
 * ));
 * ```
 */
export function level<const Path extends `/${string}`>(path: Path, component: LevelComponent): Level<Path>;
export function level<const Path extends `/${string}`, S extends ParamsSchema | undefined = undefined>(
  path: Path,
  options: LevelOptions<S>,
  component: LevelComponent<S>,
): Level<Path, S>;
export function level(
  path: string,
  ...rest: [LevelComponent] | [LevelOptions<ParamsSchema | undefined>, LevelComponent<never>]
): unknown {
  return step('level', path, rest);
}
