/**
 * How a server stops: it answers the requests that have arrived, then ends.
 * @module
 */
import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';
import { serverStateOf } from '../server-state.ts';
import { failureOf } from '../report/failure.ts';
import { redactorFor } from '../report/redact.ts';

/** How long a watched app still accepts requests after SIGTERM, in milliseconds, so that a load balancer notices. */
const drainFor = 5_000;

/** The same after other signals, and after an uncaught error, when the state of the process is unknown. */
const drainBriefly = 1_000;

/** When the process ends in any case, in milliseconds. */
const longest = 10_000;

/** The signals that stop a server. */
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Signals after which JavaScript cannot run safely; Deno refuses handlers of some. Without a handler they end the process. */
const fatalSignals = ['SIGILL', 'SIGBUS', 'SIGFPE', 'SIGSEGV'] as const;

/** Within this time a second signal is a duplicate, in milliseconds: npm forwards a signal that its whole group receives. */
const sameSignal = 1_000;

/**
 * Stops the process in order, at a signal or an uncaught error.
 *
 * @param isWatched whether a load balancer polls `/ready` and needs time to react
 * @param started settles when the server listens, or could not: a server that is about to listen cannot be closed
 * @returns a function that stops it because its parent process is gone
 */
export function stopInOrder(app: FastifyInstance, isWatched: boolean, started: Promise<unknown>): () => void {
  const { counts } = serverStateOf(app);
  let failed = false;
  let isAlone = false;
  let asked: { readonly signal: NodeJS.Signals; readonly at: number } | undefined;
  const { close } = closeWithGrace(
    {
      delay: longest,
      logger: false,
      // The handlers of close-with-grace exit at a second signal or error, before pending requests are answered.
      skip: ['unhandledRejection', 'uncaughtException', ...signals, ...fatalSignals],
    },
    async () => {
      const cause = isAlone ? 'The process that started this one is gone' : asked?.signal;
      if (cause !== undefined && !failed) {
        const reason = isAlone ? 'parent' : 'signal';
        counts.add('draining', reason);
        app.log.info({ event: 'draining', reason }, `${cause}: answering what has arrived, then stopping.`);
      }
      await started.catch(() => {});
      app.plivoDrain();
      if (isWatched) await wait(isAlone || asked?.signal === 'SIGTERM' ? drainFor : drainBriefly);
      await app.close();
      if (failed) process.exit(1);
    },
  );
  const stop = (signal: NodeJS.Signals) => {
    const at = performance.now();
    // A second signal that arrives more than one second later exits immediately.
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
