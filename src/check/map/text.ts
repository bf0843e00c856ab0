/**
 * Makes texts fit into boxes.
 * @module
 */
const ellipsis = '…';

/** A text of at most so many characters. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}${ellipsis}`;
}

/** A text in lines of about so many characters, broken between words; what does not fit into the lines is left out. */
export function wrapped(text: string, width: number, mostLines: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + 1 + [...word].length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(shortened(word, width));
  }
  if (lines.length <= mostLines) return lines;
  const kept = lines.slice(0, mostLines);
  const last = kept.pop()!.replace(/(?<![\s,.;:!?”"])[\s,.;:!?”"]+$/, '');
  return [...kept, `${last}${text.startsWith('“') ? ` ${ellipsis}”` : ` ${ellipsis}`}`];
}

/** Keys with those that follow one another as a range: `1–4, 0`. */
export function keyRanges(keys: readonly string[]): string[] {
  const ranges: string[][] = [];
  for (const key of keys) {
    const last = ranges.at(-1);
    if (last !== undefined && /^[2-9]$/.test(key) && Number(key) === Number(last.at(-1)) + 1) last.push(key);
    else ranges.push([key]);
  }
  return ranges.flatMap((range) => (range.length < 3 ? range : [`${range[0]}–${range.at(-1)}`]));
}
