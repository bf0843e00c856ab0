/**
 * The `plivo-jsx` command: a table of commands, and one place that turns errors into a sentence and an exit code.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { didYouMean } from '../did-you-mean.ts';
import { commands } from './commands.ts';
import { readEnvironmentFile } from './environment/environment-file.ts';
import { checkNames } from './environment/variable-names.ts';
import { closeDeadTerminals } from './output.ts';
import { inLines } from './terminal.ts';

/** Exit codes: 0 good, 1 the answer is "no", 2 could not run. */
async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    console.log(help());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const names = Object.keys(commands);
    const guess = didYouMean(name, names);
    throw new PlivoJsxError('E_COMMAND', {
      command: name,
      guess: guess && `"${guess}"`,
      commands: names.join(', '),
    });
  }
  if (args.includes('--help') || args.includes('-h')) {
    const { help: page } = await command.load();
    console.log(page?.() ?? `${command.says}\n\n  ${command.usage}`);
    return 0;
  }
  if (!command.restarts) {
    const inFile = readEnvironmentFile();
    if (command.serves)
      for (const warning of checkNames(process.env, inFile)) console.error(`Warning: ${warning}`);
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Callers are still there when the terminal is not.
    if (command.serves) return;
    if (error.code !== 'EPIPE') throw error;
    // Whoever reads our output may stop, as head does. That is no failure.
    process.exit(0);
  });
  if (command.serves) process.stderr.on('error', () => {});
  closeDeadTerminals();
  const { run } = await command.load();
  // Node ends a process that waits for nothing but a promise, as if all were well.
  const end = () => {
    console.error(new PlivoJsxError('E_NEVER', { command: `plivo-jsx ${name}` }).message);
    process.exit(2);
  };
  process.once('beforeExit', end);
  const code = await run(args);
  process.off('beforeExit', end);
  return code;
}

function help(): string {
  const lines = Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(8)} ${says}`);
  return [
    'plivo-jsx: phone menus for Plivo, written as TSX',
    '',
    ...lines,
    '',
    'plivo-jsx <command> --help tells more.',
  ].join('\n');
}

/** An error as a person reads it; a stack only where nobody foresaw the error. */
async function told(error: unknown): Promise<string> {
  if (error instanceof PlivoJsxError) {
    if (error.code !== 'E_COMPONENT' || error.cause === undefined) return error.message;
    const { causeText } = await import('./load-flows/load-problem.ts');
    return `${error.message}\n${causeText(error.cause)}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

// Plivo's "no" is an answer; everything else that stops a command means that it could not run.
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  async (error: unknown) => {
    console.error(inLines(await told(error)));
    process.exit(error instanceof PlivoJsxError && error.code.startsWith('E_CALL_') ? 1 : 2);
  },
);
