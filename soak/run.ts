/**
 * `npm run soak`: a server as in production under load, attack and replacement. Fails when a count is wrong, never for
 * a time.
 * @module
 */
import { endWith, readOptions } from '../fuzz/read-options.ts';
import { print, type Finding } from './finding.ts';
import { deadline } from './parts/deadline.ts';
import { flood } from './parts/flood.ts';
import { load } from './parts/load.ts';
import { restart } from './parts/restart.ts';
import { slow } from './parts/slow.ts';

const parts: {
  readonly [name: string]: (seconds: number, restarts: number) => Promise<Finding[]>;
} = {
  load: (seconds) =>
    load([
      { rate: 500, seconds, p99: 50 },
      { rate: 1_000, seconds: Math.ceil(seconds / 2), p99: 100 },
    ]),
  slow: () => slow(500),
  flood: (seconds) => flood(2_000, Math.min(seconds, 10)),
  restart: (_seconds, restarts) => restart(restarts),
  deadline: (seconds) => deadline(20, Math.min(seconds, 20)),
};

const usage = `Usage: npm run soak -- [--seconds 60] [--restarts 10] [--only ${Object.keys(parts).join('|')}]`;
const values = readOptions(
  {
    seconds: { type: 'string', default: '60' },
    restarts: { type: 'string', default: '10' },
    only: { type: 'string' },
  },
  usage,
);
const [seconds, restarts] = [Number(values.seconds), Number(values.restarts)];
const good = (number: number) => Number.isInteger(number) && number >= 1 && number <= 3_600;
if (!good(seconds) || !good(restarts) || (values.only !== undefined && !Object.hasOwn(parts, values.only)))
  endWith(usage);

console.log(`Node ${process.version}. Counts count; the times are those of this machine at this moment.`);
let isGood = true;
for (const [name, run] of Object.entries(parts)) {
  if (values.only !== undefined && values.only !== name) continue;
  console.log(`\n${name}`);
  const findings = await run(seconds, restarts);
  print(findings);
  isGood &&= findings.every(({ isMet, isCount }) => isMet || !isCount);
}
process.exitCode = isGood ? 0 : 1;
