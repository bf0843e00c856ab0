/**
 * `plivo-jsx check`: explores everything a caller can do, and prints where they are stranded.
 * @module
 */
import { check, pageOf, switchedOff, type Found, type FoundOff, type Graph } from '../../check/index.ts';
import { describeNode } from '../../check/describe-finding.ts';
import { asJson, oneLine } from '../../console/sanitize.ts';
import type { Invocation } from '../command.ts';
import { printLine } from '../io.ts';
import { styleFor, type Style } from '../style.ts';
import { annotation } from './check/annotations.ts';
import { coverageFrom, coverageLines } from './check/coverage.ts';
import { exploreAddress } from './check/explore-address.ts';
import { exploreFlows } from './check/explore-flows.ts';
import { readCheckArguments } from './check/options.ts';
import { progressOn } from './check/progress.ts';
import { ruleLines } from './check/rules-option.ts';

/** What was explored from one address, and what is wrong there. */
interface Checked {
  readonly graph: Graph;
  readonly findings: readonly Found[];
  readonly off: readonly FoundOff[];
}

/**
 * Explores and checks. The exit code is 1 when an error was found or the tests take too few links, and 2 when no server answered the
 * call.
 */
export async function run({ args, io, definition }: Invocation): Promise<number> {
  const options = readCheckArguments(args, definition.usage, io.env);
  const { rules, promptSeconds, strict } = options;
  if (rules === 'list') {
    for (const line of ruleLines()) printLine(io.stdout, line);
    return 0;
  }
  const progress = progressOn(io.stderr);
  const explored = options.url === undefined ? exploreFlows : exploreAddress;
  const { graphs, places } = await explored(options, io, progress.show).finally(progress.clear);
  // Somebody said that the address shall not be called.
  if (graphs.length === 0) return 2;
  const limits = { promptSeconds };
  const all = graphs.map((graph): Checked => ({
    graph,
    findings: check(graph, rules, limits),
    off: switchedOff(graph, rules, limits),
  }));
  const style = styleFor(io.stdout, io.env);
  const { coverage: folder, threshold } = options;
  const coverage = folder === undefined ? undefined : coverageFrom(folder, graphs, definition.usage);
  const isWrong = ({ graph, findings }: Checked) =>
    graph.failed !== undefined ||
    // What was not explored may strand a caller.
    !graph.isComplete ||
    findings.some(({ rule }) => strict || rule.level === 'error');
  const isGood = !all.some(isWrong) && !coverage?.some(({ ratio }) => ratio < threshold);
  if (options.json) printLine(io.stdout, asJson({ ok: isGood, checked: all.map(summary), coverage }));
  else if (options.format === 'github') {
    for (const { graph, findings } of all)
      for (const found of findings) printLine(io.stdout, annotation(graph, found, places));
  } else {
    for (const checked of all) for (const line of linesOf(checked, style)) printLine(io.stdout, line);
    for (const each of coverage ?? [])
      for (const line of coverageLines(each, threshold)) printLine(io.stdout, line);
  }
  const unreached = graphs.find(({ failed }) => failed?.isUnreached === true);
  if (unreached !== undefined) {
    printLine(io.stderr, `Nothing was explored: no server replied at ${unreached.url}.`);
    return 2;
  }
  return isGood ? 0 : 1;
}

function summary({ graph, findings, off }: Checked) {
  const { url, nodes, edges, isComplete, state, requests, callsPlaced, levels } = graph;
  const messages = edges.reduce((sum, edge) => sum + edge.messages, 0);
  return {
    url,
    states: nodes.length,
    isComplete,
    state,
    requests,
    messages,
    callsPlaced,
    hasLevels: levels !== undefined,
    findings,
    off,
  };
}

function linesOf(checked: Checked, style: Style): string[] {
  const { graph, findings, off } = checked;
  const look = { error: 'red', warning: 'yellow', style: 'dim' } as const;
  const lines = findings.flatMap(({ rule, node, sentence, fix, script }) => [
    `${style(look[rule.level], rule.level)}  ${oneLine(sentence)} [${rule.id} ${rule.name}]`,
    `  at ${placeOf(graph, node)}`,
    `  Fix: ${oneLine(fix)}`,
    `  See ${pageOf(rule)}`,
    `  plivo-jsx phone ${graph.url} --script '${oneLine(script).replaceAll("'", "'\\''")}'`,
    '',
  ]);
  const offs = off.map(
    ({ rule, path, node, reason }) =>
      `${style('dim', 'off')}  ${rule.id} ${rule.name} at ${path ?? graph.nodes[node ?? 0]?.request.path}: ${oneLine(reason)}`,
  );
  return [...lines, ...offs, ...(offs.length > 0 ? [''] : []), told(summary(checked))];
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
  hasLevels,
  findings,
}: ReturnType<typeof summary>) {
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  const number = (level: string) => findings.filter(({ rule }) => rule.level === level).length;
  const [errors, warnings, style] = [number('error'), number('warning'), number('style')];
  return [
    `${url}: ${count(states, 'state', 'states')}, ${count(requests, 'request', 'requests')}, ${count(errors, 'error', 'errors')}${warnings === 0 ? '' : `, ${count(warnings, 'warning', 'warnings')}`}${style === 0 ? '' : `, ${style} of style`}.`,
    hasLevels ? '' : 'Its levels are not known by HTTP: R013 and R014 were skipped.',
    isComplete ? '' : 'There is more than was explored: raise --max-states.',
    state === 'call' ? 'The server keeps state by call, so it was explored by whole calls.' : '',
    messages > 0 ? `The documents send ${count(messages, 'message', 'messages')}.` : '',
    callsPlaced > 0 ? `The app placed ${count(callsPlaced, 'call', 'calls')}: ask call.isCheck before.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
