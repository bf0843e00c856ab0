/**
 * One declaration for each kind of event: the readers of its fields, from which their types are derived.
 *
 * A declaration that uses the fields of another file states its type with `typeof`: a declaration file repeats an
 * inferred type without the sentences of fields that are declared elsewhere.
 * @module
 */
import type { FieldReader } from './field.ts';

/** The readers of fields, by the name that a field has in a call. */
export type FieldTable = { readonly [name: string]: FieldReader<unknown> };

/** An event that Plivo reports with a request. */
export interface EventDefinition<Kind extends string, Fields> {
  readonly kind: Kind;
  /** The fields that it has beside those of every request. */
  readonly fields: Fields;
}

/** Declares an event; `src/webhook/events/index.ts` lists all of them. */
export const defineEvent = <const Kind extends string, Fields extends FieldTable>(
  kind: Kind,
  fields: Fields,
): EventDefinition<Kind, Fields> => ({ kind, fields });

/** The value that a reader returns. */
export type CallFieldValue<Reader> = Reader extends FieldReader<infer Value> ? Value : never;

/** The values of a table of readers; each keeps the sentence that stands at its reader. */
export type CallFieldValues<Fields> = { readonly [Name in keyof Fields]: CallFieldValue<Fields[Name]> };
