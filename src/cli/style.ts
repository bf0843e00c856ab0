/**
 * Colours in the output of the commands.
 * @module
 */

/** A colour or weight. */
export type Look = keyof typeof codes;

/** Colours a text; without a terminal it returns the same text. */
export type Style = (look: Look, text: string) => string;

const codes = { dim: 2, bold: 1, red: 31, green: 32, yellow: 33, cyan: 36 };

interface Output {
  readonly isTTY?: boolean;
}

/** Colours on a terminal, unless `NO_COLOR` is set; see https://no-color.org. */
export function styleFor(out: Output, variables: { readonly [name: string]: string | undefined }): Style {
  const isColoured = out.isTTY === true && (variables['NO_COLOR'] ?? '') === '';
  return (look, text) => (isColoured ? `\u001B[${codes[look]}m${text}\u001B[0m` : text);
}
