import { dialStatuses } from '../../webhook/plivo-enums.ts';
import { speechDuration } from '../execute/speech-duration.ts';
import { transcript } from '../transcript.ts';
import { Transferred } from './call-over.ts';
import type { Pace } from './call-options.ts';
import type { Asking, CallState, Ended } from './call-state.ts';
import { checkedKeys, checkedLeg, checkedSeconds, checkWord } from './check-commands.ts';
import type {
  DialDetails,
  DialOutcome,
  PressEarlyDetails,
  MemberOptions,
  PressDetails,
  RecordDetails,
  SayDetails,
} from './command-options.ts';
import type { CommandQueue } from './command-queue.ts';
import { heardIn, requestsIn, type Heard, type SentRequest } from './event-queries.ts';
import type { PhoneEvent } from './events.ts';
import { optionWords } from './option-words.ts';
import type { Session } from './session.ts';

let create: (session: Session, queue: CommandQueue) => PhoneCall;

/**
 * One call. Its commands are what a caller, a called party or a member of a room does. Each resolves to the call when
 * the app needs the caller again or the call has ended; no real time passes. Commands that are not awaited run one after
 * another, and two calls share nothing.
 *
 * Every command rejects with `E_PHONE_OVER` when the call has ended, and with `E_PHONE_VERB` when the state of the call
 * does not allow it; {@link possibleActions} lists what it allows. What a server does wrong throws nothing: the call ends
 * with Plivo's code.
 *
 * @example
 * ```ts
 * import { startCall } from 'plivo-jsx/phone';
 *
 * const call = await startCall('http://localhost:5000/ivr');
 * await call.press('2');
 * if (call.state.type === 'dialing') await call.dialOutcome('busy');
 * await call.hangUp();
 * console.log(call.transcript());
 * ```
 */
export class PhoneCall {
  static {
    create = (session, queue) => new PhoneCall(session, queue);
  }

  readonly #session: Session;
  readonly #queue: CommandQueue;

  private constructor(session: Session, queue: CommandQueue) {
    this.#session = session;
    this.#queue = queue;
  }

  /** Plivo's `CallUUID`. */
  get uuid(): string {
    return this.#session.uuid;
  }

  /** Call time, in seconds. */
  get at(): number {
    return this.#session.clock.now;
  }

  /** The call time of what happens next by itself, in seconds; for a caller who lets real time pass. */
  get due(): number {
    return this.ended === undefined ? this.#session.clock.due : this.at;
  }

  /**
   * How call time passes. It can be changed between commands: with `step` the next commands let no time pass after them,
   * so that the caller can press keys or hang up in the middle of a prompt, after `wait(seconds)`.
   *
   * @throws {@link PlivoJsxError} `E_OPTION` when another word is set
   */
  get pace(): Pace {
    return this.#queue.pace;
  }

  set pace(pace: Pace) {
    checkWord('pace', pace, optionWords.pace);
    this.#queue.pace = pace;
  }

  /** What the call waits for. */
  get state(): CallState {
    return this.#queue.state;
  }

  /** The question that waits for an answer, if any. */
  get asking(): Asking | undefined {
    const { state } = this;
    return state.type === 'asking' ? state : undefined;
  }

  /** Plivo's code and name of how the call ended; undefined while it lasts. */
  get ended(): Ended | undefined {
    return this.#session.ended;
  }

  /** Everything that happened, in order, as `plivo-jsx phone --json` prints it. */
  get events(): readonly PhoneEvent[] {
    return this.#session.events;
  }

  /** Everything that was spoken and played, in order. */
  get heard(): readonly Heard[] {
    return heardIn(this.events);
  }

  /** The XML of the current document, or of the last one; undefined before the first. */
  get document(): string | undefined {
    return this.events.findLast((event) => event.event === 'document')?.xml;
  }

  /** Every request that the phone sent, in order. */
  get requests(): readonly SentRequest[] {
    return requestsIn(this.events);
  }

  /** The whole call as text that is the same in every run, for a snapshot; numbers are masked. */
  transcript(): string {
    return transcript(this.events);
  }

