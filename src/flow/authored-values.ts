/**
 * The values of parameters that the author wrote in a schema. Only these may be logged: any other value may be a caller's.
 * @module
 */
import type { StandardJSONSchemaV1 } from '@standard-schema/spec';
import { isObject } from '../render/node-kind.ts';
import type { ParamsSchema } from './params.ts';

/** Three digits may be an access code, even if the author wrote them. */
const mayBeCode = /\d{3}/;

/** A parameter that can have more different keys than these may be any key that was pressed, such as one digit of a PIN. */
const mostKeys = 9;

const isKey = (word: string) => /^[\d*#]+$/.test(word);

/** The parameters of one level, and those of their values that may be logged. */
export class AuthoredValues {
  readonly #schema: ParamsSchema | undefined;
  readonly #languages: readonly string[];
  #cached: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  /**
   * @param schema the schema of the level's parameters
   * @param languages the languages of its flow: the values of `lang`
   */
  constructor(schema: ParamsSchema | undefined, languages: readonly string[]) {
    this.#schema = schema;
    this.#languages = languages;
  }

  /** True for a parameter that the schema declares. */
  declares(param: string): boolean {
    return this.#values.has(param);
  }

  /** True for a value that the author wrote: a word of an enumeration, a boolean, a number of a small range. */
  has(param: string, value: string): boolean {
    return this.#values.get(param)?.has(value) === true;
  }

  // Computed at the first access, so that the server starts faster.
  get #values(): ReadonlyMap<string, ReadonlySet<string>> {
    this.#cached ??= authoredValuesOf(this.#schema, this.#languages);
    return this.#cached;
  }
}

/** No name and no value of a parameter may be logged. */
export const noAuthoredValues = new AuthoredValues(undefined, []);

function authoredValuesOf(
  schema: ParamsSchema | undefined,
  languages: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  for (const side of ['input', 'output'] as const) addProperties(jsonSchemaOf(schema, side), words);
  if (languages.length > 0) words.set('lang', new Set([...(words.get('lang') ?? []), ...languages]));
  for (const [name, values] of words) words.set(name, new Set(loggable([...values])));
  return words;
}

function loggable(values: readonly string[]): readonly string[] {
  const plain = values.filter((value) => !mayBeCode.test(value));
  return plain.filter(isKey).length > mostKeys ? plain.filter((value) => !isKey(value)) : plain;
}

/** The JSON Schema of a schema, if its library provides one; see https://standardschema.dev/json-schema. */
function jsonSchemaOf(schema: ParamsSchema | undefined, side: 'input' | 'output'): unknown {
  const { jsonSchema } = (schema?.['~standard'] ?? {}) as Partial<StandardJSONSchemaV1.Props>;
  try {
    // Without this option Zod throws for a type that JSON does not have; other libraries ignore the option.
    return jsonSchema?.[side]({ target: 'draft-2020-12', libraryOptions: { unrepresentable: 'any' } });
  } catch {
    return undefined;
  }
}

interface JsonSchema {
  readonly properties?: unknown;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly type?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}

const partsOf = (schema: object): unknown[] =>
  ['anyOf', 'oneOf', 'allOf'].flatMap((name) => (schema as Record<string, unknown>)[name] ?? []);

function addProperties(schema: unknown, words: Map<string, Set<string>>): void {
  if (!isObject(schema)) return;
  const { properties } = schema as JsonSchema;
  for (const [name, property] of isObject(properties) ? Object.entries(properties) : []) {
    const values = words.get(name) ?? new Set();
    words.set(name, values);
    addValues(property, values);
  }
  for (const part of partsOf(schema)) addProperties(part, words);
}

function addValues(schema: unknown, values: Set<string>): void {
  if (!isObject(schema)) return;
  const { enum: list, const: one, type, minimum, maximum } = schema as JsonSchema;
  for (const value of [...(Array.isArray(list) ? list : []), one])
    if (value !== undefined && !isObject(value)) values.add(String(value));
  if (type === 'boolean') for (const value of ['true', 'false']) values.add(value);
  if (type === 'integer' && typeof minimum === 'number' && typeof maximum === 'number')
    for (const value of numbersIn(minimum, maximum)) values.add(value);
  for (const part of partsOf(schema)) addValues(part, values);
}

/** The integers of a range, if it is small enough to be logged. */
const numbersIn = (minimum: number, maximum: number): string[] =>
  maximum - minimum < mostKeys && maximum >= minimum
    ? Array.from({ length: maximum - minimum + 1 }, (_, at) => String(minimum + at))
    : [];
