import type { Rule } from '../../finding.ts';
import { firstInputsOf } from '../../inputs.ts';
import { atInput } from './at-input.ts';

/** What a caller can keep in mind. */
const most = 5;

/** Keys that menus have beside their options: for a person, to repeat, to go back. */
const others = '0*#';

/** A menu has at most five options. */
export const tooManyOptions: Rule = {
  id: 'R203',
  name: 'too-many-options',
  level: 'style',
  sentence: 'A menu has more than five options.',
  why: 'Callers remember about three options, and five at most. The keys 0, * and # are not counted: they are the same in each menu.',
  check: (graph) =>
    firstInputsOf(graph).flatMap((input) => {
      const keys = new Set(input.named.map(({ key }) => key).filter((key) => !others.includes(key)));
      if (!input.isMenu || keys.size <= most) return [];
      return [
        atInput(
          input,
          `${input.path} has ${keys.size} options.`,
          'put the options that few callers want into a menu of their own.',
        ),
      ];
    }),
};
