import { PlivoJsxError } from '../../errors.ts';
import { verbOf } from './check-commands.ts';
import type { Pace } from './call-options.ts';
import type { Session } from './session.ts';
import type { Standing } from './call-state.ts';
import type { Stimulus } from './input.ts';

/** What a verb does in its turn. */
type Act = (turns: Turns) => Promise<unknown>;

/** Takes verbs one after another, and lets call time pass between them. */
export class Turns {
  readonly #session: Session;
  readonly #pace: Pace;
  #last: Promise<unknown> = Promise.resolve();

  constructor(session: Session, pace: Pace) {
    this.#session = session;
    this.#pace = pace;
  }

  /** What the call waits for. */
  get standing(): Standing {
    const { ended, line } = this.#session;
    return ended ?? line.standing ?? { state: 'busy', element: 'request', until: line.now };
  }

  /** Takes a verb, and comes back once somebody outside has to decide. */
  take(verb: string, act: Act): Promise<Standing> {
    return this.stop(verb, async () => {
      await act(this);
      await this.settle();
    });
  }

  /** Takes a verb, and leaves the call where that stops. */
  stop(verb: string, act: Act): Promise<Standing> {
    const done = this.#last.then(async () => {
      this.mustLast(verb);
      await act(this);
      this.#mustWork();
      return this.standing;
    });
    this.#last = done.catch(() => {});
    return done;
  }

  /** Lets time pass until somebody outside has to decide; with the pace `step`, only until the call waits. */
  async settle(): Promise<void> {
    const { line } = this.#session;
    await line.quiet();
    if (this.#pace !== 'step') while (!this.#isOver && !line.needsCaller) await line.step(Infinity);
    this.#mustWork();
  }

  /** Hands something from outside to the call. */
  async deliver(stimulus: Stimulus): Promise<void> {
    this.#session.line.deliver(stimulus);
    await this.#session.line.quiet();
  }

  /** Hands over what only makes sense in some states. */
  need(states: readonly Standing['state'][], stimulus: Stimulus): Promise<void> {
    const { state } = this.standing;
    if (states.includes(state)) return this.deliver(stimulus);
    throw new PlivoJsxError('E_PHONE_VERB', { verb: verbOf[stimulus.type], state });
  }

  /** Lets the time pass that ends an input of keys. */
  async untilTyped(): Promise<void> {
    const isTyping = () => this.standing.state === 'asking' && this.standing.typed !== '';
    if (this.#pace !== 'step') while (!this.#isOver && isTyping()) await this.step();
  }

  /** Lets time pass until something happens by itself. */
  step(): Promise<boolean> {
    return this.#session.line.step(Infinity);
  }

  /** Lets time pass up to a call time. */
  async advance(limit: number): Promise<void> {
    while (!this.#isOver && (await this.#session.line.step(limit)));
  }

  /** @throws {@link PlivoJsxError} `E_PHONE_OVER` after the end */
  mustLast(verb: string): void {
    const { ended } = this.#session;
    if (ended !== undefined)
      throw new PlivoJsxError('E_PHONE_OVER', { verb, code: ended.code, name: ended.name });
  }

  get #isOver(): boolean {
    return this.#session.ended !== undefined || this.#session.crash !== undefined;
  }

  #mustWork(): void {
    if (this.#session.crash !== undefined) throw this.#session.crash.error;
  }
}
