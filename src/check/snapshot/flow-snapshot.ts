/**
 * Every document of a flow as one text, which is committed and reviewed.
 * @module
 */
import type { Graph, Node } from '../graph.ts';
import { prettyXml } from './pretty-xml.ts';
import { shapeOf, variedIn } from './shape.ts';

/** Options of {@link flowSnapshot}. */
export interface SnapshotOptions {
  /**
   * Whether documents that differ only in the queries of their URLs, such as by the number of a try, are all shown. Otherwise
   * the one with the shortest script is, with what differs in the others. Default: false.
   */
  readonly every?: boolean | undefined;
}

/** Documents that are shown as one, the one with the shortest script first. */
type Group = readonly [Node, ...Node[]];

/**
 * Writes every document that a caller can reach, with the shortest script that reaches it. Documents of one path stand
 * together; those that are the same are written once. The address of the app is left out of their URLs.
 *
 * @param graph what `explore` returned
 * @example
 * ```ts
 * import { explore, flowSnapshot } from 'plivo-jsx/check';
 *
 * console.log(flowSnapshot(await explore('http://localhost:5000/ivr')));
 * ```
 */
export function flowSnapshot(graph: Graph, { every = false }: SnapshotOptions = {}): string {
  const { origin, pathname } = new URL(graph.url);
  const documents = new Map<string, Node>();
  const groups = new Map<string, [Node, ...Node[]]>();
  for (const node of graph.nodes) {
    const { method, path } = node.request;
    const place = `${method} ${path}\n`;
    if (documents.has(place + node.xml)) continue;
    documents.set(place + node.xml, node);
    const key = place + (every ? node.xml : shapeOf(node.xml));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  const shown = [...groups.values()].sort(([a], [b]) => inOrder(pathname, a, b));
  return [
    headOf(graph, pathname, documents.size, shown.length),
    ...shown.map((group) => textOf(group, origin)),
  ]
    .join('\n\n\n')
    .concat('\n');
}

/** What answers the call first; by path; then what is reached by fewer words. */
const inOrder = (first: string, a: Node, b: Node): number =>
  Number(b.request.path === first) - Number(a.request.path === first) ||
  compared(a.request.path, b.request.path) ||
  wordsOf(a.script) - wordsOf(b.script) ||
  compared(a.script, b.script) ||
  a.id - b.id;

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const wordsOf = (script: string): number => script.split(' ').length;

function headOf({ isComplete }: Graph, path: string, documents: number, shown: number): string {
  const lines = [
    `All documents that a caller of ${path} can reach: ${documents}.`,
    'Above each stand the shortest script that reaches it, and its request.',
  ];
  if (shown < documents)
    lines.push(
      `Shown are ${shown}; each of the others differs from one of them only in the queries of its URLs.`,
    );
  if (!isComplete) lines.push('There are more than were explored.');
  return lines.join('\n');
}

function textOf([{ script, request, xml }, ...others]: Group, origin: string): string {
  const lines = [
    `=== ${script === '' ? 'The call is answered' : script}`,
    `${request.method} ${request.path}`,
  ];
  const varied = variedIn([xml, ...others.map((node) => node.xml)]);
  if (others.length > 0)
    lines.push(`${others.length} more ${others.length === 1 ? 'differs' : 'differ'} in ${varied.join('; ')}`);
  return [...lines, '', prettyXml(xml.replaceAll(origin, ''))].join('\n');
}
