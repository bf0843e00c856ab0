import { addressesOf, elementsOf } from '../document.ts';
import type { Finding, Rule } from '../finding.ts';
import { indexOf } from '../graph-index.ts';
import type { Edge, Graph, Node } from '../graph.ts';
import { scriptOfEdge } from '../script.ts';

/** So short an input may stand in an address by chance. */
const least = 3;

/** URLs are written to logs, so what `log="false"` keeps out of them must not come back in one. */
export const secretInUrl: Rule = {
  id: 'R016',
  name: 'secret-in-url',
  level: 'error',
  sentence: 'What a caller enters at an input with `log="false"` comes back in a URL.',
  why: 'URLs are written to the logs of Plivo, of proxies and of the server.',
  check(graph) {
    const index = indexOf(graph);
    return graph.nodes.flatMap((node) =>
      node.pauses.flatMap((pause): Finding[] => {
        if (pause.waits !== 'asking' || !isSecret(node, pause)) return [];
        const given = index.at({ node: node.id, pause: pause.id }).flatMap((edge) => echoesOf(graph, edge));
        const leak = given.find(
          ({ input, names }, at) =>
            names.length > 0 &&
            (input.length >= least
              ? given.every(
                  (other, index_) => index_ === at || other.input === input || !other.values.has(input),
                )
              : given.some((other) => other.input !== input && other.names.includes(names[0]!))),
        );
        if (leak === undefined) return [];
        return [
          {
            node: node.id,
            edge: leak.edge.id,
            sentence: `What a caller enters at <${pause.element} log="false"> (line ${pause.line} of ${node.request.path}) comes back in a URL, as ${leak.names[0]}.`,
            fix: 'keep it in a session, by the CallUUID, and never in the address of a level.',
            script: scriptOfEdge(graph, leak.edge),
          },
        ];
      }),
    );
  },
};

const isSecret = (node: Node, { element, line }: { readonly element: string; readonly line: number }) =>
  elementsOf(node).some(
    (each) => each.name === element && each.line === line && each.attributes['log'] === 'false',
  );

/** An input, and where the document that answers it repeats it in an address. */
interface Echo {
  readonly edge: Edge;
  readonly input: string;
  /** The parameters, or `a part of its path`. */
  readonly names: readonly string[];
  /** All values in its addresses. */
  readonly values: ReadonlySet<string>;
}

function echoesOf({ nodes }: Graph, edge: Edge): Echo[] {
  const { fields = {} } = edge.request ?? {};
  const input = fields['Digits'] || fields['Speech'];
  if (edge.to.type !== 'node' || input === undefined || input === '') return [];
  const values = addressesOf(nodes[edge.to.node]!).flatMap(({ url }) => [
    ...url.searchParams,
    ...url.pathname.split('/').map((part) => ['a part of its path', decoded(part)] as const),
  ]);
  const names = values.filter(([, value]) => value === input).map(([name]) => name);
  return [{ edge, input, names, values: new Set(values.map(([, value]) => value)) }];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
