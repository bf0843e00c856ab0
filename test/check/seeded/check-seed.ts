import { check } from '../../../src/check/check.ts';
import { explore } from '../../../src/check/explore.ts';
import { url } from '../servers.ts';
import { faults } from './faults.ts';
import { levelOf, levelTable, Random, randomLevels, server, withLevels } from './random-flow.ts';
import { isShown } from './shown.ts';

/** What was found in the flow of a seed, without and with its fault. */
export interface SeedResult {
  readonly seed: number;
  readonly fault: string;
  /** Errors and warnings of the flow without the fault. */
  readonly alarms: readonly string[];
  readonly isFound: boolean;
  /** The scripts of the findings that show nothing. */
  readonly notShown: readonly string[];
}

/** Makes the flow of a seed, and explores it without and with its fault. */
export async function checkSeed(seed: number): Promise<SeedResult> {
  const random = new Random(seed);
  const fault = faults[seed % faults.length]!;
  const levels = randomLevels(random);
  if (fault.isWithoutNumbers) for (const level of levels) if (level.kind === 'pin') level.kind = 'words';
  const at = fault.kind === undefined ? random.of(levels) : levelOf(levels, fault.kind, random);
  const clean = await explore(url, { transport: server(levels, undefined) });
  const alarms = check(withLevels(clean, levelTable(levels)))
    .filter(({ rule }) => rule.level !== 'style')
    .map(({ rule, sentence }) => `${rule.id}: ${sentence}`);
  const transport = server(levels, { at, answer: fault.plant() });
  const graph = withLevels(await explore(url, { transport }), (fault.levels ?? levelTable)(levels));
  const found = check(graph).filter(({ rule }) => rule.id === fault.rule);
  const notShown: string[] = [];
  for (const finding of found)
    if (!(await isShown(transport, graph, finding))) notShown.push(`${finding.script}: ${finding.sentence}`);
  return { seed, fault: fault.name, alarms, isFound: found.length > 0, notShown };
}

/** What is expected of each seed. */
export const asExpected = ({ seed, fault }: SeedResult): SeedResult => ({
  seed,
  fault,
  alarms: [],
  isFound: true,
  notShown: [],
});
