import type { Rule } from '../finding.ts';
import { scriptOfEdge } from '../script.ts';
import { circlesOf, silent } from '../walk.ts';
import { endlessFinding, pathOf } from './endless.ts';

/** What waits for others without end on purpose. */
const rooms = new Set<string | undefined>(['conference', 'multiPartyCall', 'streaming', 'talking']);

/** How long a document may go on by itself, in seconds. */
const longest = 1800;

/** A caller who says and presses nothing must come to an end: they may be a machine, or gone. */
export const endlessSilence: Rule = {
  id: 'R001',
  name: 'endless-silence',
  level: 'error',
  sentence: 'A caller who says and presses nothing never reaches an end.',
  why: 'A caller who is silent may be a machine, or gone. Plivo ends the call after four hours, and each minute is paid for.',
  check(graph) {
    const circles = circlesOf(graph, silent).map((circle) =>
      endlessFinding(graph, circle, {
        sentence: `A caller who says and presses nothing never reaches an end: ${pathOf(graph, circle)} comes again and again.`,
        fix: 'count the tries, and after the third one say goodbye and hang up.',
      }),
    );
    const held = graph.edges.filter(
      ({ from, pause, does, seconds }) =>
        (does === 'silence' || does === 'nothing') &&
        seconds > longest &&
        !graph.nodes[from]!.carried.isScheduled &&
        !rooms.has(pause === undefined ? undefined : graph.nodes[from]!.pauses[pause]!.waits),
    );
    return [
      ...circles,
      ...held.map((edge) => ({
        node: edge.from,
        edge: edge.id,
        sentence: `A caller who says and presses nothing hears ${graph.nodes[edge.from]!.request.path} for ${Math.round(edge.seconds / 60)} minutes.`,
        fix: 'give the prompt an end: a number of rounds in loop instead of 0.',
        script: scriptOfEdge(graph, edge),
      })),
    ];
  },
};
