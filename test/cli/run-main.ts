import { PassThrough } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import { inspireWorksProject } from './inspire-works-project.ts';
import type { Outcome } from './run-command.ts';

/**
 * Runs a command to its end inside the process of the test, in a project with Inspire Works unless another folder is given.
 *
 * @param env the variables that the command reads; flows read those of the process
 * @param input the content of standard input
 */
export async function runMain(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = inspireWorksProject(),
  input = '',
): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await main(args, {
      stdout: { write: (text: string) => (stdout += text) },
      stderr: { write: (text: string) => (stderr += text) },
      stdin: new PassThrough().end(input),
      env: { ...env },
    });
    return { code, stdout, stderr };
  } finally {
    process.chdir(before);
  }
}
