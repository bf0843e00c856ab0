/**
 * What a command uses of the process that it runs in.
 * @module
 */

/** Where a command writes text; `process.stdout` is one. */
export interface TextOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Where a command reads keys; `process.stdin` is one. */
export type KeyInput = Pick<NodeJS.ReadableStream, 'on' | 'once' | 'off' | 'pause'> & {
  readonly isTTY?: boolean;
  setEncoding(encoding: BufferEncoding): unknown;
  setRawMode?(mode: boolean): unknown;
};

/** Streams and variables, given to a command so that it can also run inside another program, such as a test. */
export interface CommandIO {
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly stdin: KeyInput;
  /** Variables; those of `.env` are added to it. */
  readonly env: Record<string, string | undefined>;
}

/** Writes one line. */
export const printLine = (output: TextOutput, text: string): void => void output.write(`${text}\n`);
