/**
 * The commands of a page, as far as they can be read without a shell.
 */

/** One command: variables in front, and words. */
export interface Command {
  readonly text: string;
  readonly env: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

/** Splits a line such as `PORT=5001 npm start && npm test`. */
export function commandsOf(line: string): Command[] {
  return line.split(' && ').map((text) => {
    const words = [...text.trim().matchAll(/'([^']*)'|"([^"]*)"|\S+/g)].map(
      ([word, single, double]) => single ?? double ?? word,
    );
    const variables = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
    const pairs = words.slice(0, variables).map((word) => word.split('=') as [string, string]);
    return { text: text.trim(), env: Object.fromEntries(pairs), words: words.slice(variables) };
  });
}

/** One step of a terminal: what was typed after `$`, and what came of it. */
export interface Step {
  readonly command: Command;
  readonly output: string;
}

/** The steps of a `console` block. */
export function stepsOf(text: string): Step[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((step) => {
      const end = step.indexOf('\n');
      const [command] = commandsOf(step.slice(0, end));
      return { command: command!, output: step.slice(end + 1).trimEnd() };
    });
}

/** What `curl` with these words does, for the options that the pages use. */
export function requestOf([, ...words]: readonly string[]): { url: string; init: RequestInit } {
  const fields = words.flatMap((word, index) => (words[index - 1] === '-d' ? [word] : []));
  const [url, ...others] = words.filter((word) => word !== '-d' && !fields.includes(word));
  if (url === undefined || others.length > 0)
    throw new Error(`curl is called in another way: ${words.join(' ')}`);
  if (fields.length === 0) return { url, init: {} };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { url, init: { method: 'POST', headers, body: fields.join('&') } };
}
