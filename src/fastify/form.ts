/**
 * Plivo's form: its fields and its original text.
 * @module
 */
import { parse } from 'fast-querystring';

/** The fields of a form; a repeated field is a list. */
export type Fields = { readonly [name: string]: string | string[] };

/** The key of the original text: a symbol, since the caller chooses the names of fields. */
const asSent = Symbol('the form as it was sent');

/** The most fields of a form. Plivo sends about thirty. */
const mostFields = 256;

/** The code of the error for too many fields. */
export const tooManyFields = 'too many fields';

/** Rejects a form; Fastify answers with the status. */
class TooManyFields extends Error {
  readonly statusCode = 413;
  readonly code = tooManyFields;
}

/** Parses a form: the `parser` of `@fastify/formbody` for the routes of flows. */
export function parseForm(text: string): Fields {
  if (hasMoreThan(mostFields, text)) throw new TooManyFields();
  const fields = parse(text) as Fields & { [asSent]?: string };
  fields[asSent] = text;
  return fields;
}

/** The original text of a form; undefined when another parser read it. */
export const formText = (fields: object): string | undefined => (fields as { [asSent]?: string })[asSent];

function hasMoreThan(most: number, text: string): boolean {
  // A shorter text cannot hold that many separators.
  if (text.length <= most) return false;
  let fields = 1;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1))
    if (++fields > most) return true;
  return false;
}
