import type { Flag } from './flags.ts';
import { flags } from './flags.ts';
import { scriptTokens } from '../../../phone/index.ts';

const width = 34;

const entry = (left: string, right: string) =>
  left.length < width ? `  ${left.padEnd(width)}${right}` : `  ${left}\n  ${' '.repeat(width)}${right}`;

/** The page of `plivo-jsx phone --help`. */
export function help(says: string, usage: string): string {
  const flagLines = Object.entries<Flag>(flags).map(([name, { value, takes, says: what }]) =>
    entry(`--${name}${value === undefined ? '' : ` <${takes?.join('|') ?? value}>`}`, what),
  );
  const tokenLines = Object.entries(scriptTokens).map(([form, what]) =>
    entry(form, what.replaceAll('`', '')),
  );
  return [
    says,
    '',
    `  ${usage}`,
    '',
    'Without --script you press the keys: 0-9 * #, s to say a line, h to hang up, Enter to let the time pass.',
    'A pipe presses keys, too, and silence follows its end.',
    '',
    ...flagLines,
    '',
    'A script has these tokens, with spaces between:',
    '',
    ...tokenLines,
    '',
    'Exit code: 0 the call ended as calls end, 1 Plivo would report an error, 2 it could not start or the script did not fit.',
    'docs/reference/phone.md tells more, and has the fields of --json.',
  ].join('\n');
}
