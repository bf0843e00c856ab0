/**
 * Errors of stores without what was stored: some servers quote the arguments of a command that they reject.
 * @module
 */
import { redactorFor } from '../report/redact.ts';

/** A copy of an error in which no part of a JSON text is left. */
export function withoutText(error: unknown, text: string): Error {
  const redact = redactorFor({}, [text, JSON.parse(text)]);
  const { name, message, code } = (Object(error) === error ? error : {}) as Partial<NodeJS.ErrnoException>;
  const clean = new Error(redact(String(message ?? 'It threw what is no error.')));
  clean.name = redact(String(name ?? 'Error'));
  // The stack of a store client ends in the client, and begins with the message.
  clean.stack = `${clean.name}: ${clean.message}`;
  return code === undefined ? clean : Object.assign(clean, { code: redact(String(code)) });
}
