/**
 * Says why a file or a folder cannot be read.
 * @module
 */

const byCode: { readonly [code: string]: string } = {
  EACCES: 'cannot be read by this user',
  EISDIR: 'is a folder',
  ELOOP: 'is a link that leads back to itself',
  ENOENT: 'is a link to what does not exist',
  ENOTDIR: 'is not a folder',
  EPERM: 'cannot be read by this user',
};

/** The predicate of a sentence whose subject is a file that exists and cannot be read. */
export function fileProblem(error: unknown): string {
  const { code = 'no reason given' } = error as NodeJS.ErrnoException;
  return byCode[code] ?? `cannot be read (${code})`;
}
