/**
 * Runs a command with a limit of time.
 * @module
 */
import { spawn } from 'node:child_process';

/** How a command ended. */
export interface Outcome {
  /** The exit code; undefined when it took too long. */
  readonly code: number | undefined;
  /** What it printed, both streams. */
  readonly output: string;
}

interface Options {
  readonly cwd: string;
  /** Variables beside those of a fresh terminal. */
  readonly env: Readonly<Record<string, string>>;
  /** In milliseconds. */
  readonly timeout: number;
}

// A fresh terminal: npm and the runner of the matrix set variables that lead tools elsewhere.
const inherited = Object.fromEntries(
  ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR', 'npm_config_registry', 'npm_config_cafile']
    .map((name) => [name, process.env[name]] as const)
    .filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
);
const quiet = { NO_COLOR: '1', CI: 'true', NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

/** Runs a command in `sh`. What it started ends with it. */
export function runInShell(command: string, { cwd, env, timeout }: Options): Promise<Outcome> {
  return new Promise((resolve) => {
    // A group of its own, so that all of it can be ended.
    const child = spawn('sh', ['-c', command], {
      cwd,
      env: { ...inherited, ...quiet, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const endGroup = () => {
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // It has ended.
      }
    };
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      endGroup();
    }, timeout);
    child.on('exit', endGroup);
    child.on('close', (code) => {
      clearTimeout(timer);
      const late = `\n(ended after ${Math.round(timeout / 1000)} s)`;
      resolve(isLate ? { code: undefined, output: output + late } : { code: code ?? 1, output });
    });
  });
}
