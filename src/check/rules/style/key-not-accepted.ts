import type { Rule } from '../../finding.ts';
import type { Graph } from '../../graph.ts';
import { firstInputsOf, nextInput, textOf, type Input } from '../../inputs.ts';
import { atInput } from './at-input.ts';

/** A key that is named can be pressed. */
export const keyNotAccepted: Rule = {
  id: 'R210',
  name: 'key-not-accepted',
  level: 'style',
  sentence: 'A prompt names a key that is not an option.',
  why: 'A caller who does what the prompt says hears that it was wrong. Prompt and code drift apart when an option moves.',
  check: (graph) =>
    firstInputsOf(graph).flatMap((input) => {
      const key = input.named.find((each) => !isAccepted(graph, input, each.key));
      return key === undefined
        ? []
        : [
            atInput(
              input,
              `${input.path} tells the caller to press ${key.key}, which is not an option.`,
              `accept ${key.key}, or do not name it; in a <Menu> each <Choice> has both.`,
            ),
          ];
    }),
};

function isAccepted(graph: Graph, input: Input, key: string): boolean {
  const { state, isMenu, wrong, prompt } = input;
  const { keys, finishOnKey, inputTypes } = state;
  // A prompt that asks for speech may name keys of a later step.
  if (!inputTypes.includes('dtmf') || finishOnKey.includes(key)) return true;
  if (!keys.includes(key)) return false;
  const edge = isMenu ? wrong.find(({ words }) => words[0] === key) : undefined;
  // Where any other key repeats the prompt and says no more, one that is named for it does what is said.
  return edge === undefined || textOf(nextInput(graph, edge)?.heard ?? []) === textOf(prompt);
}
