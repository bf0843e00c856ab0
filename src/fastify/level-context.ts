/**
 * What the components of a level may read and say beside their props.
 * @module
 */
import type { Call } from '../webhook/call.ts';
import type { Context } from '../render/context.ts';

/** The context of one webhook. */
export class LevelContext implements Context {
  readonly baseUrl: string;
  readonly call: Call;
  readonly level: string;
  /** Whether a component said so. */
  isNoMatch = false;
  #aborted: AbortController | undefined;

  constructor(baseUrl: string, call: Call, level: string) {
    this.baseUrl = baseUrl;
    this.call = call;
    this.level = level;
  }

  readonly noMatch = () => {
    this.isNoMatch = true;
  };

  /** Made when a component asks for it: few do. */
  get signal(): AbortSignal {
    this.#aborted ??= new AbortController();
    return this.#aborted.signal;
  }

  /** Tells components that nobody waits for their answer any more. */
  abort(): void {
    this.#aborted?.abort();
  }
}
