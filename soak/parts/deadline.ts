/**
 * A level that never comes back: the caller hears something after two seconds.
 * @module
 */
import { startCallers } from '../child.ts';
import { allRight, below, note, type Finding } from '../finding.ts';
import { startServer } from '../server.ts';

/** Asks it again and again, each time with a form. */
export async function deadline(rate: number, seconds: number): Promise<Finding[]> {
  const server = await startServer('never');
  try {
    const called = await startCallers({ port: server.port, flow: 'never', rate, seconds }).result;
    const { least, p50, p99, most, sent } = called;
    return [
      ...allRight(`${sent} POSTs to a level that never answers`, called),
      note(
        'answered after, least, p50, p99, most',
        [least, p50, p99, most].map((ms) => (ms / 1000).toFixed(3)).join(', ') + ' s',
      ),
      below('farthest from 2 s', Math.max(most - 2_000, 2_000 - least), 100, 'ms'),
    ];
  } finally {
    await server.stop();
  }
}
