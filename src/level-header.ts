/**
 * The header by which an app says whose document a reply is: a dialog posts to its own level and answers with the document of
 * another, which the address alone does not tell.
 * @module
 */

/** The name of the header. */
export const levelHeader = 'x-plivo-jsx-level';

/** The value of the header for the path of a level, which may have any character. */
export const writeLevel = (path: string): string => encodeURI(path.replaceAll(/\p{Surrogate}/gu, ''));

/** The path that a header names; undefined for a header that says something else. */
export function readLevel(header: unknown): string | undefined {
  if (typeof header !== 'string' || !header.startsWith('/')) return undefined;
  try {
    return decodeURI(header);
  } catch {
    return undefined;
  }
}
