/**
 * Runs the command in a process of its own: its streams, its variables and its exit code. `bin/plivo-jsx.js` imports it.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { commandNamed } from './commands.ts';
import { main } from './main.ts';
import { closeLostTerminalsAtExit } from '../console/standard-streams.ts';

const args = process.argv.slice(2);
const [name = ''] = args;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A server answers calls, whether its output can be written or not.
  if (commandNamed(name)?.isServer) return;
  if (error.code !== 'EPIPE') throw error;
  // A program such as head stops reading when it has enough. That is no failure.
  process.exit(0);
});
process.stderr.on('error', () => {});
closeLostTerminalsAtExit();

// Node ends a process that only waits for a promise, with exit code 0.
const fail = () => {
  console.error(new PlivoJsxError('E_NEVER', { command: `plivo-jsx ${name}` }).message);
  process.exit(2);
};
process.once('beforeExit', fail);
void main(args, process).then((code) => {
  process.off('beforeExit', fail);
  process.exitCode = code;
  // What a command that failed leaves open must not keep the process alive.
  if (code > 1) process.exit();
});
