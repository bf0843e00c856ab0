import type { Finding, Rule } from '../finding.ts';

/** A caller who hears an apology has met a flow that crashed. */
export const apology: Rule = {
  id: 'R011',
  name: 'apology',
  level: 'error',
  sentence: 'The app fails, and the caller hears an apology.',
  why: 'The app threw, or took too long. plivo-jsx saves the call from an error of Plivo, but the caller does not get what they called for.',
  check(graph) {
    const found = new Map<string, Finding>();
    for (const { id, request, failures, script } of graph.nodes) {
      const [failure] = failures;
      if (failure === undefined || found.has(`${request.path} ${failure}`)) continue;
      const why = causeIn(failure);
      found.set(`${request.path} ${failure}`, {
        node: id,
        sentence: `The app failed at ${request.method} ${request.path}, and the caller hears an apology${why === '' ? '.' : `: ${why}`}`,
        fix: 'mend what failed; the log of the app has the whole story.',
        script,
      });
    }
    return [...found.values()];
  },
};

/** Why it failed: the first lines repeat what the caller hears, and where. */
function causeIn(failure: string): string {
  const lines = failure.split('\n');
  const cause = lines.find((line) => line.startsWith(causePrefix))?.slice(causePrefix.length);
  return cause ?? lines[1] ?? lines[0] ?? '';
}

const causePrefix = 'Cause: ';
