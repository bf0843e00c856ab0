/**
 * Callers, in a process of their own: so many webhooks a second, whether the server keeps up or not.
 * @module
 */
import { Agent, request } from 'node:http';
import { createHistogram } from 'node:perf_hooks';
import { malformed } from '../fuzz/malformed.ts';
import type { Callers } from './child.ts';
import { evenly } from './evenly.ts';
import { makeWebhook } from './webhook.ts';

/** What they are told. */
export interface Calling {
  readonly port: number;
  readonly flow: 'inspire-works' | 'never';
  /** Webhooks a second. */
  readonly rate: number;
  /** Most seconds; they also stop when they are told to. */
  readonly seconds: number;
}

/**
 * What they saw. Times are milliseconds from when a webhook was due, so that a queue is not forgotten; those of the first
 * second, in which Node compiles the callers, do not count.
 */
export interface Called {
  readonly sent: number;
  /** Answered with 200 and the right document. */
  readonly right: number;
  /** Asked to hold, since the process could not keep up: good for the caller, and no question of right or wrong. */
  readonly held: number;
  /** What else came, and how often. */
  readonly wrong: { readonly [what: string]: number };
  readonly seconds: number;
  readonly least: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

process.once('message', async (calling: Calling) => {
  const stopped = new AbortController();
  process.once('message', () => stopped.abort());
  process.send!((await call(calling, stopped.signal)) satisfies Callers[1]);
  process.disconnect();
});

async function call({ port, flow, rate, seconds }: Calling, stopped: AbortSignal): Promise<Called> {
  const agent = new Agent({ keepAlive: true, maxSockets: 500 });
  const times = createHistogram();
  const wrong: Record<string, number> = {};
  let [right, held] = [0, 0];
  const answers: Promise<void>[] = [];
  const started = performance.now();
  const send = async (due: number) => {
    const said = await ask(agent, port, flow);
    if (due >= started + 1_000) times.record(Math.max(1, Math.round((performance.now() - due) * 1000)));
    if (said === undefined) right++;
    else if (said === hold) held++;
    else wrong[said] = (wrong[said] ?? 0) + 1;
  };
  await evenly(rate, seconds, stopped, (due) => void answers.push(send(due)));
  await Promise.all(answers);
  agent.destroy();
  const milliseconds = (microseconds: number) => microseconds / 1000;
  return {
    sent: answers.length,
    right,
    held,
    wrong,
    seconds: (performance.now() - started) / 1000,
    least: milliseconds(times.min),
    p50: milliseconds(times.percentile(50)),
    p99: milliseconds(times.percentile(99)),
    most: milliseconds(times.max),
  };
}

const hold = 'please hold';

/** What is wrong with the answer, if anything is. */
function ask(agent: Agent, port: number, flow: Calling['flow']): Promise<string | undefined> {
  const { path, headers, body, expected } = makeWebhook(flow);
  return new Promise((resolve) => {
    const sent = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (reply) => {
      let xml = '';
      reply.setEncoding('utf8').on('data', (chunk: string) => (xml += chunk));
      reply.on('error', ({ message }) => resolve(message));
      reply.on('end', () => {
        if (reply.statusCode !== 200) return resolve(`status ${reply.statusCode}`);
        const problem = malformed(xml);
        if (problem !== undefined || xml.includes(expected)) return resolve(problem);
        resolve(xml.includes('<Wait length="5"/><Redirect>') ? hold : `another document at ${path}`);
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.setTimeout(30_000, () => sent.destroy(new Error('no answer in 30 s')));
    sent.end(body);
  });
}
