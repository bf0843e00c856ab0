// Checking: generated flows of about 100, 1,000 and 10,000 states, in process.
import { execFileSync } from 'node:child_process';
import { printTable, printTarget } from '../compare.mjs';

/** Menus; a menu comes with four other documents. */
const sizes = [20, 200, 2000];

/** Prints times and memory, and whether they grow as the states do. */
export async function run(out) {
  const results = sizes.map((menus) => {
    const args = [`${out}/check-explore.mjs`, String(menus)];
    return JSON.parse(execFileSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
  });
  printTable(
    'Checking a generated flow in process',
    ['', 'requests', 's', 'CPU s', 'CPU ms a state', 'memory, MB', 'findings'],
    results.map(({ states, requests, seconds, cpuSeconds, megabytes, findings }) => [
      `${states} states`,
      requests,
      seconds.toFixed(1),
      cpuSeconds.toFixed(1),
      ((cpuSeconds * 1000) / states).toFixed(2),
      megabytes.toFixed(0),
      findings,
    ]),
  );
  const [, middle, large] = results;
  const each = ({ cpuSeconds, states }) => cpuSeconds / states;
  console.log('');
  printTarget('seconds for 10,000 states', large.seconds, 20, 10);
  printTarget('CPU time a state, 10,000 against 1,000 states', each(large) / each(middle), 1.2, 1);
  printTarget('memory in MB', large.megabytes, 400, 250);
}
