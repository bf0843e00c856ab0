/**
 * Runs a server process, and replaces it by a new one when a file of the project changes.
 * @module
 */
import type { ChildProcess } from 'node:child_process';
import { oneLine } from '../../../console/sanitize.ts';
import type { RestartRule } from './restart-rule.ts';
import { watchFiles } from './watch-files.ts';

/** How long a server may take to end, in milliseconds. It limits itself to less. */
const stopTimeout = 12_000;

/** How to run the server. */
export interface ServerOptions {
  start(): ChildProcess;
  /** Prints a sentence for the person at the terminal. */
  print(text: string): void;
  readonly rule: RestartRule;
}

/** A server that is replaced when a file changes. */
export interface SupervisedServer {
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Sends a signal to the process that runs now. */
  kill(signal: NodeJS.Signals): void;
}

/** Starts the server once the files of the working directory are watched. */
export async function superviseServer({ start, print, rule }: ServerOptions): Promise<SupervisedServer> {
  const watcher = await watchFiles(print);
  rule.started(performance.now());
  let server = start();
  let timer: NodeJS.Timeout | undefined;
  let timerDelay = Infinity;
  let isStopping = false;
  // Restarts run one after the other: of two at once, one server would be left over and keep the port.
  let restarts = Promise.resolve();
  const restart = async (reason: string) => {
    if (isStopping) return;
    print(`${reason}; starting again`);
    await ended(server);
    if (isStopping) return;
    rule.started(performance.now());
    server = start();
  };
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    const file = oneLine(path);
    const isRemoved = event === 'unlink';
    const { message, delay } = rule.changed(file, isRemoved, performance.now());
    if (message !== undefined) print(message);
    // A file with a long delay does not delay the restart for another file.
    if (delay === undefined || delay > timerDelay) return;
    timerDelay = delay;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timerDelay = Infinity;
      restarts = restarts.then(() => restart(`${file} ${isRemoved ? 'was removed' : 'changed'}`));
    }, delay);
  });
  return {
    kill: (signal) => void server.kill(signal),
    async stop() {
      isStopping = true;
      await watcher.close();
      clearTimeout(timer);
      await restarts;
      await ended(server);
    },
  };
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    // A component in an endless loop keeps the server from handling a signal.
    const timer = setTimeout(() => server.kill('SIGKILL'), stopTimeout);
    server.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    server.kill('SIGTERM');
  });
}
