/**
 * Reads keys from standard input: one by one from a terminal, character by character from a pipe.
 * @module
 */
import type { KeyInput } from '../../io.ts';

/** One character, and whether another key is already waiting; `end` when the input has ended. */
export type Key = { readonly key: string; readonly more: boolean } | 'end';

export const controlC = '\u0003';

/** The effects of Ctrl-C while the call does not wait for a key. */
export interface Interrupts {
  /** The first Ctrl-C, for example while the app has not replied. */
  hangUp(): void;
  /** The second Ctrl-C, for example when the hangup URL does not reply either. */
  quit(): void;
}

/** Reads keys until it is closed. On a terminal keys are not echoed, and Ctrl-C is a key. */
export class Keyboard {
  readonly isTTY: boolean;
  readonly #input: KeyInput;
  readonly #interrupts: Interrupts;
  #isInterrupted = false;
  #keys: string[] = [];
  #isOver = false;
  #wake: (() => void) | undefined;

  constructor(input: KeyInput, interrupts: Interrupts) {
    this.#input = input;
    this.#interrupts = interrupts;
    this.isTTY = input.isTTY === true;
    if (this.isTTY) input.setRawMode?.(true);
    input.setEncoding('utf8');
    input.on('data', this.#read);
    input.once('end', this.#end);
    input.once('error', this.#end);
  }

  /** The next key; undefined when none was typed in time. */
  async next(milliseconds = Infinity): Promise<Key | undefined> {
    if (this.#keys.length === 0 && !this.#isOver && milliseconds > 0) await this.#some(milliseconds);
    const key = this.#keys.shift();
    if (key !== undefined) return { key, more: /^[0-9*#]/.test(this.#keys[0] ?? '') };
    return this.#isOver ? 'end' : undefined;
  }

  /** Stops reading, and restores the terminal. */
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
    // Arrow and function keys send an escape sequence; they press nothing.
    if (text.startsWith('\u001B')) return;
    if (this.isTTY && text.includes(controlC)) this.#interrupt();
    else this.#keys.push(...text);
    this.#wake?.();
  };

  #interrupt(): void {
    // Ctrl-C discards what was typed before it.
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
