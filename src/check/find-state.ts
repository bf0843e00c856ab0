/**
 * Finds out whether a server answers by the request alone, by calling it as a caller would and comparing the answers.
 * @module
 */
import { learnVolatile } from './same-document.ts';
import { atFirst } from './carried.ts';
import type { Exploration } from './exploration.ts';
import { isReached, scriptOf, trailTo, type Drawn } from './reached.ts';
import { newUuid } from './settings.ts';
import type { Graph } from './graph.ts';
import { habits, walk } from './walk.ts';

/** What the answers depend on, and how that was noticed. */
export interface StateFound {
  readonly state: 'request' | 'call' | 'shared';
  readonly stateScript?: string;
}

/** The least number of requests to compare, and the part of the requests of the exploration. */
const least = 300;
const part = 0.25;

/** The rounds of a loop that are compared: a server that counts tries ends most loops sooner. */
const rounds = 4;

/** The documents of one walk. */
const longestWalk = 12;

/** Compares calls with what the exploration found by single requests. */
export async function findState(
  exploration: Exploration,
  graph: Graph,
  maxRequests: number,
): Promise<StateFound> {
  const { deliverer } = exploration;
  const most = Math.min(deliverer.count + Math.max(least, deliverer.count * part), maxRequests * 2);
  const compared = new Set<string>();
  for (const trail of trails(exploration, graph)) {
    if (deliverer.count >= most) break;
    // Callers of several habits often go the same way.
    const ids = trail.map(({ id }) => id).join(' ');
    if (compared.size === compared.add(ids).size) continue;
    const wrong = await differs(exploration, trail);
    if (wrong === undefined) continue;
    const beginning = trail.slice(0, wrong + 1);
    const stateScript = scriptOf(beginning);
    const isShared = await dependsOnOthers(exploration, graph, beginning);
    return { state: isShared ? 'shared' : 'call', stateScript };
  }
  return { state: 'request' };
}

/** Calls to compare, the most telling ones first: callers of one habit, failures, loops, then the longest ways. */
function* trails({ nodes, edges }: Exploration, graph: Graph): Generator<readonly Drawn[]> {
  if (nodes.length === 0) return;
  for (const habit of habits) yield walk(graph, habit, longestWalk).map(({ id }) => edges[id]!);
  // What fails may only miss what happened before in the call.
  for (const node of nodes) if (node.told.failures.length > 0) yield trailTo(node);
  for (const edge of edges) if (isFailure(edge)) yield [...trailTo(edge.from), edge];
  const loops = edges.filter((edge) => isReached(edge.to) && edge.to.id <= edge.from.id);
  const isInner = new Set(nodes.map(({ reachedBy }) => reachedBy?.from));
  const leaves = nodes.filter((node) => !isInner.has(node));
  const most = Math.max(loops.length, leaves.length);
  for (const index of spread(most)) {
    const loop = loops[index];
    if (loop !== undefined) yield repeated(loop);
    const leaf = leaves[index];
    if (leaf !== undefined) yield trailTo(leaf);
  }
}

/** Whether a request got no document. */
const isFailure = ({ step, to }: Drawn) =>
  step.to.type === 'next' && typeof to === 'object' && 'kind' in to && to.kind === 'error';

/** The way to a loop, and some rounds of it. */
function repeated(loop: Drawn): readonly Drawn[] {
  const way = [...trailTo(loop.from), loop];
  const begin = loop.to === loop.from ? way.length - 1 : way.findIndex(({ from }) => from === loop.to);
  if (begin === -1) return way;
  const round = way.slice(begin);
  return [...way, ...Array.from({ length: rounds }, () => round).flat()];
}

/** The numbers below one, in an order in which the first ones are far from each other. */
function* spread(count: number): Generator<number> {
  const stride = Math.max(1, Math.floor(count / 61));
  for (let offset = 0; offset < stride; offset++)
    for (let index = offset; index < count; index += stride) yield index;
}

/** Sends the requests of a trail as one call; returns the index of the first edge whose answer is another one, -1 for the first document. */
async function differs({ nodes, deliverer, volatile }: Exploration, trail: readonly Drawn[]) {
  const uuid = newUuid();
  const [first] = nodes;
  const { document: answered } = await deliverer.document(first!.request, atFirst, uuid);
  if (answered === undefined || !learnVolatile(first!.xml, answered.xml, volatile)) return -1;
  for (const [index, { step, to }] of trail.entries()) {
    if (step.to.type !== 'next' || to === 'unexplored') return undefined;
    const { document, end } = await deliverer.document(step.to.request, step.carried, uuid);
    const isSame = isReached(to)
      ? document !== undefined && learnVolatile(to.xml, document.xml, volatile)
      : end !== undefined && 'code' in to && to.code === end.code;
    if (!isSame) return index;
    if (!isReached(to)) return undefined;
  }
  return undefined;
}

/** Whether a call is answered in another way when it is made once more, or while other calls go on. */
async function dependsOnOthers(
  exploration: Exploration,
  graph: Graph,
  trail: readonly Drawn[],
): Promise<boolean> {
  const alone = await answers(exploration, trail, []);
  if ((await answers(exploration, trail, [])) !== alone) return true;
  const { to } = trail.at(-1) ?? {};
  const end = to !== undefined && isReached(to) ? to.id : 0;
  for (const habit of habits) {
    const way = (from: number) =>
      walk(graph, habit, longestWalk, from).map(({ id }) => exploration.edges[id]!);
    // A habit seldom comes to what the trail leads to, such as a menu behind a number, so other callers take the trail too.
    for (const others of end === 0 ? [way(0)] : [way(0), [...trail, ...way(end)]])
      if ((await answers(exploration, trail, others)) !== alone) return true;
  }
  return false;
}

/** All answers to a trail as a text; before each of them another call is made. */
async function answers(
  exploration: Exploration,
  trail: readonly Drawn[],
  others: readonly Drawn[],
): Promise<string> {
  const { nodes, deliverer, volatile } = exploration;
  const uuid = newUuid();
  if (others.length > 0) await answers(exploration, others, []);
  const all = [await deliverer.document(nodes[0]!.request, atFirst, uuid)];
  for (const { step } of trail) {
    if (others.length > 0) await answers(exploration, others, []);
    if (step.to.type === 'next') all.push(await deliverer.document(step.to.request, step.carried, uuid));
  }
  return all.map(({ document, end }) => (document ? volatile.without(document.xml) : end?.code)).join('\n');
}
