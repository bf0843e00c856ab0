import type { Rule } from '../finding.ts';

/** What stands after an element that always leads away, or never ends, is never heard. */
export const neverRuns: Rule = {
  id: 'R101',
  name: 'never-runs',
  level: 'warning',
  sentence: 'An element stands after one that always leads away, or never ends.',
  why: 'Whoever wrote it expects that callers hear it.',
  check: ({ nodes }) =>
    nodes.flatMap(({ id, request, neverRuns: after, script }) => {
      if (after === undefined) return [];
      const { behind, elements } = after;
      const names = elements.map((name) => `<${name}>`).join(', ');
      return [
        {
          node: id,
          sentence: `What follows <${behind.element}> (line ${behind.line} of ${request.path}) never runs: ${names}.`,
          fix: `remove it, or put it before the <${behind.element}>.`,
          script,
        },
      ];
    }),
};
