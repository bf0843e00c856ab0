/**
 * The values of parameters that the author wrote, as far as a schema tells: any other may be a caller's.
 * @module
 */
import type { StandardJSONSchemaV1 } from '@standard-schema/spec';
import type { ParamsSchema } from './params.ts';

/** Three digits may be a code, whoever wrote them. */
const mayBeCode = /\d{3}/;

/** A parameter with as many different keys may be any key that was pressed, one of a PIN for example. */
const mostKeys = 9;

const isKey = (word: string) => /^[\d*#]+$/.test(word);

/** What may be told of the parameters of one level. */
export class AuthoredValues {
  readonly #schema: ParamsSchema | undefined;
  readonly #languages: readonly string[];
  #known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  /**
   * @param schema the parameters of the level
   * @param languages what its flow speaks: the values of `lang`
   */
  constructor(schema: ParamsSchema | undefined, languages: readonly string[]) {
    this.#schema = schema;
    this.#languages = languages;
  }

  /** True for a parameter that the schema names. */
  names(param: string): boolean {
    return this.#words.has(param);
  }

  /** True for a value of a parameter that the author wrote: a word of an enumeration, a truth value, a small number. */
  has(param: string, value: string): boolean {
    return this.#words.get(param)?.has(value) === true;
  }

  // Made when it is first asked for: a server should start soon.
  get #words(): ReadonlyMap<string, ReadonlySet<string>> {
    this.#known ??= wordsOf(this.#schema, this.#languages);
    return this.#known;
  }
}

/** No parameter has a name or a value that may be told. */
export const noAuthoredValues = new AuthoredValues(undefined, []);

function wordsOf(
  schema: ParamsSchema | undefined,
  languages: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  for (const half of ['input', 'output'] as const) addProperties(jsonSchemaOf(schema, half), words);
  if (languages.length > 0) words.set('lang', new Set([...(words.get('lang') ?? []), ...languages]));
  for (const [name, values] of words) words.set(name, new Set(tellable([...values])));
  return words;
}

function tellable(values: readonly string[]): readonly string[] {
  const plain = values.filter((value) => !mayBeCode.test(value));
  return plain.filter(isKey).length > mostKeys ? plain.filter((value) => !isKey(value)) : plain;
}

/** What a schema says of itself, if its library can; see https://standardschema.dev/json-schema. */
function jsonSchemaOf(schema: ParamsSchema | undefined, half: 'input' | 'output'): unknown {
  const { jsonSchema } = (schema?.['~standard'] ?? {}) as Partial<StandardJSONSchemaV1.Props>;
  try {
    // Zod throws at a type that JSON does not have unless it is told otherwise; others ignore it.
    return jsonSchema?.[half]({ target: 'draft-2020-12', libraryOptions: { unrepresentable: 'any' } });
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

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

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

/** The whole numbers of a range, if it has no more than may be told. */
const numbersIn = (minimum: number, maximum: number): string[] =>
  maximum - minimum < mostKeys && maximum >= minimum
    ? Array.from({ length: maximum - minimum + 1 }, (_, at) => String(minimum + at))
    : [];
