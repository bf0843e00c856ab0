/**
 * The parameters of a level, where its flow adds the language of the call to every link.
 * @module
 */
import type { Flow } from './flow.ts';
import type { AnyLevel } from './level.ts';
import { readParams, type ReadParams } from './params.ts';

type Query = Readonly<Record<string, unknown>>;

/**
 * Reads the parameters of a level from a query. Links of a flow with a catalogue carry `lang` by themselves, which a strict
 * schema refuses although its author wrote nothing wrong: it is then read again without `lang`.
 *
 * @returns a promise when the schema is async
 */
export function readLevelParams(
  { schema }: AnyLevel,
  flow: Flow,
  query: Query,
): ReadParams<object> | Promise<ReadParams<object>> {
  const read = readParams(schema, query);
  if (flow.catalogue === undefined || !flow.languages.some((language) => language === query['lang']))
    return read;
  const again = (first: ReadParams<object>) => (first.ok ? first : withoutLanguage(schema, query, first));
  return read instanceof Promise ? read.then(again) : again(read);
}

/** Refused both times, the reasons of the first reading count: they are about what was sent. */
function withoutLanguage(
  schema: AnyLevel['schema'],
  { ...query }: { lang?: unknown } & Query,
  first: ReadParams<object>,
): ReadParams<object> | Promise<ReadParams<object>> {
  delete query.lang;
  const read = readParams(schema, query);
  const better = (second: ReadParams<object>) => (second.ok ? second : first);
  return read instanceof Promise ? read.then(better) : better(read);
}
