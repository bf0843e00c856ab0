import type { Rule } from '../finding.ts';
import type { Pause } from '../graph.ts';

/**
 * A level to which no link was ever made cannot be reached by any caller. Where an app asks for numbers or words of the caller's own,
 * nobody knows what a right answer would lead to, so nothing is said then.
 */
export const unreachedLevel: Rule = {
  id: 'R014',
  name: 'unreached-level',
  level: 'error',
  sentence: 'Nothing leads to a level.',
  why: 'What nobody can reach is not tested by any call, and was perhaps forgotten in a menu.',
  check: ({ levels = [], isComplete, nodes, edges }) => {
    if (!isComplete || nodes.some(({ isCut, pauses }) => isCut || pauses.some(isOpen))) return [];
    const reached = new Set([
      ...nodes.map(({ request }) => request.path),
      ...edges
        .flatMap(({ request, notices }) => [request, ...notices.map((notice) => notice.request)])
        .map((request) => request?.path),
    ]);
    return levels
      .filter(
        ({ path, kind, isLinked, isOfFlow }) =>
          kind === 'level' && isOfFlow && !isLinked && !reached.has(path),
      )
      .map(({ path }) => ({
        node: 0,
        path,
        sentence: `Nothing leads to the level ${path}.`,
        fix: 'link to it where callers shall get there, or remove it.',
        script: '',
      }));
  },
};

/** Whether an input takes more than what can be tried. */
const isOpen = ({ state }: Pause) =>
  state.type === 'asking' &&
  ((state.inputTypes.includes('dtmf') && state.numDigits > 1) ||
    (state.inputTypes.includes('speech') && state.hints === undefined));
