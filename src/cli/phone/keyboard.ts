/**
 * Keys as they are pressed; from a pipe, the characters of the input.
 * @module
 */
import type { ReadStream } from 'node:tty';

/** One character; `end` when no more will come. */
export type Key = { readonly key: string; readonly more: boolean } | 'end';

export const controlC = '\u0003';

type Input = NodeJS.ReadStream & Partial<Pick<ReadStream, 'setRawMode'>>;

/** Reads keys until it is closed. On a terminal nothing is echoed meanwhile, and Ctrl-C is a key. */
export class Keyboard {
  readonly isTTY: boolean;
  readonly #input: Input;
  readonly #quit: () => void;
  #keys: string[] = [];
  #isOver = false;
  #wake: (() => void) | undefined;

  /** @param quit for Ctrl-C while another one waits, as it does behind a server that does not answer */
  constructor(input: Input, quit: () => void = () => process.exit(130)) {
    this.#input = input;
    this.#quit = quit;
    this.isTTY = input.isTTY === true;
    if (this.isTTY) input.setRawMode?.(true);
    input.setEncoding('utf8');
    input.on('data', this.#read);
    input.once('end', this.#end);
    input.once('error', this.#end);
  }

  /** The next key; undefined when none came in time. */
  async next(milliseconds = Infinity): Promise<Key | undefined> {
    if (this.#keys.length === 0 && !this.#isOver && milliseconds > 0) await this.#some(milliseconds);
    const key = this.#keys.shift();
    if (key !== undefined) return { key, more: /^[0-9*#]/.test(this.#keys[0] ?? '') };
    return this.#isOver ? 'end' : undefined;
  }

  /** The terminal is as it was before. */
  close(): void {
    if (this.isTTY) this.#input.setRawMode?.(false);
    this.#input.off('data', this.#read);
    this.#input.pause();
    this.#end();
  }

  #some(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const longest = 2 ** 31 - 1;
      const timer = milliseconds <= longest ? setTimeout(() => this.#wake?.(), milliseconds) : undefined;
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
    });
  }

  readonly #read = (text: string) => {
    // Arrows and function keys come as an escape sequence, which presses nothing.
    if (text.startsWith('\u001B')) return;
    if (text.includes(controlC) && this.#keys.includes(controlC)) {
      this.close();
      this.#quit();
    }
    this.#keys.push(...text);
    this.#wake?.();
  };

  readonly #end = () => {
    this.#isOver = true;
    this.#wake?.();
  };
}
