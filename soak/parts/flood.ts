/**
 * Strangers who send as many requests as they like do not keep a caller waiting.
 * @module
 */
import { startCallers, startStrangers } from '../child.ts';
import { allRight, below, count, note, type Finding } from '../finding.ts';
import { startServer, type Server } from '../server.ts';

const floods = [
  { what: 'paths of 15 KB', path: `/ivr/${'a'.repeat(15 * 1024)}`, status: '414' },
  { what: 'paths of levels', path: '/ivr/level2', status: '403' },
] as const;

/** Floods with both kinds, one after the other. */
export async function flood(rate: number, seconds: number): Promise<Finding[]> {
  const server = await startServer();
  try {
    await startCallers({ port: server.port, flow: 'inspire-works', rate: 100, seconds: 1 }).result;
    const findings: Finding[] = [];
    for (const each of floods) findings.push(...(await one(server, each, rate, seconds)));
    return findings;
  } finally {
    await server.stop();
  }
}

async function one(
  server: Server,
  { what, path, status }: (typeof floods)[number],
  rate: number,
  seconds: number,
): Promise<Finding[]> {
  const { port } = server;
  const callers = startCallers({ port, flow: 'inspire-works', rate: 50, seconds: seconds + 30 });
  const before = server.usage();
  const flooded = await startStrangers({ port, path, rate, seconds }).result;
  const after = server.usage();
  callers.stop();
  const called = await callers.result;
  const cpu = before && after && (after.cpu - before.cpu) / flooded.sent;
  const who = `unsigned, ${what}`;
  return [
    count(`${who}: not answered with ${status}`, flooded.sent - (flooded.answers[status] ?? 0), 0),
    note(`${who}: requests a second`, (flooded.sent / flooded.seconds).toFixed(0)),
    below(`${who}: processor time each, callers included`, cpu, 1, 'ms'),
    ...allRight(`${who}: callers meanwhile`, called),
    below(`${who}: callers meanwhile, p99`, called.p99, 50, 'ms'),
  ];
}
