import type { HangupSource } from '../../webhook/plivo-enums.ts';
import type { XmlElement } from '../document/read-xml.ts';
import type { AddressMap } from '../http/address-map.ts';
import type { Transport } from '../http/transport.ts';
import type { Assumptions } from './assumptions.ts';
import type { CallOptions } from './call-options.ts';
import { CallOver, type Explanation } from './call-over.ts';
import type { CallState, Ended } from './call-state.ts';
import type { EventFields, EventName, PhoneEvent, PromptName } from './events.ts';
import type { Input, InputName } from './input.ts';
import { maxHeard, Repetition, type Place } from './repetition.ts';
import type { Requests } from './requests.ts';
import { VirtualClock, type Pause } from './virtual-clock.ts';

/** The options of a call, with their defaults. */
export interface Settings extends CallOptions {
  readonly url: string;
  readonly addresses: AddressMap;
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound';
  /** When the call starts, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly transport: Transport;
  readonly uuid: string;
}

/** The fraction of a second as Plivo writes it: six digits. */
const fractionOf = (milliseconds: number) => `${String(milliseconds).padStart(3, '0')}000`;

const promptNames: ReadonlySet<string> = new Set<PromptName>(['Speak', 'Play', 'Wait']);

/** The prompt that a call is in the middle of. */
const duringPrompt = (state: CallState | undefined): { readonly during?: PromptName } =>
  (state?.type === 'busy' || state?.type === 'endless') && promptNames.has(state.element)
    ? { during: state.element as PromptName }
    : {};

type InputOf<Names extends InputName> = Extract<Input, { readonly type: Names }>;

/** What the executors of one call share. Two calls share nothing. */
export class Session {
  readonly clock = new VirtualClock();
  readonly events: PhoneEvent[] = [];
  readonly settings: Settings;
  readonly assume: Assumptions;
  readonly requests: Requests;
  /** Keys to press during the next prompts, with the delay in seconds. */
  readonly earlyKeys: { readonly keys: string; readonly after: number }[] = [];
  /** Call time of the answer. */
  answeredAt: number | undefined;
  ended: Ended | undefined;
  /** The URL of the current document, against which relative URLs are resolved. */
  documentUrl: string;
  readonly #repetition = new Repetition();
  /** True until one element of the call has been executed. */
  isFirstElement = true;
  /** The element of `<Response>` that is executed now. */
  element: XmlElement | undefined;
  /** The number of transfers by Plivo's API. */
  transfers = 0;
  /** Functions to run when the call ends, such as notices of recordings. */
  readonly closing = new Set<() => Promise<void>>();
  /** Functions to run when a Dial is answered, such as the start of a recording. */
  readonly onDialAnswer = new Set<() => void>();
  /** Set when something other than the server failed, such as a listener of the user. */
  crash: { readonly error: unknown } | undefined;
  /** True once the call has an audio stream. */
  hasStream = false;
  /** True once a reply has shown whether the server goes by the time of the call. */
  isTimeChecked = false;
  #ids = 0;
  #cancelLimit: () => void;

  constructor(settings: Settings, assume: Assumptions, createRequests: (session: Session) => Requests) {
    this.settings = settings;
    this.assume = assume;
    this.documentUrl = settings.url;
    this.requests = createRequests(this);
    this.#cancelLimit = this.#limitTime();
  }

  get uuid(): string {
    return this.settings.uuid;
  }

  get isAnswered(): boolean {
    return this.answeredAt !== undefined;
  }

  emit<Name extends EventName>(name: Name, fields: EventFields[Name]): void {
    const event = { at: this.clock.now, event: name, ...fields } as PhoneEvent;
    this.events.push(event);
    this.settings.onEvent?.(event);
  }

  /** Begins a document, whose relative URLs are resolved against its URL. */
  beginDocument(url: string, xml: string): void {
    this.documentUrl = url;
    this.#repetition.beginDocument();
    this.emit('document', { url, xml });
  }

