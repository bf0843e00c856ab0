import { Exploration } from './exploration.ts';
import { placedCalls } from '../placed-calls.ts';
import { findState, type StateFound } from './find-state.ts';
import type { Edge, Graph, Node, Target } from './graph.ts';
import { graphRequest } from './next-request.ts';
import { limitsOf, type ExploreOptions } from './options.ts';
import { maskedState, maskedXml } from './private.ts';
import { isReached, scriptTo, type Drawn, type Reached } from './reached.ts';
import { settingsFor, type CallSettings } from './settings.ts';

/** The most documents that are explored by replay, each with all requests before it, unless `maxStates` says another number. */
const mostReplayed = 1_000;

/**
 * Explores everything that a caller can do: at each input silence, keys and words that are accepted and some that are not;
 * each outcome of a Dial; a recording, and none; a hang-up everywhere; each request delivered twice. The app gets requests
 * whose `CallUUID` begins with `check-`.
 *
 * @param url the answer URL, absolute
 * @param options who calls, how requests are sent, and the limits
 * @throws {@link PlivoJsxError} `E_PHONE_URL` for a URL that cannot be called, `E_OPTION` for a bad option
 * @example
 * ```ts
 * import { explore } from 'plivo-jsx/check';
 *
 * const { nodes } = await explore('http://localhost:5000/ivr', { maxStates: 500 });
 * for (const { request, script } of nodes) console.log(request.path, script);
 * ```
 */
export async function explore(url: string, options: ExploreOptions = {}): Promise<Graph> {
  const call = settingsFor(url, options);
  let callsPlaced = 0;
  const count = () => void callsPlaced++;
  placedCalls.subscribe(count);
  try {
    const graph = await explored(call, options);
    return { ...graph, callsPlaced, off: options.off ?? [] };
  } finally {
    placedCalls.unsubscribe(count);
  }
}

/** Explores by single requests and, when the server keeps state by call, once more by whole calls. */
async function explored(call: CallSettings, options: ExploreOptions): Promise<Graph> {
  const limits = limitsOf(options);
  const first = new Exploration(call, options, limits, false);
  await first.run();
  const graph = graphOf(call.settings.url, first, { state: 'request' }, 0);
  const found = await findState(first, graph, limits.maxRequests);
  if (found.state !== 'call') return { ...graph, ...found, requests: first.deliverer.count };
  const fewer = options.maxStates === undefined ? { ...limits, maxStates: mostReplayed } : limits;
  const replayed = new Exploration(call, options, fewer, true);
  await replayed.run();
  const requests = first.deliverer.count + replayed.deliverer.count;
  return graphOf(call.settings.url, replayed, found, requests);
}

function graphOf(
  url: string,
  { nodes, edges, failed, isComplete, volatile }: Exploration,
  found: StateFound,
  requests: number,
): Graph {
  const nodeOf = (reached: Reached): Node => {
    const { fields: _, ...request } = graphRequest(reached.request, volatile);
    const { id, level, hash, carried, firstWords, reachedBy, told, secondDelivery, isCut, neverRuns } =
      reached;
    return {
      id,
      request,
      ...(level === undefined ? {} : { level }),
      hash,
      xml: maskedXml(reached.xml),
      firstWords,
      carried,
      script: scriptTo(reached),
      ...(reachedBy === undefined ? {} : { reachedBy: reachedBy.id }),
      pauses: reached.pauses.map((pause) => ({ ...pause, state: maskedState(pause.state) })),
      ...told,
      ...(secondDelivery === undefined ? {} : { secondDelivery }),
      isCut,
      ...(neverRuns === undefined ? {} : { neverRuns }),
    };
  };
  const edgeOf = ({ id, from, step, notices, to }: Drawn): Edge => {
    const { pause, does, words, heard, spoken, seconds, messages, during } = step;
    return {
      id,
      from: from.id,
      ...(pause === undefined ? {} : { pause }),
      does,
      words,
      heard,
      spoken,
      seconds,
      notices,
      messages,
      ...(during === undefined ? {} : { during }),
      ...(step.to.type === 'next' ? { request: graphRequest(step.to.request, volatile) } : {}),
      to: targetOf(to),
    };
  };
  return {
    version: 1,
    url: url.replace(/[?#].*$/s, ''),
    nodes: nodes.map(nodeOf),
    edges: edges.map(edgeOf),
    ...(failed === undefined ? {} : { failed }),
    isComplete,
    ...found,
    requests,
    callsPlaced: 0,
    off: [],
  };
}

function targetOf(to: Drawn['to']): Target {
  if (to === 'unexplored') return { type: 'unexplored' };
  if (isReached(to)) return { type: 'node', node: to.id };
  return 'pause' in to ? { type: 'pause', pause: to.pause } : to;
}
