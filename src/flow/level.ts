/**
 * A level: one step of a flow.
 * @module
 */
import type { JsxElement, Source } from '../../jsx-runtime/element.ts';
import type { Call } from '../webhook/call.ts';
import { Link, type LinkTarget, type Method } from '../elements/url.ts';
import { PlivoJsxError } from '../errors.ts';
import type { Context } from '../render/context.ts';
import { soundUseOf, type SoundUse } from '../render/validate/sound.ts';
import { currentRegistry, isFirstLevel } from './level-registry.ts';
import {
  writeQuery,
  type LinkArguments,
  type ParamsOf,
  type ParamsSchema,
  type ReadsText,
} from './params.ts';
import { callSite } from './call-site.ts';

/** The props of the component of a level. */
export interface LevelProps<S = undefined> {
  /** The parameters of the URL, checked and typed by the schema of the level. */
  readonly params: ParamsOf<S>;
  /** What Plivo reports about the call, such as the caller's number, and the keys that were pressed or the words that were spoken. */
  readonly call: Call;
}

/** The component of a level. It returns a `<Response>`, or a promise of one. */
export type LevelComponent<S = undefined> = (
  props: LevelProps<S>,
  context: Context,
) => JsxElement | Promise<JsxElement>;

/** The options of a level. */
export interface LevelOptions<S extends ParamsSchema | undefined> {
  /**
   * A schema of the parameters in its URL. A URL has only text, so a schema for a number reads it from text, such as
   * `z.coerce.number()`. It reads any text as the link was given it. Nothing in a URL is secret: for the caller's number,
   * read `call.from`. Default: no parameters.
   */
  readonly params?: S & ReadsText<S>;
  /** The HTTP methods that it answers. Default: `POST`; the first level of a flow also answers `GET`. */
  readonly methods?: readonly Method[];
}

/** One step of a flow. Call it with parameters to get a {@link Link} to it. */
export interface Level<Path extends string = string, S extends ParamsSchema | undefined = undefined> {
  /**
   * Creates a link.
   *
   * @throws {@link PlivoJsxError} `E_PARAM` when a value has characters that a URL cannot carry; `E_PARAM_NAME` when a name has
   */
  (...params: LinkArguments<S>): Link;
  /** The path of its URL, such as `/ivr/action`. */
  readonly path: Path;
  /** `level` replies with a document; `callback` replies with nothing. */
  readonly kind: 'level' | 'callback';
  /** The schema of its parameters. */
  readonly schema: ParamsSchema | undefined;
  /** The methods that its options name. */
  readonly methods: readonly Method[] | undefined;
  /** The component that returns the document, or the handler of a callback. */
  readonly component: (
    props: { readonly params: object; readonly call: Call },
    context: Context,
  ) => JsxElement | Promise<JsxElement>;
  /** The place in the author's files where it was created. */
  readonly source: Source | undefined;
  /** Whether a link to it was made since the process began. */
  readonly isLinked: boolean;
}

/** A level with any parameters. `Omit` drops the call signature: a level with required parameters is not assignable to one without. */
export type AnyLevel = Omit<Level, never>;

/** Returns the methods that a level answers. Only its flow, which is created later, decides whether it is the first level. */
export function methodsOf(level: AnyLevel): readonly Method[] {
  return level.methods ?? (isFirstLevel(level) ? ['GET', 'POST'] : ['POST']);
}

/** Returns the method by which Plivo should request a level: POST if the level answers it. */
export const methodOf = (level: AnyLevel): Method => (methodsOf(level).includes('POST') ? 'POST' : 'GET');

const validPath = /^\/$|^(\/[A-Za-z0-9._~-]+)+$/;

/** HTTP clients resolve `..` before they send a request, and the server rejects addresses with `__proto__`. */
const unusablePath = /\/\.\.?(?:\/|$)|__proto__/;

/** A component of a level, or the handler of a callback. */
type AnyComponent = (props: never, context: Context) => unknown;

/** What the links to a level lead to. */
const targets = new WeakMap<AnyLevel, LinkTarget>();

/** The element that plays the document of a level, if one was printed with a link to it. Known in development only. */
export function soundOf(level: AnyLevel): SoundUse | undefined {
  return soundUseOf(targets.get(level));
}

/**
 * Creates a level or a callback. They differ only in what Plivo does with the reply.
 *
 * @param creator the public function that the author called
 */
export function createLevel<Path extends string, S extends ParamsSchema | undefined>(
  kind: AnyLevel['kind'],
  path: Path,
  rest: readonly [AnyComponent] | readonly [LevelOptions<S>, AnyComponent],
  creator: (...args: never) => unknown,
): Level<Path, S> {
  const [options, component] = rest.length === 1 ? [{} as LevelOptions<S>, rest[0]] : rest;
  if (!validPath.test(path) || unusablePath.test(path)) throw new PlivoJsxError('E_PATH', { path });
  // Errors name the component, so an anonymous function gets a name.
  if (component.name === '') Object.defineProperty(component, 'name', { value: `${kind} ${path}` });
  const target = {
    kind,
    get methods() {
      return methodsOf(level);
    },
  };
  let isLinked = false;
  const link = (params: object = {}) => {
    isLinked = true;
    return new Link(path + writeQuery(path, params), path, target);
  };
  const level = Object.assign(link as (...params: LinkArguments<S>) => Link, {
    path,
    kind,
    schema: options.params,
    methods: options.methods,
    component: component as unknown as AnyLevel['component'],
    source: callSite(creator),
  }) as unknown as AnyLevel;
  Object.defineProperty(level, 'isLinked', { get: () => isLinked });
  targets.set(level, target);
  currentRegistry().add(level);
  return level as Level<Path, S>;
}

/**
 * Creates one step of a flow: a path, its parameters, and the component that returns the document.
 *
 * @param path the path, such as `/ivr/action`: letters, digits and `._~-` between slashes
 * @param options the schema of the parameters, and the methods that the level answers. Default: no parameters
 * @param component returns the `<Response>`; may be async
 * @returns a function that creates typed links to the level
 * @throws {@link PlivoJsxError} `E_PATH` when the path has other characters, ends with a slash, or has a part `.`, `..` or
 *   with `__proto__`
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
 *     <Speak language={lang === 'en' ? 'en-US' : 'es-ES'}>{call.digits === '1' ? '12 Hill Street' : 'Goodbye'}</Speak>
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
  return createLevel('level', path, rest, level);
}
