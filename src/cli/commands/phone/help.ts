import { scriptTokens } from '../../../phone/index.ts';
import type { CommandDefinition } from '../../command.ts';
import { flags, type Flag } from './flags.ts';

const width = 34;

const entry = (left: string, right: string) =>
  left.length < width ? `  ${left.padEnd(width)}${right}` : `  ${left}\n  ${' '.repeat(width)}${right}`;

/** The page of `plivo-jsx phone --help`. */
export function helpPage({ description, usage }: CommandDefinition): string {
  const flagLines = Object.entries<Flag>(flags).map(([name, { value, expected, description: what }]) =>
    entry(`--${name}${value === undefined ? '' : ` <${expected?.join('|') ?? value}>`}`, what),
  );
  const tokenLines = Object.entries(scriptTokens).map(([form, what]) =>
    entry(form, what.replaceAll('`', '')),
  );
  return [
    description,
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
    'Exit code: 0 the call ended as calls end; 1 Plivo would report an error, the app says that it failed, or the script',
    'does not fit the call; 2 the call could not start.',
    'docs/reference/phone.md has more, such as the fields of --json.',
  ].join('\n');
}
