/**
 * As many signed webhooks a second as four thousand callers make, and twice as many.
 * @module
 */
import { startCallers } from '../child.ts';
import { allRight, below, note, type Finding } from '../finding.ts';
import { startServer } from '../server.ts';

/** Webhooks a second, for how many seconds, and how long 99 of 100 may take in milliseconds. */
export interface Round {
  readonly rate: number;
  readonly seconds: number;
  readonly p99: number;
}

/** Calls at each rate, one after the other. */
export async function load(rounds: readonly Round[]): Promise<Finding[]> {
  const server = await startServer();
  const findings: Finding[] = [];
  try {
    // Node compiles what is used much; and the memory before is that of a server that has worked.
    await startCallers({ port: server.port, flow: 'inspire-works', rate: 100, seconds: 1 }).result;
    for (const { rate, seconds, p99 } of rounds) {
      const memory: number[] = [server.usage()?.memory ?? Number.NaN];
      const watch = setInterval(() => memory.push(server.usage()?.memory ?? Number.NaN), 1_000);
      const called = await startCallers({
        port: server.port,
        flow: 'inspire-works',
        rate,
        seconds,
      }).result.finally(() => clearInterval(watch));
      memory.push(server.usage()?.memory ?? Number.NaN);
      const who = `${rate}/s for ${seconds} s`;
      findings.push(
        ...allRight(who, called),
        note(`${who}: webhooks a second`, (called.sent / called.seconds).toFixed(0)),
        below(`${who}: p99`, called.p99, p99, 'ms'),
        note(`${who}: p50, most`, `${called.p50.toFixed(1)} ms, ${called.most.toFixed(1)} ms`),
        note(`${who}: memory before, after`, `${memory[0]!.toFixed(0)} MB, ${memory.at(-1)!.toFixed(0)} MB`),
        note(
          `${who}: memory grows, last half`,
          `${slopeOf(memory.slice(memory.length >> 1)).toFixed(1)} MB/min`,
        ),
      );
    }
  } finally {
    await server.stop();
  }
  return findings;
}

/** Of numbers that were taken each second, by least squares, a minute. */
function slopeOf(numbers: readonly number[]): number {
  const middle = (numbers.length - 1) / 2;
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  let [up, along] = [0, 0];
  for (const [at, each] of numbers.entries()) {
    up += (at - middle) * (each - mean);
    along += (at - middle) ** 2;
  }
  return (up / along) * 60;
}
