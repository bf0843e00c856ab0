/**
 * `npm run fuzz`: requests and connections made by chance, none of which may get a 5xx, hang, or end the process.
 * @module
 */
import { injectCases } from './inject.ts';
import { endWith, readOptions } from './read-options.ts';
import { Report } from './report.ts';
import { openSockets } from './sockets.ts';

const usage =
  'Usage: npm run fuzz -- [--seed 1] [--cases 1000000] [--sockets 50000] [--only cases|sockets [--case 17]]';
const values = readOptions(
  {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    cases: { type: 'string', default: '1000000' },
    sockets: { type: 'string', default: '50000' },
    only: { type: 'string' },
    case: { type: 'string' },
  },
  usage,
);

/** Most that the memory of the process may grow after the first fifth, in MB. */
const mostGrowth = 20;

const parts = {
  cases: { what: 'requests', run: injectCases, most: Number(values.cases) },
  sockets: { what: 'connections', run: openSockets, most: Number(values.sockets) },
};
const seed = Number(values.seed);
const one = values.case === undefined ? undefined : Number(values.case);
const numbers = [seed, parts.cases.most, parts.sockets.most, one ?? 0];
if (
  numbers.some((number) => !Number.isSafeInteger(number) || number < 0) ||
  !['cases', 'sockets', undefined].includes(values.only)
)
  endWith(usage);

let unhandled = 0;
for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (error: unknown) => {
    unhandled++;
    console.error(`${event}:`, error);
  });
}

const memory = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

let isGood = true;
for (const [name, { what, run, most }] of Object.entries(parts)) {
  if (values.only !== undefined && values.only !== name) continue;
  const [from, to] = one === undefined ? [0, most] : [one, one + 1];
  const started = performance.now();
  let [before, after] = [0, 0];
  const report = new Report((done) => {
    if (done >= most / 5 && before === 0) before = memory();
    // While the apps still hold what they hold.
    if (done === most) after = memory();
    if (done % 50_000 === 0 || (name === 'sockets' && done % 5_000 === 0))
      console.log(
        `  ${done} ${what}, ${report.failed} bad, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
      );
  });
  console.log(`${to - from} ${what}, seed ${seed}`);
  await run(report, seed, from, to);
  const growth = after - before;
  const isFlat = one !== undefined || globalThis.gc === undefined || growth < mostGrowth;
  for (const { number, says } of report.failures)
    console.log(`bad: npm run fuzz -- --seed ${seed} --only ${name} --case ${number}\n     ${says}`);
  console.log(
    `${report.finished} ${what}: ${report.failed} bad, answers ${report.answers}; ` +
      `${unhandled} unhandled errors; ` +
      (one === undefined
        ? `memory ${growth < 0 ? '' : '+'}${growth.toFixed(1)} MB after the first fifth (less than ${mostGrowth}: ${isFlat ? 'met' : 'not met'}); `
        : '') +
      `${Math.round((performance.now() - started) / 1000)} s`,
  );
  isGood &&= report.failed === 0 && isFlat;
}
process.exit(isGood && unhandled === 0 ? 0 : 1);
