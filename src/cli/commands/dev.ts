/**
 * `plivo-jsx dev`: runs `start` in a process of its own, and starts it again when a file changes.
 * @module
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rejectArguments } from '../arguments.ts';
import type { Invocation } from '../command.ts';
import { printLine } from '../io.ts';
import { findParent, onParentExit, parentVariable } from '../process/parent.ts';
import { replaceStandardStreams, writerFor } from '../../console/standard-streams.ts';
import { multiLine } from '../../console/sanitize.ts';
import { RestartRule } from './dev/restart-rule.ts';
import { superviseServer } from './dev/supervise-server.ts';

/** Serves until a signal arrives. */
export async function run({ args, io, definition }: Invocation): Promise<number> {
  rejectArguments(args, definition.usage);
  replaceStandardStreams(writerFor(process.stdout));
  const parent = findParent(io.env);
  const env = { ...io.env, ...parentVariable() };
  if (existsSync('tsconfig.json'))
    printLine(io.stdout, 'Types are not checked here; npx tsc --watch, in a second terminal, checks them.');
  const server = await superviseServer({
    start: () => spawn(process.execPath, [process.argv[1]!, 'start'], { stdio: 'inherit', env }),
    print: (text) => printLine(io.stdout, multiLine(text)),
    rule: new RestartRule(),
  });
  return new Promise((resolve) => {
    let isStopping = false;
    const stop = () => {
      if (isStopping) return;
      isStopping = true;
      void server.stop().then(() => resolve(0));
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      // A second signal ends the server at once.
      process.on(signal, () => (isStopping ? server.kill(signal) : stop()));
    onParentExit(parent, stop);
  });
}
