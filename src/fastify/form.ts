/**
 * Plivo's form: its fields, and the text that it came as.
 * @module
 */
import { parse } from 'fast-querystring';

/** What a form holds; a field that came more than once is a list. */
export type Fields = { readonly [name: string]: string | string[] };

/** Where the text of a form is kept: not among its fields, which the caller may name. */
const asSent = Symbol('the form as it was sent');

/** Most fields that a form may have. Plivo sends some thirty. */
const mostFields = 256;

/** The code of the error. */
export const tooManyFields = 'too many fields';

/** Refuses a form before it costs time; Fastify answers with the status. */
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

/** The text that a form came as; undefined when another parser read it. */
export const formText = (fields: object): string | undefined => (fields as { [asSent]?: string })[asSent];

function hasMoreThan(most: number, text: string): boolean {
  // Shorter than its separators alone would be.
  if (text.length <= most) return false;
  let fields = 1;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1))
    if (++fields > most) return true;
  return false;
}
