/**
 * Connections that only want to be held do not keep a caller waiting, and do not last.
 * @module
 */
import { startCallers } from '../child.ts';
import { allRight, below, count, type Finding } from '../finding.ts';
import { startServer } from '../server.ts';
import { holdOpen } from '../slow-sockets.ts';

/** Holds so many of each kind open, while callers call. */
export async function slow(many: number, rate = 50): Promise<Finding[]> {
  const server = await startServer();
  try {
    const callers = startCallers({ port: server.port, flow: 'inspire-works', rate, seconds: 60 });
    const [idle, slowBody] = await Promise.all([
      holdOpen(server.port, many, 'idle'),
      holdOpen(server.port, many, 'slow body'),
    ]);
    callers.stop();
    const called = await callers.result;
    return [
      count(`${many} idle connections: still open`, idle.opened - idle.closed, 0),
      count(`${many} idle connections: without 408`, idle.opened - idle.told, 0),
      below(`${many} idle connections: the last is gone after`, idle.longest, 4, 's'),
      count(`${many} slow bodies: still open`, slowBody.opened - slowBody.closed, 0),
      count(`${many} slow bodies: without 408`, slowBody.opened - slowBody.told, 0),
      below(`${many} slow bodies: the last is gone after`, slowBody.longest, 11, 's'),
      ...allRight(`callers meanwhile, ${rate}/s`, called),
      below(`callers meanwhile, ${rate}/s: p99`, called.p99, 100, 'ms'),
    ];
  } finally {
    await server.stop();
  }
}
