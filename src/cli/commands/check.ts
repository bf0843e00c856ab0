/**
 * `plivo-jsx check`: explores everything a caller can do, and prints where they are stranded.
 * @module
 */
import { describeNode } from '../../check/describe-finding.ts';
import { check, type Found, type Graph } from '../../check/index.ts';
import { asJson, oneLine } from '../../console/sanitize.ts';
import type { Invocation } from '../command.ts';
import { printLine } from '../io.ts';
import { styleFor, type Style } from '../style.ts';
import { coverageFrom, coverageLines } from './check/coverage.ts';
import { exploreAddress } from './check/explore-address.ts';
import { exploreFlows } from './check/explore-flows.ts';
import { readCheckArguments } from './check/options.ts';
import { progressOn } from './check/progress.ts';

/** What was explored from one address, and what is wrong there. */
interface Checked {
  readonly graph: Graph;
  readonly findings: readonly Found[];
}

/** Explores and checks. The exit code is 1 when an error was found, or the tests take too few links. */
export async function run({ args, io, definition }: Invocation): Promise<number> {
  const options = readCheckArguments(args, definition.usage, io.env);
  const progress = progressOn(io.stderr);
  const explored = options.url === undefined ? exploreFlows : exploreAddress;
  const graphs = await explored(options, io, progress.show).finally(progress.clear);
  // Somebody said that the address shall not be called.
  if (graphs.length === 0) return 2;
  const all = graphs.map((graph): Checked => ({ graph, findings: check(graph) }));
  const { coverage: folder, threshold } = options;
  const coverage = folder === undefined ? undefined : coverageFrom(folder, graphs, definition.usage);
  const isGood = !all.some(isWrong) && !coverage?.some(({ ratio }) => ratio < threshold);
  const style = styleFor(io.stdout, io.env);
  if (options.json) printLine(io.stdout, asJson({ ok: isGood, checked: all.map(summary), coverage }));
  else {
    for (const checked of all) for (const line of linesOf(checked, style)) printLine(io.stdout, line);
    for (const each of coverage ?? [])
      for (const line of coverageLines(each, threshold)) printLine(io.stdout, line);
  }
  return isGood ? 0 : 1;
}

const isWrong = ({ graph, findings }: Checked) =>
  graph.failed !== undefined || findings.some(({ rule }) => rule.level === 'error');

function summary({ graph, findings }: Checked) {
  const { url, nodes, edges, isComplete, state, requests, callsPlaced } = graph;
  const messages = edges.reduce((sum, edge) => sum + edge.messages, 0);
  return { url, states: nodes.length, isComplete, state, requests, messages, callsPlaced, findings };
}

function linesOf({ graph, findings }: Checked, style: Style): string[] {
  const look = { error: 'red', warning: 'yellow', style: 'dim' } as const;
  const lines = findings.flatMap(({ rule, node, sentence, fix, script }) => [
    `${style(look[rule.level], rule.level)}  ${oneLine(sentence)} [${rule.id} ${rule.name}]`,
    `  at ${placeOf(graph, node)}`,
    `  Fix: ${oneLine(fix)}`,
    `  plivo-jsx phone ${graph.url} --script '${oneLine(script).replaceAll("'", "'\\''")}'`,
    '',
  ]);
  return [...lines, told(summary({ graph, findings }))];
}

function placeOf({ nodes, url }: Graph, node: number | undefined): string {
  const found = node === undefined ? undefined : nodes[node];
  return found === undefined ? url : oneLine(describeNode(found));
}

function told({
  url,
  states,
  isComplete,
  state,
  requests,
  messages,
  callsPlaced,
  findings,
}: ReturnType<typeof summary>) {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  const errors = findings.filter(({ rule }) => rule.level === 'error').length;
  return [
    `${url}: ${count(states, 'state', 'states')}, ${count(requests, 'request', 'requests')}, ${count(errors, 'error', 'errors')}.`,
    isComplete ? '' : 'There is more than was explored: raise --max-states.',
    state === 'call' ? 'The server keeps state by call, so it was explored by whole calls.' : '',
    messages > 0 ? `The documents send ${count(messages, 'message', 'messages')}.` : '',
    callsPlaced > 0 ? `The app placed ${count(callsPlaced, 'call', 'calls')}: ask call.isCheck before.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
