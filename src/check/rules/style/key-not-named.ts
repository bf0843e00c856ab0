import type { Rule } from '../../finding.ts';
import type { Edge } from '../../graph.ts';
import { firstInputsOf, isRepeated, nextInput } from '../../inputs.ts';
import { atInput } from './at-input.ts';

/** A key that is an option is named. */
export const keyNotNamed: Rule = {
  id: 'R211',
  name: 'key-not-named',
  level: 'style',
  sentence: 'A key is an option, and no prompt names it.',
  why: 'Nobody finds an option that is not said. A key that leads where a named one does is left out, and one that is answered like other keys without an option.',
  check(graph) {
    return firstInputsOf(graph).flatMap((input) => {
      const { path, options, isMenu, edges, named } = input;
      if (!isMenu) return [];
      const hidden = options.find((option) => {
        if (named.some(({ key }) => key === option.words)) return false;
        const others = edges.filter((edge) => edge !== option && edge.does !== 'hangup');
        const next = nextInput(graph, option);
        return (
          !others.some((other) => isSame(other, option)) && (next === undefined || !isRepeated(input, next))
        );
      });
      return hidden === undefined
        ? []
        : [
            atInput(
              input,
              `${path} accepts ${hidden.words}, and no prompt names it.`,
              `name ${hidden.words} in the prompt, or leave it out of the options.`,
            ),
          ];
    });
  },
};

const isSame = (one: Edge, other: Edge) => JSON.stringify(one.to) === JSON.stringify(other.to);
