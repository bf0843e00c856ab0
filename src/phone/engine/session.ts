import type { HangupSource } from '../../call/words.ts';
import type { Assumptions } from './assumptions.ts';
import { CallOver, type Explanation } from './call-over.ts';
import type { EventFields, EventName, PhoneEvent } from './events.ts';
import { Line, type Pause } from './virtual-clock.ts';
import type { CallOptions } from './call-options.ts';
import type { Requests } from './requests.ts';
import type { Ended } from './call-state.ts';
import type { Stimulus, StimulusName } from './input.ts';
import type { Transport } from '../http/transport.ts';

/** The options of a call, with their defaults. */
export interface Settings extends CallOptions {
  readonly url: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound';
  readonly startedAt: Date;
  readonly transport: Transport;
}

/** The fraction of a second as Plivo writes it: six digits. */
const fractionOf = (milliseconds: number) => `${String(milliseconds).padStart(3, '0')}000`;

type Taken<Names extends StimulusName> = Extract<Stimulus, { readonly type: Names }>;

/** Everything about one call that its elements share. Nothing of it is shared with another call. */
export class Session {
  readonly line = new Line();
  readonly events: PhoneEvent[] = [];
  readonly uuid: string;
  readonly settings: Settings;
  readonly assume: Assumptions;
  requests!: Requests;
  /** Keys that will be pressed during the next prompts. */
  readonly early: { readonly keys: string; readonly after: number }[] = [];
  /** Call time of the answer. */
  answeredAt: number | undefined;
  ended: Ended | undefined;
  /** The address of the document that runs, for relative URLs. */
  documentUrl: string;
  /** Documents in a row that came without anything from the caller. */
  redirects = 0;
  /** How often Plivo's API has transferred the call. */
  transfers = 0;
  /** What has to be told when the call is over, such as of recordings. */
  readonly closing = new Set<() => Promise<void>>();
  /** What happens when a Dial is answered: recordings start. */
  readonly onDialAnswer = new Set<() => void>();
  /** Set when something failed that is not the server's fault, such as a listener of the user's. */
  crash: { readonly error: unknown } | undefined;
  /** True once the call has an audio stream. */
  hasStream = false;
  #ids = 0;

  constructor(settings: Settings, assume: Assumptions, uuid: string) {
    this.settings = settings;
    this.assume = assume;
    this.uuid = uuid;
    this.documentUrl = settings.url;
  }

  get isAnswered(): boolean {
    return this.answeredAt !== undefined;
  }

  tell<Name extends EventName>(event: Name, fields: EventFields[Name]): void {
    const told = { at: this.line.now, event, ...fields } as PhoneEvent;
    this.events.push(told);
    this.settings.onEvent?.(told);
  }

  warn(says: string, fix: string, place: { readonly line?: number; readonly column?: number } = {}): void {
    const { line, column } = place;
    this.tell('warning', {
      says,
      fix,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
  }

  answer(): void {
    if (this.isAnswered) return;
    this.answeredAt = this.line.now;
    this.tell('answer', {});
    this.line.alarm(this.assume.callSeconds, () => this.line.end(new CallOver(6000, 'Plivo')));
  }

  /** The caller hangs up, whatever the call does. */
  hangUp(): void {
    if (this.line.over !== undefined) return;
    this.tell('hangup', {});
    this.line.end(new CallOver(this.isAnswered ? 4000 : 1000, 'Caller'));
  }

  /** The caller has hung up; for elements, which stop by that. */
  hungUp(): never {
    this.hangUp();
    throw this.line.over!;
  }

  /** Ends the call from inside. */
  end(code: number, source: HangupSource, explanation?: Explanation): never {
    throw new CallOver(code, source, explanation);
  }

  /** An id that is the same for the same things in the same call. */
  id(): string {
    const count = String(++this.#ids).padStart(12, '0');
    return `${this.uuid.slice(0, 24)}${count}`;
  }

  /** The date and time of a call time, `YYYY-MM-DD HH:mm:ss`, and as Plivo's `SessionStart` with a fraction. */
  clock(at: number): { readonly seconds: string; readonly fraction: string } {
    const date = new Date(this.settings.startedAt.getTime() + Math.round(at * 1000));
    const seconds = date.toISOString().slice(0, 19).replace('T', ' ');
    return { seconds, fraction: `${seconds}.${fractionOf(date.getUTCMilliseconds())}` };
  }

  /**
   * Waits for one of the things named, and lets the others go by.
   *
   * @returns undefined when the time of the pause ran out
   */
  async hear<Names extends StimulusName>(pause: Pause, ...names: Names[]): Promise<Taken<Names> | undefined> {
    const until = this.line.now + pause.seconds;
    for (;;) {
      const stimulus = await this.line.listen({ ...pause, seconds: until - this.line.now });
      if (stimulus === undefined) return undefined;
      this.redirects = 0;
      if ((names as StimulusName[]).includes(stimulus.type)) return stimulus as Taken<Names>;
      await this.#unheard(stimulus);
    }
  }

  /** Lets call time pass; what the caller does meanwhile goes unheard. */
  async pass(seconds: number, element: string): Promise<void> {
    await this.hear({
      seconds,
      needsCaller: false,
      standing: (until) => ({ state: 'busy', element, until }),
    });
  }

  async #unheard(stimulus: Stimulus): Promise<void> {
    if (stimulus.type === 'keys')
      this.tell('press', { keys: stimulus.keys, by: stimulus.by, dropped: stimulus.keys });
    if (stimulus.type === 'speech') this.tell('say', { text: stimulus.text });
  }
}
