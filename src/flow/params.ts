/**
 * The parameters of a level: how a link writes them into the URL, and how they are read from it.
 * @module
 */
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { PlivoJsxError } from '../errors.ts';
import { isPromise } from '../render/promise.ts';
import { encodeText } from './param-text.ts';

/** A schema of any library that follows the Standard Schema specification, for an object of parameters. */
export type ParamsSchema = StandardSchemaV1<unknown, object>;

/** The type of the parameters that a component gets. */
export type ParamsOf<S> = S extends ParamsSchema ? StandardSchemaV1.InferOutput<S> : {};

type OptionalKeys<T> = { [K in keyof T]-?: {} extends Pick<T, K> ? K : never }[keyof T];

/** Values that can be written into a URL directly. */
type UrlValue = string | number | boolean | null | undefined;

/** The type of the component's parameter, or, for values such as a date or a list, the text that the schema reads it from. */
type LinkValue<In, Out> = unknown extends Out
  ? Out
  : [Out] extends [UrlValue]
    ? Out
    : Extract<unknown extends In ? string : In, string>;

type LinkValues<Input, Output> = {
  [K in keyof Output]: LinkValue<K extends keyof Input ? Input[K] : unknown, Output[K]>;
};

// Distributes over a union; otherwise only the parameters that all members have would remain.
type LinkParams<Input, Output> = Output extends unknown
  ? Omit<LinkValues<Input, Output>, OptionalKeys<Input>> &
      Partial<Pick<LinkValues<Input, Output>, OptionalKeys<Input> & keyof Output>>
  : never;

/** The parameters of a link: those of the component, of which those with a default in the schema are optional. */
export type LinkParamsOf<S extends ParamsSchema> = LinkParams<
  StandardSchemaV1.InferInput<S>,
  StandardSchemaV1.InferOutput<S>
>;

/** The names of parameters whose schema does not accept text. */
type NeverText<Input> = {
  [K in keyof Input]-?: unknown extends Input[K]
    ? never
    : [Extract<Input[K], string>] extends [never]
      ? K
      : never;
}[keyof Input];

/** Rejects a schema that could not read its own link, since every parameter of a URL is text. */
export type ReadsText<S> = S extends ParamsSchema
  ? [NeverText<StandardSchemaV1.InferInput<S>>] extends [never]
    ? unknown
    : {
        'A URL has only text: use a schema that reads text, such as z.coerce or z.stringbool': NeverText<
          StandardSchemaV1.InferInput<S>
        >;
      }
  : unknown;

// The type {} would accept any parameter.
type NoParams = { readonly [name: string]: never };

/** The arguments of a link; they can be left out when no parameter is required. */
export type LinkArguments<S> = S extends ParamsSchema
  ? {} extends LinkParamsOf<S>
    ? [params?: LinkParamsOf<S>]
    : [params: LinkParamsOf<S>]
  : [params?: NoParams];

// A GET request has Plivo's fields in the same query; most of them begin with an upper-case letter.
const validName = /^[a-z][A-Za-z0-9._~-]*$/;

/** The most characters of a path and its query. Plivo's whole URL may have 4096, with the public address and the fields of a GET. */
const mostCharacters = 3072;

/** Returns the query of a link, sorted by name, such as `?lang=en&try=2`; an empty text without parameters. */
export function writeQuery(level: string, params: object): string {
  const entries = Object.entries(params).filter(([, value]) => value !== undefined && value !== null);
  if (entries.length === 0) return '';
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  let query = '';
  for (const [param, value] of entries) {
    query += `${query === '' ? '?' : '&'}${param}=${encodeText(textOf(level, param, value))}`;
    if (level.length + query.length > mostCharacters) throw wrongParam(level, param, tooLong);
  }
  return query;
}

function textOf(level: string, param: string, value: unknown): string {
  if (!validName.test(param)) throw new PlivoJsxError('E_PARAM_NAME', { level, param });
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return String(value);
  throw wrongParam(level, param, notText);
}

const notText = {
  problem: 'has a value that cannot be written into a URL',
  suggestion: 'a text, a finite number or a boolean',
};

const tooLong = {
  problem: `makes its address longer than ${mostCharacters} characters`,
  suggestion: 'a shorter text, or the key of an entry in your own store',
};

const wrongParam = (level: string, param: string, why: { problem: string; suggestion: string }) =>
  new PlivoJsxError('E_PARAM', { level, param, ...why });

/** Parameters that the schema rejects, with its reasons. They may quote a value. */
export interface RejectedParams {
  readonly ok: false;
  readonly issues: readonly StandardSchemaV1.Issue[];
}

/** The parameters of a request, or `ok: false` if the schema rejects them. */
export type ReadParams<T> = { readonly ok: true; readonly value: T } | RejectedParams;

/** Reads the parameters of a level from a query. Returns a promise when the schema is asynchronous. */
export function readParams(
  schema: ParamsSchema | undefined,
  query: unknown,
): ReadParams<object> | Promise<ReadParams<object>> {
  if (schema === undefined) return { ok: true, value: {} };
  const result = schema['~standard'].validate(query);
  return isPromise(result) ? Promise.resolve(result).then(toReadParams) : toReadParams(result);
}

const toReadParams = (result: StandardSchemaV1.Result<object>): ReadParams<object> =>
  result.issues === undefined ? { ok: true, value: result.value } : { ok: false, issues: result.issues };
