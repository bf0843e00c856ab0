import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A process on a pseudo-terminal that nobody reads. */
export interface OnTerminal {
  readonly pid: number;
  /** Closes the terminal. */
  close(): void;
  /** The exit code; the negative number of the signal that ended it. */
  readonly ended: Promise<number>;
}

const script = `
import fcntl, os, pty, subprocess, sys, termios
terminal, line = pty.openpty()
def begin():
    os.setsid()
    if sys.argv[1] == 'own': fcntl.ioctl(line, termios.TIOCSCTTY, 0)
child = subprocess.Popen(sys.argv[2:], stdin=line, stdout=line, stderr=line, preexec_fn=begin)
os.close(line)
print(child.pid, flush=True)
sys.stdin.readline()
os.close(terminal)
print(child.wait(), flush=True)
`;

/**
 * Starts a process on a terminal.
 *
 * @param kind whether the terminal is that of the session, so that the process gets SIGHUP when it closes
 */
export async function onTerminal(
  kind: 'own' | 'foreign',
  command: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<OnTerminal> {
  const args = ['-c', script, kind, ...command];
  const python: ChildProcess = spawn('python3', args, { ...options, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(python.stdout!);
  const [pid] = (await once(lines, 'line')) as [string];
  let isOver = false;
  onTestFinished(() => {
    if (!isOver) process.kill(Number(pid), 'SIGKILL');
  });
  const ended = once(lines, 'line').then(([code]) => {
    isOver = true;
    return Number(code);
  });
  return { pid: Number(pid), close: () => void python.stdin!.end('\n'), ended };
}
