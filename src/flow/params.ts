/**
 * The parameters of a level: how they travel in its URL and how they are read back.
 * @module
 */
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { PlivoJsxError } from '../errors.ts';
import { isPromise } from '../render/promise.ts';

/** A schema of any library that follows the Standard Schema specification, for an object of parameters. */
export type ParamsSchema = StandardSchemaV1<unknown, object>;

/** The parameters that a component gets. */
export type ParamsOf<S> = S extends ParamsSchema ? StandardSchemaV1.InferOutput<S> : {};

type OptionalKeys<T> = { [K in keyof T]-?: {} extends Pick<T, K> ? K : never }[keyof T];

/** What can be written into a URL as it is. */
type Travels = string | number | boolean | null | undefined;

/** What a component gets, or the text that it is read from: a date or a list does not travel. */
type LinkValue<In, Out> = unknown extends Out
  ? Out
  : [Out] extends [Travels]
    ? Out
    : Extract<unknown extends In ? string : In, string>;

type LinkValues<Input, Output> = {
  [K in keyof Output]: LinkValue<K extends keyof Input ? Input[K] : unknown, Output[K]>;
};

// For each member of a union by itself, or it would be left with what all of them have.
type LinkParams<Input, Output> = Output extends unknown
  ? Omit<LinkValues<Input, Output>, OptionalKeys<Input>> &
      Partial<Pick<LinkValues<Input, Output>, OptionalKeys<Input> & keyof Output>>
  : never;

/** The parameters that a link takes: those that the component gets, less what the schema fills in by itself. */
export type LinkParamsOf<S extends ParamsSchema> = LinkParams<
  StandardSchemaV1.InferInput<S>,
  StandardSchemaV1.InferOutput<S>
>;

/** The names of parameters whose schema takes no text. */
type NeverText<Input> = {
  [K in keyof Input]-?: unknown extends Input[K]
    ? never
    : [Extract<Input[K], string>] extends [never]
      ? K
      : never;
}[keyof Input];

/** Refuses a schema that could never read its own link: all that a URL brings is text. */
export type ReadsText<S> = S extends ParamsSchema
  ? [NeverText<StandardSchemaV1.InferInput<S>>] extends [never]
    ? unknown
    : {
        'A URL brings text; read it, such as with z.coerce or z.stringbool': NeverText<
          StandardSchemaV1.InferInput<S>
        >;
      }
  : unknown;

// To the type {} any parameter would be welcome.
type NoParams = { readonly [name: string]: never };

/** What a link is called with: nothing at all when no parameter is needed. */
export type LinkArguments<S> = S extends ParamsSchema
  ? {} extends LinkParamsOf<S>
    ? [params?: LinkParamsOf<S>]
    : [params: LinkParamsOf<S>]
  : [params?: NoParams];

// Within these characters every Plivo SDK signs the same bytes, so that no proxy or port can tell them apart.
const travels = /^[A-Za-z0-9._~-]+$/;

// Plivo's own fields begin with a capital letter and come in the same query with a GET.
const goodName = /^[a-z][A-Za-z0-9._~-]*$/;

/** `?lang=en&try=2`: sorted, readable, empty without parameters. */
export function queryOf(level: string, params: object): string {
  const entries = Object.entries(params).filter(([, value]) => value !== undefined && value !== null);
  if (entries.length === 0) return '';
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `?${entries.map(([name, value]) => `${name}=${valueOf(level, name, value)}`).join('&')}`;
}

function valueOf(level: string, param: string, value: unknown): string {
  if (!goodName.test(param)) throw new PlivoJsxError('E_PARAM_NAME', { level, param });
  const text = String(value);
  const plain = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  if (plain && travels.test(text)) return text;
  throw new PlivoJsxError('E_PARAM', { level, param });
}

/** The parameters of a request: read, or refused. */
export type ReadParams<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** Reads a level's parameters from a query; a promise when the schema is asynchronous. */
export function readParams(
  schema: ParamsSchema | undefined,
  query: unknown,
): ReadParams<object> | Promise<ReadParams<object>> {
  if (schema === undefined) return { ok: true, value: {} };
  const result = schema['~standard'].validate(query);
  return isPromise(result) ? Promise.resolve(result).then(settled) : settled(result);
}

const settled = (result: StandardSchemaV1.Result<object>): ReadParams<object> =>
  result.issues === undefined ? { ok: true, value: result.value } : { ok: false };
