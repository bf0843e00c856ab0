import { PlivoJsxError } from '../../errors.ts';
import type { ActionName } from './actions.ts';
import { describeState } from './describe-state.ts';
import { isPossible, possibleActions } from './possible-actions.ts';
import type { Pace } from './call-options.ts';
import type { CallState } from './call-state.ts';
import type { Input } from './input.ts';
import type { Session } from './session.ts';

type Work = () => Promise<unknown>;

/** Runs the commands of a call one after another, and lets call time pass between them. */
export class CommandQueue {
  readonly #session: Session;
  pace: Pace;
  #last: Promise<unknown> = Promise.resolve();

  constructor(session: Session, pace: Pace) {
    this.#session = session;
    this.pace = pace;
  }

  get state(): CallState {
    const { ended, clock } = this.#session;
    return ended ?? clock.state ?? { type: 'busy', element: 'request', until: clock.now };
  }

  /** Runs a command, then lets time pass until the call needs the caller again. */
  run(name: ActionName | 'transfer', work: Work): Promise<void> {
    return this.runOnly(name, async () => {
      await work();
      await this.settle();
    });
  }

  /** Runs a command, and lets no further time pass. */
  runOnly(name: ActionName | 'transfer', work: Work): Promise<void> {
    const done = this.#last.then(async () => {
      this.requireOngoing(name);
      await work();
      this.#throwCrash();
    });
    this.#last = done.catch(() => {});
    return done;
  }

  /** Lets time pass until the call needs the caller; with the pace `step`, only until the call waits for something. */
  async settle(): Promise<void> {
    const { clock } = this.#session;
    await clock.idle();
    if (this.pace !== 'step') while (!this.#isOver && !clock.needsCaller) await clock.step(Infinity);
    this.#throwCrash();
  }

  /**
   * Delivers an input to the call, and waits until the call has dealt with it.
   *
   * @throws {@link PlivoJsxError} `E_PHONE_VERB` when the state of the call does not allow the command
   */
  async deliver(command: ActionName, input: Input): Promise<void> {
    const { state } = this;
    if (!isPossible(state, command, input)) {
      const by = input.type === 'keys' && input.by === 'BLeg' ? ' by BLeg' : '';
      const heeded = possibleActions(state).filter(({ ignored }) => !ignored);
      const possible = [...new Set(heeded.map(({ type }) => type))].join(', ');
      throw new PlivoJsxError('E_PHONE_VERB', { verb: command + by, waits: describeState(state), possible });
    }
    this.#session.clock.deliver(input);
    await this.#session.clock.idle();
  }

  /** Lets the time pass that ends an input of keys. */
  async finishTyping(): Promise<void> {
    const isTyping = () => this.state.type === 'asking' && this.state.typed !== '';
    if (this.pace !== 'step') while (!this.#isOver && isTyping()) await this.step();
  }

  /** Lets time pass until a timer or the end of a pause. */
  step(): Promise<boolean> {
    return this.#session.clock.step(Infinity);
  }

  /** Lets time pass up to a call time. */
  async advanceTo(limit: number): Promise<void> {
    while (!this.#isOver && (await this.#session.clock.step(limit)));
  }

  /** @throws {@link PlivoJsxError} `E_PHONE_OVER` when the call has ended */
  requireOngoing(verb: string): void {
    const { ended } = this.#session;
    if (ended !== undefined)
      throw new PlivoJsxError('E_PHONE_OVER', { verb, code: ended.code, name: ended.name });
  }

  get #isOver(): boolean {
    return this.#session.ended !== undefined || this.#session.crash !== undefined;
  }

  #throwCrash(): void {
    if (this.#session.crash !== undefined) throw this.#session.crash.error;
  }
}
