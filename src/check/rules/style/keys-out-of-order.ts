import type { Rule } from '../../finding.ts';
import { firstInputsOf, type NamedKey } from '../../inputs.ts';
import { atInput, listed } from './at-input.ts';

/** Keys are named in their order. */
export const keysOutOfOrder: Rule = {
  id: 'R209',
  name: 'keys-out-of-order',
  level: 'style',
  sentence: 'A prompt names keys out of their order.',
  why: 'Callers count along: after 1 they expect 2. The keys 0, * and # may stand anywhere, and each language has an order of its own.',
  check: (graph) =>
    firstInputsOf(graph).flatMap((input) => {
      const keys = input.isMenu ? disordered(input.named) : undefined;
      return keys === undefined
        ? []
        : [
            atInput(
              input,
              `${input.path} names the keys ${listed(keys)} in this order.`,
              'number the options in the order in which they are said, the most wanted one first.',
            ),
          ];
    }),
};

/** The digits that one language names, if they are out of order. */
function disordered(named: readonly NamedKey[]): readonly string[] | undefined {
  const languages = [...new Set(named.map(({ language }) => language))];
  return languages
    .map((language) => named.filter((each) => each.language === language).map(({ key }) => key))
    .map((keys) => keys.filter((key) => /[1-9]/.test(key)))
    .find((keys) => keys.some((key, index) => index > 0 && key < keys[index - 1]!));
}
