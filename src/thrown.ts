/**
 * What was thrown, recognised by its shape: an error of another realm, as each one is in Jest, is no `instanceof Error`.
 * @module
 */

/** Whether a value is an error, of this realm or of another. A value that throws when it is inspected is none. */
export function isErrorObject(value: unknown): value is Error {
  try {
    if (value instanceof Error) return true;
    if (typeof value !== 'object' || value === null) return false;
    const { name, message, stack } = value as Partial<Error>;
    return typeof name === 'string' && typeof message === 'string' && typeof stack === 'string';
  } catch {
    return false;
  }
}
