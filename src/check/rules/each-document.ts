/**
 * Rules about what is written in a document: each place is told once, with the shortest script that leads there.
 * @module
 */
import type { XmlElement } from '../../phone/document/read-xml.ts';
import { elementsOf } from '../document.ts';
import type { Finding } from '../finding.ts';
import type { Graph, Node } from '../graph.ts';

/** What is wrong with one element. */
export type Said = Pick<Finding, 'sentence' | 'fix'>;

/** The findings in all elements of all documents. */
export function eachElement(
  graph: Graph,
  check: (element: XmlElement, node: Node) => Said | undefined,
): readonly Finding[] {
  return graph.nodes.flatMap((node) =>
    elementsOf(node).flatMap((element): Finding[] => {
      const said = check(element, node);
      return said === undefined ? [] : [{ node: node.id, ...said, script: node.script }];
    }),
  );
}

/** An element and its place, for a sentence. */
export const named = ({ name, line }: Pick<XmlElement, 'name' | 'line'>, { request }: Node): string =>
  `<${name}> (line ${line} of ${request.path})`;
