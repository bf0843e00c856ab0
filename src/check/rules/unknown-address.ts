import { addressesOf, isOfApp } from '../document.ts';
import type { Finding, Rule } from '../finding.ts';

/** An address below the path of a flow, which none of its levels has, is a slip of the pen. */
export const unknownAddress: Rule = {
  id: 'R013',
  name: 'unknown-address',
  level: 'error',
  sentence: 'A plain address below the path of a flow is that of no level.',
  why: 'The caller hears an apology and starts over. A link that is made by calling the level cannot be wrong.',
  check(graph) {
    const { levels, nodes } = graph;
    if (levels === undefined) return [];
    const paths = new Set(levels.map(({ path }) => path));
    const above = [...paths].map((path) => path.replace(/\/?$/, '/'));
    return nodes.flatMap((node) =>
      addressesOf(node).flatMap(({ element, attribute, url }): Finding[] => {
        const { pathname } = url;
        const isBelow = above.some((path) => pathname.startsWith(path));
        if (!isOfApp(graph, url) || paths.has(pathname) || !isBelow) return [];
        const what = attribute === undefined ? '' : `the ${attribute} of `;
        return [
          {
            node: node.id,
            sentence: `No level has the path ${pathname}, which is ${what}<${element.name}> (line ${element.line} of ${node.request.path}).`,
            fix: 'call the level instead of writing its path, such as next(): then a wrong one does not compile.',
            script: node.script,
          },
        ];
      }),
    );
  },
};