  /**
   * Presses keys, one after another without a pause. They belong to one input, and the keys that it does not need are dropped.
   *
   * @param keys one or more of `0-9 * # A-D`
   * @param details who presses, as `{ by: 'BLeg' }` for `confirmKey`, and whether more keys will follow
   * @throws {@link PlivoJsxError} `E_PHONE_KEYS` for other keys
   */
  press(keys: string, { more = false, by = 'ALeg' }: PressDetails = {}): Promise<this> {
    return this.#run('press', async () => {
      await this.#queue.deliver('press', { type: 'keys', keys: checkedKeys(keys), by });
      if (!more) await this.#queue.finishTyping();
    });
  }

  /**
   * Presses keys during the next prompts of a `<GetDigits>` or `<GetInput>`, and so interrupts them. No time passes now.
   *
   * @param keys one or more of `0-9 * # A-D`
   * @param details how many seconds after the beginning of the prompts. Default: 0.
   * @throws {@link PlivoJsxError} `E_PHONE_KEYS` for other keys, `E_PHONE_OVER` after the end
   */
  pressEarly(keys: string, { after = 0 }: PressEarlyDetails = {}): void {
    const pressed = checkedKeys(keys);
    this.#queue.requireOngoing('pressEarly');
    this.#session.earlyKeys.push({ keys: pressed, after: checkedSeconds('after', after) });
  }

  /**
   * Says something, heard by `<GetInput>`, `<Record>`, `<Wait>` and conferences.
   *
   * @param text what is said, as Plivo would understand it
   * @param details Plivo's confidence, 0 to 1, and the length in seconds
   * @throws {@link PlivoJsxError} `E_OPTION` when the length is not a number of seconds
   */
  say(text: string, { seconds = speechDuration(text, 'en-US'), ...details }: SayDetails = {}): Promise<this> {
    return this.#run('say', () =>
      this.#queue.deliver('say', {
        ...details,
        type: 'speech',
        text,
        seconds: checkedSeconds('seconds', seconds),
      }),
    );
  }

  /**
   * Stays silent.
   *
   * @param seconds how long, exactly; the call may then be in the middle of a prompt. Default: until something happens
   * by itself, such as the timeout of a question.
   * @throws {@link PlivoJsxError} `E_OPTION` when it is not a number of seconds
   */
  async wait(seconds?: number): Promise<this> {
    if (seconds === undefined) return this.#run('wait', () => this.#queue.step());
    await this.#queue.runOnly('wait', () =>
      this.#queue.advanceTo(this.at + checkedSeconds('seconds', seconds)),
    );
    return this;
  }

  /** The caller hangs up. */
  hangUp(): Promise<this> {
    return this.#run('hangUp', async () => this.#session.hangUp());
  }

  /**
   * Decides what becomes of the legs that a `<Dial>` calls.
   *
   * @param outcome one of Plivo's six `DialStatus`, or `answer`: then the B leg presses `confirmKey` if there is one, and the
   * two talk until another command, such as `dialOutcome('completed')` for a B leg that hangs up
   * @param details which leg, how many seconds it rings and they talk, and what is pressed meanwhile
   * @throws {@link PlivoJsxError} `E_OPTION` for another outcome, or a leg that does not ring
   */
  dialOutcome(outcome: DialOutcome, details: DialDetails = {}): Promise<this> {
    return this.#run('dialOutcome', () => {
      checkWord('outcome', outcome, [...dialStatuses, 'answer']);
      const { state } = this;
      if (state.type === 'dialing') checkedLeg(state.legs, details.leg);
      return this.#queue.deliver('dialOutcome', { ...details, type: 'dial', outcome });
    });
  }

  /**
   * Speaks to a `<Record>`.
   *
   * @param seconds how long, 0 or more
   * @param details what ends it: silence, hanging up, or a key. Default: silence.
   * @throws {@link PlivoJsxError} `E_PHONE_KEYS` when it is another key, `E_OPTION` when it is not a number of seconds
   */
  record(seconds: number, details: RecordDetails = {}): Promise<this> {
    return this.#run('record', () => {
      const { endedBy = 'silence' } = details;
      if (endedBy !== 'silence' && endedBy !== 'hangup') checkedKeys(endedBy);
      const length = checkedSeconds('seconds', seconds);
      return this.#queue.deliver('record', { ...details, type: 'record', seconds: length });
    });
  }

  /** The line beeps, as an answering machine does; heard by `<Wait beep>`. */
  beep(): Promise<this> {
    return this.#run('beep', () => this.#queue.deliver('beep', { type: 'beep' }));
  }

  /**
   * Somebody else enters the conference or multiparty call.
   *
   * @param member a name, by which they leave or press keys
   * @param options whether they start or end it, and their role
   */
  memberJoins(member: string, options: MemberOptions = {}): Promise<this> {
    return this.#run('memberJoins', () =>
      this.#queue.deliver('memberJoins', { ...options, type: 'join', member }),
    );
  }

  /**
   * Somebody else leaves the conference or multiparty call.
   *
   * @param member their name; `caller` is the caller, removed by Plivo's API
   */
  memberLeaves(member: string): Promise<this> {
    return this.#run('memberLeaves', () => this.#queue.deliver('memberLeaves', { type: 'leave', member }));
  }

  /**
   * Somebody else presses keys in the conference or multiparty call.
   *
   * @param member their name
   * @param keys one or more of `0-9 * # A-D`
   * @throws {@link PlivoJsxError} `E_PHONE_KEYS` for other keys
   */
  memberPresses(member: string, keys: string): Promise<this> {
    return this.#run('memberPresses', () =>
      this.#queue.deliver('memberPresses', { type: 'memberKeys', member, keys: checkedKeys(keys) }),
    );
  }

  /**
   * The WebSocket of a `<Stream keepCallAlive>` ends, drops or degrades.
   *
   * @throws {@link PlivoJsxError} `E_OPTION` for another event
   */
  stream(event: 'stops' | 'drops' | 'degrades'): Promise<this> {
    return this.#run('stream', () => {
      checkWord('event', event, ['stops', 'drops', 'degrades']);
      return this.#queue.deliver('stream', { type: 'stream', event });
    });
  }

  /**
   * Plivo's API transfers the call to another document, whatever the call does.
   *
   * @param url the URL of that document
   * @param method how it is requested. Default: POST.
   */
  transfer(url: string, method = 'POST'): Promise<this> {
    return this.#run('transfer', async () => this.#session.clock.interrupt(new Transferred(url, method)));
  }

  async #run(...command: Parameters<CommandQueue['run']>): Promise<this> {
    await this.#queue.run(...command);
    return this;
  }
}

/** Makes the object of a call; its constructor is private, so that its parameters are no public API. */
export const createPhoneCall = (session: Session, queue: CommandQueue): PhoneCall => create(session, queue);
