import { speechDuration } from '../../../phone/execute/speech-duration.ts';
import type { Rule } from '../../finding.ts';
import type { SpokenText } from '../../graph.ts';
import { firstInputsOf, namedKeys, sentencesOf } from '../../inputs.ts';
import { atInput } from './at-input.ts';

/** Callers soon hear something that they can do. */
export const longPrompt: Rule = {
  id: 'R208',
  name: 'long-prompt',
  level: 'style',
  sentence: 'A prompt takes longer than 12 seconds until the caller hears what to do, or the next option.',
  why: 'Callers stop listening, and each second of each call is paid for. The time is an estimate by the number of characters; `--prompt-seconds` sets another limit.',
  check: (graph, { promptSeconds }) =>
    firstInputsOf(graph).flatMap((input) => {
      const longest = Math.max(0, ...partsOf(input.prompt));
      return longest <= promptSeconds
        ? []
        : [
            atInput(
              input,
              `${input.path} speaks for ${longest.toFixed(1)} s before the caller hears what to do, or the next option.`,
              'say less: a name and the options are enough.',
            ),
          ];
    }),
};

/** How many seconds the parts of a prompt take: each ends with a sentence that names a key, or with the prompt. */
function partsOf(prompt: readonly SpokenText[]): number[] {
  const parts = [0];
  for (const { text, language } of prompt) {
    for (const sentence of sentencesOf(text)) {
      parts[parts.length - 1]! += speechDuration(sentence, language);
      if (namedKeys({ text: sentence, language }).length > 0) parts.push(0);
    }
  }
  return parts;
}
