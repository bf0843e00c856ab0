/**
 * Reads a URL that may be none.
 *
 * `URL.canParse` is not used: in Node 20 it returns false for each address with a letter such as `ü`, once V8 has compiled the
 * function that calls it. The linter rejects it.
 * @module
 */

/** The URL of a text, which may be relative if there is a base; undefined when it is none. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
