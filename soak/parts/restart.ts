/**
 * A new version is rolled out while callers call: nobody notices.
 * @module
 */
import { Balancer } from '../balancer.ts';
import { startCallers } from '../child.ts';
import { allRight, below, count, note, type Finding } from '../finding.ts';
import { startServer, type Server } from '../server.ts';

/** Replaces one of two servers after the other. */
export async function restart(restarts: number, rate = 200): Promise<Finding[]> {
  const balancer = new Balancer();
  const servers = await Promise.all([startServer(), startServer()]);
  const ended: Promise<number | null>[] = [];
  try {
    for (const { port } of servers) balancer.add(port);
    const port = await balancer.start();
    const callers = startCallers({ port, flow: 'inspire-works', rate, seconds: 30 + restarts * 20 });
    for (let turn = 0; turn < restarts; turn++) {
      // The old one goes on getting requests until it is asked whether it is ready, and for as long as any are under way.
      ended.push(servers[turn % 2]!.stop());
      const next: Server = await startServer();
      servers[turn % 2] = next;
      balancer.add(next.port);
    }
    const codes = await Promise.all(ended);
    callers.stop();
    const called = await callers.result;
    return [
      count(
        `${restarts} restarts at ${rate}/s: ended with another code than 0`,
        codes.filter((code) => code !== 0).length,
        0,
      ),
      count(
        `${restarts} restarts at ${rate}/s: accepted requests lost ${[...new Set(balancer.lost)].join()}`.trim(),
        balancer.lost.length,
        0,
      ),
      ...allRight(`${restarts} restarts at ${rate}/s`, called),
      note('webhooks, refused connections that were tried again', `${called.sent}, ${balancer.refused}`),
      below('p99', called.p99, 500, 'ms'),
    ];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    balancer.stop();
  }
}
