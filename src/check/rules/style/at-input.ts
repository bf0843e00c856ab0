import type { Finding } from '../../finding.ts';
import type { Input } from '../../inputs.ts';

/** A finding at an input: the script leads to its prompt. */
export const atInput = ({ place, script }: Input, sentence: string, fix: string): Finding => ({
  node: place.node,
  sentence,
  fix,
  script,
});

/** Keys as words of a sentence: `1, 2 and *`. */
export function listed(keys: readonly string[]): string {
  const [last, ...before] = keys.toReversed();
  return before.length === 0 ? (last ?? '') : `${before.toReversed().join(', ')} and ${last}`;
}

/** A sentence of a prompt, as it stands in a finding. */
export const quoted = (text: string): string => `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