  /** Counts a document that follows another one, and ends the call when nothing came from the caller for too many. */
  countDocument(): void {
    const limit = this.assume.redirectLimit;
    if (++this.#repetition.documents <= limit) return;
    this.end(2060, 'Plivo', {
      message: `${limit} documents followed one another without anything from the caller.`,
      fix: 'end the circle: after a few tries say goodbye and hang up.',
    });
  }

  /** Counts a prompt, or a round of one; false when the document has had so many that this one becomes no event. */
  isHeard(): boolean {
    const count = this.#repetition.countPrompt();
    if (count === maxHeard + 1) {
      const message = `The prompts of this document are heard more than ${maxHeard} times; the phone shows no more of them.`;
      this.warn(message, 'lower loop or retries.');
    }
    return count <= maxHeard;
  }

  /** Warns; about an element once, however often it is executed. */
  warn(message: string, fix: string, place: Place = {}): void {
    if (!this.#repetition.isNew(message, place)) return;
    const { line, column } = place;
    this.emit('warning', {
      message,
      fix,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
  }

  answer(): void {
    if (this.isAnswered) return;
    this.answeredAt = this.clock.now;
    this.emit('answer', {});
    // The time before the answer is not part of the longest call.
    this.#cancelLimit();
    this.#cancelLimit = this.#limitTime();
  }

  #limitTime(): () => void {
    return this.clock.schedule(this.assume.callSeconds, () => this.clock.end(new CallOver(6000, 'Plivo')));
  }

  /** The caller hangs up, whatever the call does. */
  hangUp(): void {
    if (this.clock.over !== undefined) return;
    this.emit('hangup', duringPrompt(this.clock.state));
    this.clock.end(new CallOver(this.isAnswered ? 4000 : 1000, 'Caller'));
  }

  /** The caller hangs up, from inside an executor: it throws, so that the executor stops. */
  hangUpAndStop(): never {
    this.hangUp();
    throw this.clock.over!;
  }

  /** Ends the call from inside an executor. */
  end(code: number, source: HangupSource, explanation?: Explanation): never {
    throw new CallOver(code, source, explanation);
  }

  /** An id that depends only on the call's UUID and the number of ids before it, so that snapshots stay the same. */
  id(): string {
    const count = String(++this.#ids).padStart(12, '0');
    return `${this.uuid.slice(0, 24)}${count}`;
  }

  /** A call time in milliseconds since 1970. */
  timeAt(at: number): number {
    return this.settings.startedAt + Math.round(at * 1000);
  }

  /** The date and time of a call time: `YYYY-MM-DD HH:mm:ss`, and the same with a fraction as in `SessionStart`. */
  dateAt(at: number): { readonly seconds: string; readonly fraction: string } {
    const date = new Date(this.timeAt(at));
    const seconds = date.toISOString().slice(0, 19).replace('T', ' ');
    return { seconds, fraction: `${seconds}.${fractionOf(date.getUTCMilliseconds())}` };
  }

  /**
   * Waits for an input of one of these types. Other inputs are ignored, and the wait goes on.
   *
   * @returns undefined when the time of the pause is over
   */
  async waitForInput<Names extends InputName>(
    pause: Pause,
    ...names: Names[]
  ): Promise<InputOf<Names> | undefined> {
    const until = this.clock.now + pause.seconds;
    for (;;) {
      const input = await this.clock.waitForInput({ ...pause, seconds: until - this.clock.now });
      if (input === undefined) return undefined;
      this.#repetition.documents = 0;
      if ((names as InputName[]).includes(input.type)) return input as InputOf<Names>;
      this.#ignore(input, pause.state(until));
    }
  }

  /** Lets call time pass while inputs are ignored. */
  async passTime(seconds: number, element: string): Promise<void> {
    await this.waitForInput({
      seconds,
      needsCaller: false,
      state: (until) => ({ type: 'busy', element, until }),
    });
  }

  #ignore(input: Input, state: CallState): void {
    if (input.type === 'keys') {
      const { keys, by } = input;
      this.emit('press', { keys, by, dropped: keys, ...duringPrompt(state) });
    }
    if (input.type === 'speech') this.emit('say', { text: input.text });
  }
}
