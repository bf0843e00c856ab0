/**
 * Keys as they are pressed; from a pipe, the characters of the input.
 * @module
 */
import type { ReadStream } from 'node:tty';

/** One character; `end` when no more will come. */
export type Key = { readonly key: string; readonly more: boolean } | 'end';

export const controlC = '\u0003';

/** What Ctrl-C does while nobody waits for a key. */
export interface Interrupts {
  /** The first one, as while a reply is awaited. */
  hangUp(): void;
  /** The second one, as when the server does not even answer its hangup URL. */
  quit(): void;
}

type Input = NodeJS.ReadStream & Partial<Pick<ReadStream, 'setRawMode'>>;

/** Reads keys until it is closed. On a terminal nothing is echoed meanwhile, and Ctrl-C is a key. */
export class Keyboard {
  readonly isTTY: boolean;
  readonly #input: Input;
  readonly #interrupts: Interrupts;
  #isInterrupted = false;
  #keys: string[] = [];
  #isOver = false;
  #wake: (() => void) | undefined;

  constructor(input: Input, interrupts: Interrupts) {
    this.#input = input;
    this.#interrupts = interrupts;
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
    if (this.isTTY && text.includes(controlC)) this.#interrupt();
    else this.#keys.push(...text);
    this.#wake?.();
  };

  #interrupt(): void {
    // What was typed before it goes nowhere.
    this.#keys = [];
    if (this.#isInterrupted) {
      this.close();
      this.#interrupts.quit();
    } else if (this.#wake === undefined) this.#interrupts.hangUp();
    else this.#keys = [controlC];
    this.#isInterrupted = true;
  }

  readonly #end = () => {
    this.#isOver = true;
    this.#wake?.();
  };
}
