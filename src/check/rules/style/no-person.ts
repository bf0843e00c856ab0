import type { Finding, Rule } from '../../finding.ts';
import type { Graph } from '../../graph.ts';
import { firstInputsOf } from '../../inputs.ts';
import { atInput } from './at-input.ts';

/** Elements with which somebody else comes to the line, or hears the caller later. */
const person = /<(?:Dial|Conference|MultiPartyCall|Record)\b/;

/** The least number of options of a menu, and of the first one. With fewer it is a question. */
const least = { first: 2, other: 3 };

/** From each menu a caller can get to a person. */
export const noPerson: Rule = {
  id: 'R206',
  name: 'no-person',
  level: 'style',
  sentence: 'No option of a menu leads to a person.',
  why: 'Some callers want what no menu has. They expect a person behind 0, or at least a voicemail. It is enough that some later menu leads there; questions with two answers are left out.',
  check(graph) {
    const reaches = nodesThatReach(graph);
    const found = new Map<string, Finding>();
    for (const input of firstInputsOf(graph)) {
      const { path, options, isMenu } = input;
      const isFirst = found.size === 0 && graph.nodes[0]!.request.path === path;
      if (!isMenu || found.has(path) || options.length < (isFirst ? least.first : least.other)) continue;
      const leads = options.some(({ to }) => to.type === 'node' && reaches.has(to.node));
      if (leads) continue;
      found.set(
        path,
        atInput(
          input,
          `No key of ${path} leads to a person.`,
          'let 0 lead to a <Dial>, or to a voicemail when nobody is there.',
        ),
      );
    }
    return [...found.values()];
  },
};

/** The documents from which a caller can get to a person. */
function nodesThatReach({ nodes, edges }: Graph): ReadonlySet<number> {
  const before = new Map<number, number[]>();
  for (const { from, to } of edges) {
    if (to.type !== 'node') continue;
    const others = before.get(to.node);
    if (others === undefined) before.set(to.node, [from]);
    else others.push(from);
  }
  const queue = nodes.filter(({ xml }) => person.test(xml)).map(({ id }) => id);
  const found = new Set(queue);
  for (let node = queue.pop(); node !== undefined; node = queue.pop())
    for (const each of before.get(node) ?? []) if (found.size < found.add(each).size) queue.push(each);
  return found;
}
