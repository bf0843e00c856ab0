import type { Finding, Rule } from '../finding.ts';
import { indexOf } from '../graph-index.ts';
import type { Edge, Graph } from '../graph.ts';
import { scriptOfEdge } from '../script.ts';

/** A caller who could not be connected must hear something else than one who has talked. */
export const sameOutcomes: Rule = {
  id: 'R106',
  name: 'same-outcomes',
  level: 'warning',
  sentence: 'The action of a `<Dial>` answers each outcome with the same document.',
  why: 'A caller whom nobody answered needs to hear so, and what they can do instead.',
  check(graph) {
    const index = indexOf(graph);
    return graph.nodes.flatMap(({ id, request, pauses }) =>
      pauses.flatMap((pause): Finding[] => {
        if (pause.waits !== 'dialing') return [];
        const edges = index.at({ node: id, pause: pause.id });
        const outcomes = ['completed', 'busy', 'no-answer'].map((outcome) =>
          edges.find(({ words }) => words === `dial:${outcome}`),
        );
        const [completed] = outcomes;
        const documents = outcomes.map((edge) => documentOf(graph, edge));
        const isSame = documents.every((each) => each !== undefined && each === documents[0]);
        if (completed === undefined || !isSame) return [];
        return [
          {
            node: id,
            edge: completed.id,
            sentence: `The action of <Dial> (line ${pause.line} of ${request.path}) answers each outcome with the same document: a caller whom nobody answered hears what one hears who has talked.`,
            fix: 'read DialStatus: say so when it is busy, failed, timeout or no-answer, and offer a message or another try.',
            script: scriptOfEdge(graph, outcomes[2] ?? completed),
          },
        ];
      }),
    );
  },
};

/** The document that an edge leads to, whatever its URL. */
const documentOf = ({ nodes }: Graph, edge: Edge | undefined): string | undefined =>
  edge?.to.type === 'node' && edge.request?.kind === 'dial-action' ? nodes[edge.to.node]!.hash : undefined;
