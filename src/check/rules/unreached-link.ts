import { addressesOf, isNextDocument, isOfApp } from '../document.ts';
import type { Finding, Rule } from '../finding.ts';

/** A link that stands in documents, but that nothing a caller does requests. */
export const unreachedLink: Rule = {
  id: 'R015',
  name: 'unreached-link',
  level: 'error',
  sentence: 'A link stands in a document, and nothing that a caller does leads there.',
  why: 'It stands behind an end, or asks for an input that is not accepted: the caller never gets what was written for them.',
  check(graph) {
    if (!graph.isComplete || graph.nodes.some(({ isCut }) => isCut)) return [];
    // With redirect="false" an action gets a notice.
    const requests = graph.edges.flatMap(({ request, notices }) => [
      request,
      ...notices.map((each) => each.request),
    ]);
    const requested = new Set(requests.map((request) => request?.path));
    const found = new Map<string, Finding>();
    for (const node of graph.nodes) {
      for (const address of addressesOf(node)) {
        const { element, url } = address;
        if (!isNextDocument(address) || !isOfApp(graph, url) || rooms.has(element.name)) continue;
        if (requested.has(url.pathname) || found.has(url.pathname)) continue;
        found.set(url.pathname, {
          node: node.id,
          sentence: `Nothing that a caller does leads to ${url.pathname}, the link of <${element.name}> (line ${element.line} of ${node.request.path}).`,
          fix: 'put the element where it is executed, accept the input that leads there, or remove the link.',
          script: node.script,
        });
      }
    }
    return [...found.values()];
  },
};

/** What others do in a room, such as the moderator who closes it, is not explored. */
const rooms = new Set(['Conference', 'MultiPartyCall', 'Stream']);
