/**
 * `plivo-jsx map`: explores everything a caller can do, and draws it; or what differs from an earlier time.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { compareMaps, coverageChanges, mapOf, toDot, toJson, toMermaid, toSvg } from '../../check/index.ts';
import type { Changes, FlowMap, Graph } from '../../check/index.ts';
import { joinMaps } from '../../check/map/flow-map.ts';
import { tellDiff } from '../../check/map/tell-diff.ts';
import { asJson } from '../../console/sanitize.ts';
import type { Invocation } from '../command.ts';
import { printLine, type CommandIO } from '../io.ts';
import { styleFor } from '../style.ts';
import { coverageFrom } from './check/coverage.ts';
import { exploreAddress } from './check/explore-address.ts';
import { exploreFlows } from './check/explore-flows.ts';
import { progressOn } from './check/progress.ts';
import { filesAt } from './map/files-at.ts';
import { earlierMap } from './map/earlier-map.ts';
import { readMapArguments, type MapArguments } from './map/options.ts';

/** Explores and draws. With `--diff`, the exit code is 1 when something differs. */
export async function run({ args, io, definition }: Invocation): Promise<number> {
  const options = readMapArguments(args, definition.usage, io.env);
  const before = options.diff === undefined ? undefined : earlierMap(options.diff);
  const graphs = await explored(options, io);
  if (graphs.length === 0) return 2;
  const now = mapOfAll(graphs);
  if (before === undefined) {
    const { coverage } = options;
    const changes = coverage === undefined ? undefined : coveredBy(coverage, graphs, definition.usage);
    await draw(now, changes, options, io);
    return 0;
  }
  const old =
    'map' in before
      ? before.map
      : await filesAt(before.ref, async () => mapOfAll(await explored({ ...options, url: undefined }, io)));
  const diff = compareMaps(old, now);
  const lines = tellDiff(diff);
  const style = styleFor(io.stdout, io.env);
  const look = { '+': 'green', '-': 'red', '~': 'yellow' } as const;
  if (options.json)
    printLine(io.stdout, asJson({ ok: lines.length === 0, boxes: diff.boxes, arrows: diff.arrows }));
  else for (const { sign, sentence } of lines) printLine(io.stdout, `${style(look[sign], sign)} ${sentence}`);
  if (!options.json && lines.length === 0) printLine(io.stdout, 'Callers notice no difference.');
  if (options.out !== undefined) await draw(diff.map, diff.changes, options, io);
  return lines.length === 0 ? 0 : 1;
}

/** None when somebody said that the address shall not be called. */
async function explored(options: MapArguments, io: CommandIO): Promise<readonly Graph[]> {
  const progress = progressOn(io.stderr);
  const explore = options.url === undefined ? exploreFlows : exploreAddress;
  const { graphs } = await explore(options, io, progress.show).finally(progress.clear);
  return graphs;
}

const mapOfAll = (graphs: readonly Graph[]): FlowMap => joinMaps(graphs.map((graph) => mapOf(graph)));

/** What the tests took of all flows. */
function coveredBy(folder: string, graphs: readonly Graph[], usage: string): Changes {
  const coverage = coverageFrom(folder, graphs, usage);
  const changes = graphs.map((graph, index) => coverageChanges(graph, coverage[index]!));
  return {
    boxes: new Map(changes.flatMap(({ boxes }) => [...boxes])),
    arrows: new Map(changes.flatMap(({ arrows }) => [...arrows])),
  };
}

async function draw(
  map: FlowMap,
  changes: Changes | undefined,
  { format, out }: MapArguments,
  io: CommandIO,
): Promise<void> {
  const writers = { svg: toSvg, mermaid: toMermaid, dot: toDot, json: toJson } as const;
  const text = await writers[format](map, changes);
  if (out === undefined) io.stdout.write(text);
  else writeFileSync(out, text);
  if (!map.isComplete) printLine(io.stderr, 'There is more than was explored: raise --max-states.');
}
