/**
 * What an arrow says of something that is done: a key, words, an outcome.
 * @module
 */
import { maskNumbers } from '../../phone/transcript.ts';
import type { Edge, Pause } from '../graph.ts';
import { nonsense } from '../samples.ts';
import { phoneKeys } from '../walk.ts';

/** What everything is called that a menu does not accept, whether it is pressed or said. */
const other = 'anything else';

/** The label of an edge; undefined when nothing is done. */
export function labelOf(
  { does, words }: Pick<Edge, 'does' | 'words'>,
  pause: Pause | undefined,
): string | undefined {
  const last = words.split(' ').at(-1) ?? '';
  switch (does) {
    case 'nothing':
      return undefined;
    case 'silence':
      return 'silence';
    case 'wrongKey':
    case 'nonsense':
      return other;
    case 'key':
    case 'early':
      if (last.startsWith('bleg:')) return `B leg: ${last.slice(5)}`;
      // A list of keys is ended by one that tells nothing.
      return pause?.waits === 'asking' ? last[0] : last;
    case 'digits':
      return last.length === 1 ? last : 'digits';
    case 'speech':
      return words === `say:"${nonsense}"`
        ? other
        : maskNumbers(/^say:(".*")$/s.exec(words)?.[1] ?? 'speech');
    case 'dial':
      return pause?.waits === 'talking' ? 'conversation' : (outcomes[last] ?? last.replace(/^dial:/, ''));
    case 'confirm':
      return `B leg: ${last.replace(/^bleg:/, '')}`;
    case 'record':
      return 'message';
    case 'hangup':
      return 'hang-up';
  }
}

const outcomes: Readonly<Record<string, string>> = {
  'dial:no-answer': 'no answer',
  'dial:answer': 'answer',
};

/** Labels in the order in which they are read: keys, words, what others do, silence, everything else; those of a kind as they came. */
export function inReadingOrder(labels: readonly (string | undefined)[]): string[] {
  return [...new Set(labels.filter((label) => label !== undefined))].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf(label: string): number {
  if (label.length === 1 && phoneKeys.includes(label)) return phoneKeys.indexOf(label);
  const last = ['silence', other, 'hang-up'].indexOf(label);
  if (last !== -1) return 30 + last;
  return label === 'digits' ? 20 : label.startsWith('"') ? 21 : 22;
}
