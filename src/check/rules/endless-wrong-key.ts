import type { Finding, Rule } from '../finding.ts';
import type { Edge } from '../graph.ts';
import { circlesOf, phoneKeys, silent, type Habit } from '../walk.ts';
import { endlessFinding, pathOf } from './endless.ts';
import { wrongKeysAmong } from './wrong-keys.ts';

/** A caller who presses the same wrong key at each input must come to an end. */
export const endlessWrongKey: Rule = {
  id: 'R002',
  name: 'endless-wrong-key',
  level: 'error',
  sentence: 'A caller who always presses the same wrong key never reaches an end.',
  why: 'A caller who misread a key, a stuck key or a machine goes round in a circle, and nobody helps them.',
  check(graph) {
    const wrong = new Map<readonly Edge[], readonly Edge[]>();
    const wrongAt = (edges: readonly Edge[]) => {
      const known = wrong.get(edges) ?? wrongKeysAmong(edges);
      wrong.set(edges, known);
      return known;
    };
    const presses =
      (key: string): Habit =>
      (edges) => {
        const pressed = wrongAt(edges).find(({ words }) => words[0] === key);
        if (pressed !== undefined) return pressed;
        // Where the key is an option, it is not wrong.
        const isOption = edges.some(
          ({ does, words }) => (does === 'key' || does === 'digits') && words[0] === key,
        );
        return isOption ? undefined : silent(edges);
      };
    const findings = new Map<number, Finding>();
    for (const key of phoneKeys) {
      for (const circle of circlesOf(graph, presses(key))) {
        const at = circle.edges.find(({ does }) => does === 'key' || does === 'wrongKey');
        const node = Math.min(...circle.edges.map(({ from }) => from));
        if (at === undefined || findings.has(node)) continue;
        findings.set(
          node,
          endlessFinding(graph, circle, {
            sentence: `A caller who always presses the wrong key ${key} never reaches an end: ${pathOf(graph, circle)} comes again and again.`,
            fix: 'count the tries, and after the third one say goodbye and hang up.',
          }),
        );
      }
    }
    return [...findings.values()];
  },
};
