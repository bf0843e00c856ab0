// Checks one generated flow in a process of its own: its number of menus is the argument, the result one line of JSON.
import { check } from 'plivo-jsx/check';
import { createApp } from 'plivo-jsx/fastify';
import { explore } from 'plivo-jsx/testing';
import { flowOf } from './flow.jsx';

const menus = Number(process.argv[2]);
const app = await createApp({ flows: [flowOf(menus)], development: false });
await app.ready();
const [begun, cpu] = [performance.now(), process.cpuUsage()];
const graph = await explore(app, '/menu', { maxStates: 100_000 });
const findings = check(graph);
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    states: graph.nodes.length,
    requests: graph.requests,
    findings: findings.length,
    isComplete: graph.isComplete,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
