import type { Finding, Rule } from '../finding.ts';
import { scriptOfEdge } from '../script.ts';
import { endsWithError } from './ends-with-error.ts';

const unreachable = new Set([7011, 7012, 7013, 7014]);

/** Each request needs a reply of 2xx in time; a notice too, or it is lost. */
export const noReply: Rule = {
  id: 'R005',
  name: 'no-reply',
  level: 'error',
  sentence: 'A request gets no reply of 2xx in time.',
  why: 'Plivo ends the call when a document does not come, and a notice that fails is lost. Handle each outcome, and reply with a document also when something fails.',
  check(graph) {
    const notices = new Map<string, Finding>();
    for (const edge of graph.edges) {
      for (const { request, failure } of edge.notices) {
        const key = `${request.kind} ${request.method} ${request.path}`;
        if (failure === undefined || notices.has(key)) continue;
        const { message, fix } = failure;
        const script = scriptOfEdge(graph, edge);
        notices.set(key, { node: edge.from, edge: edge.id, sentence: message, fix, script });
      }
    }
    return [...endsWithError(graph, ({ code }) => unreachable.has(code)), ...notices.values()];
  },
};
