/**
 * How a server ends: whoever is on the phone is answered first.
 * @module
 */
import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';
import { serverStateOf } from '../server-state.ts';
import { failureOf } from '../report/failure.ts';
import { redactorFor } from '../report/redact.ts';

/** How long the app still takes requests after a signal, in milliseconds, so that a balancer has time to notice. */
const drainFor = 5_000;

/** The same after an error, of which nobody knows what it left behind: time for connections to be let go of. */
const drainBriefly = 1_000;

/** When the process ends whatever is still under way, in milliseconds. */
const longest = 10_000;

/** What people and service managers end a process with. */
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** For how long a signal is the one that came before, in milliseconds: npm passes on what its whole group gets as well. */
const sameSignal = 1_000;

/**
 * Ends the process in order: at a signal, and at an error that nobody caught, of which nobody knows what it left behind.
 *
 * @param isWatched whether a balancer asks `/ready` and needs time to send callers elsewhere
 * @returns ends it because the process that started this one is gone, unless it ends already
 */
export function stopInOrder(app: FastifyInstance, isWatched: boolean): () => void {
  const { counts } = serverStateOf(app);
  let failed = false;
  let isAlone = false;
  let asked: { readonly signal: NodeJS.Signals; readonly at: number } | undefined;
  const { close } = closeWithGrace(
    // Its own handling ends the process at a second signal or error, while the calls of the first are still unanswered.
    { delay: longest, logger: false, skip: ['unhandledRejection', 'uncaughtException', ...signals] },
    async () => {
      const cause = isAlone ? 'The process that started this one is gone' : asked?.signal;
      if (cause !== undefined && !failed) {
        const reason = isAlone ? 'parent' : 'signal';
        counts.add('draining', reason);
        app.log.info({ event: 'draining', reason }, `${cause}: answering what has arrived, then stopping.`);
      }
      app.plivoDrain();
      if (isWatched) await wait(isAlone || asked?.signal === 'SIGTERM' ? drainFor : drainBriefly);
      await app.close();
      if (failed) process.exit(1);
    },
  );
  const stop = (signal: NodeJS.Signals) => {
    const at = performance.now();
    // Whoever asks again after a while does not want to wait.
    if (asked !== undefined) return at - asked.at > sameSignal ? process.exit(1) : undefined;
    asked = { signal, at };
    if (!failed && !isAlone) void close();
  };
  for (const signal of signals) process.on(signal, stop);
  const fail = (reason: 'rejection' | 'exception') => (error: unknown) => {
    counts.add('unhandled', reason);
    const { err, text } = failureOf(error, redactorFor({}));
    const sentence = `An error that nobody caught; answering what has arrived, then stopping.\n${text}`;
    app.log.fatal({ event: 'unhandled', reason, err }, sentence);
    if (failed) return;
    failed = true;
    if (asked === undefined && !isAlone) void close();
  };
  process.on('unhandledRejection', fail('rejection'));
  process.on('uncaughtException', fail('exception'));
  return () => {
    if (asked !== undefined || failed) return;
    isAlone = true;
    void close();
  };
}
