// Measures contestants side by side: alternating rounds, and the median of each.

/** The one in the middle. */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/**
 * Nanoseconds a call of each, by name: many short rounds, so that a busy moment of the machine falls on all alike. `run`
 * gives a string; its bytes are counted, since a rope hides its cost.
 */
export function compare(contestants, { rounds = 125, millisecondsARound = 4 } = {}) {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  const calls = {};
  for (const [name, run] of Object.entries(contestants)) calls[name] = calibrate(run, millisecondsARound);
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contestants))
      times[name].push(time(run, calls[name]) / calls[name]);
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

/** Calls that fill a round, counted once the engine has had time to compile what is called. */
function calibrate(run, milliseconds) {
  callsWithin(run, 100);
  return Math.max(5, Math.round((callsWithin(run, 100) * milliseconds) / 100));
}

function callsWithin(run, milliseconds) {
  let calls = 0;
  for (let taken = 0; taken < milliseconds * 1e6; calls += 20) taken += time(run, 20);
  return calls;
}

let bytes = 0;

function time(run, calls) {
  const start = process.hrtime.bigint();
  for (let call = 0; call < calls; call++) bytes += Buffer.byteLength(run());
  return Number(process.hrtime.bigint() - start);
}

/** Prints rows as a table with aligned columns. */
export function printTable(title, header, rows) {
  const all = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ');
  console.log(`\n${title}`);
  for (const row of all) console.log(`  ${line(row)}`);
}

export const ratio = (number) => number.toFixed(2);

/**
 * One line for a figure: whether it is kept. One that is not makes the whole run fail at its end.
 *
 * @param keep the most that it may be
 * @param next what to reach next
 */
export function printTarget(says, value, keep, next) {
  if (value > keep) process.exitCode = 1;
  const aim = next === undefined ? '' : `, next ${ratio(next)}`;
  console.log(
    `  ${value <= keep ? 'kept    ' : 'NOT kept'}  ${says}: ${ratio(value)} (keep ${ratio(keep)}${aim})`,
  );
}
