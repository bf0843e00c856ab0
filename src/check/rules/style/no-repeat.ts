import type { Rule } from '../../finding.ts';
import { firstInputsOf, isRepeated, nextInput, type Input } from '../../inputs.ts';
import { atInput } from './at-input.ts';

/** The least number of options that one may want to hear again. */
const least = 3;

/** A menu can be heard again. */
export const noRepeat: Rule = {
  id: 'R205',
  name: 'no-repeat',
  level: 'style',
  sentence: 'A menu of three or more options has no key that repeats it.',
  why: 'Who missed an option must press a wrong key or wait in silence to hear it again. Callers who hear or understand slowly need it most.',
  check(graph) {
    const repeats = (menu: Input) =>
      menu.options.some((option) => {
        const next = nextInput(graph, option);
        return next !== undefined && isRepeated(menu, next);
      });
    return firstInputsOf(graph)
      .filter((input) => input.isMenu && input.options.length >= least && !repeats(input))
      .map((menu) =>
        atInput(
          menu,
          `${menu.path} has no key that repeats its ${menu.options.length} options.`,
          'add one, as in “To hear this again, press star.”; in a <Menu> it is <Repeat>.',
        ),
      );
  },
};
