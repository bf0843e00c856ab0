import { PlivoJsxError } from '../errors.ts';
import { CallOver, Transferred } from './call-over.ts';
import { dialStatuses } from '../call/words.ts';
import { checkedKeys, checkedSeconds, oneOf, verbOf } from './checked.ts';
import type { PhoneEvent } from './events.ts';
import type { Line } from './line.ts';
import type { Pace } from './options.ts';
import type { Session } from './session.ts';
import { secondsOf } from './speech/seconds-of.ts';
import type { Ended, Standing } from './standing.ts';
import type { Stimulus } from './stimulus.ts';
import type {
  DialDetails,
  DialOutcome,
  EarlyDetails,
  MemberOptions,
  PressDetails,
  RecordDetails,
  SayDetails,
} from './verbs.ts';

/**
 * One call. Its verbs are what a caller, a called party or a member of a room does; each comes back with what the
 * call waits for then. Verbs that are not awaited run one after another.
 *
 * Every verb throws `E_PHONE_OVER` when the call has ended, and `E_PHONE_VERB` when the call does not wait for such a
 * thing. What a server does wrong throws nothing: the call ends with Plivo's code.
 */
export class PhoneCall {
  readonly #session: Session;
  readonly #line: Line;
  readonly #pace: Pace;
  #last: Promise<unknown> = Promise.resolve();

  /** Use {@link startCall}. */
  constructor(session: Session, pace: Pace) {
    this.#session = session;
    this.#line = session.line;
    this.#pace = pace;
  }

  /** Plivo's `CallUUID`. */
  get uuid(): string {
    return this.#session.uuid;
  }

  /** Call time, in seconds. */
  get at(): number {
    return this.#line.now;
  }

  /** Everything that has happened, in order. */
  get events(): readonly PhoneEvent[] {
    return this.#session.events;
  }

  /** What the call waits for. */
  get standing(): Standing {
    return this.ended ?? this.#line.standing ?? { state: 'busy', element: 'request', until: this.at };
  }

  /** How the call ended; undefined while it lasts. */
  get ended(): Ended | undefined {
    return this.#session.ended;
  }

  /** The call time at which something happens by itself, in seconds; for those who let real time pass. */
  get due(): number {
    return this.ended === undefined ? this.#line.due : this.at;
  }

  /**
   * Presses keys, one after another without a pause: they belong to one input, and what it does not need is dropped.
   *
   * @param keys one or more of `0-9 * # A-D`
   * @throws {@link PlivoJsxError} `E_PHONE_KEYS` for anything else
   */
  press(keys: string, { more = false, by = 'ALeg' }: PressDetails = {}): Promise<Standing> {
    const pressed = checkedKeys(keys);
    return this.#verb('press', async () => {
      await this.#deliver({ type: 'keys', keys: pressed, by });
      const isTyping = () => this.standing.state === 'asking' && this.standing.typed !== '';
      if (this.#pace === 'step' || more) return;
      while (!this.#isOver && isTyping()) await this.#step(Infinity);
    });
  }

  /**
   * Presses keys while the next prompts of a GetDigits or GetInput play, and so interrupts them. No time passes now.
   *
   * @param keys one or more of `0-9 * # A-D`
   * @throws {@link PlivoJsxError} `E_PHONE_KEYS` for anything else
   */
  early(keys: string, { after = 0 }: EarlyDetails = {}): void {
    const pressed = checkedKeys(keys);
    this.#mustLast('early');
    this.#session.early.push({ keys: pressed, after: checkedSeconds('after', after) });
  }

  /**
   * Says something, heard by GetInput, Record, Wait and conferences.
   *
   * @param text what is said, as Plivo would understand it
   */
  say(text: string, { seconds = secondsOf(text, 'en-US'), ...details }: SayDetails = {}): Promise<Standing> {
    const takes = checkedSeconds('seconds', seconds);
    return this.#verb('say', () => this.#deliver({ ...details, type: 'speech', text, seconds: takes }));
  }

  /**
   * Does nothing: silence.
   *
   * @param seconds how long, exactly; the call may then stand in the middle of a prompt. Default: until something happens.
   */
  wait(seconds?: number): Promise<Standing> {
    const limit = seconds === undefined ? undefined : checkedSeconds('seconds', seconds);
    return this.#verb(
      'wait',
      async () => {
        if (limit !== undefined) return this.#advance(this.at + limit);
        await this.#step(Infinity);
      },
      limit === undefined,
    );
  }

  /** The caller hangs up. */
  hangUp(): Promise<Standing> {
    return this.#verb('hangUp', async () => {
      this.#line.end(new CallOver(this.#session.isAnswered ? 4000 : 1000, 'Caller'));
      await this.#line.quiet();
    });
  }

  /**
   * Says what becomes of the legs that a Dial calls.
   *
   * @param outcome one of Plivo's `DialStatus`, or `answer`: then the two talk until another verb ends it, such as
   * `dialOutcome('completed')` for the B leg hanging up
   */
  dialOutcome(outcome: DialOutcome, details: DialDetails = {}): Promise<Standing> {
    oneOf('outcome', outcome, [...dialStatuses, 'answer']);
    return this.#verb('dialOutcome', () =>
      this.#need(['dialing', 'talking'], { ...details, type: 'dial', outcome }),
    );
  }

  /**
   * Speaks to a Record.
   *
   * @param seconds how long
   */
  record(seconds: number, details: RecordDetails = {}): Promise<Standing> {
    const speaks = checkedSeconds('seconds', seconds);
    const { endedBy = 'silence' } = details;
    if (endedBy !== 'silence' && endedBy !== 'hangup') checkedKeys(endedBy);
    return this.#verb('record', () =>
      this.#need(['recording'], { ...details, type: 'record', seconds: speaks }),
    );
  }

  /** The line beeps, as an answering machine does; heard by `<Wait beep>`. */
  beep(): Promise<Standing> {
    return this.#verb('beep', () => this.#deliver({ type: 'beep' }));
  }

  /** Somebody else enters the conference or multiparty call. */
  memberJoins(member: string, options: MemberOptions = {}): Promise<Standing> {
    return this.#verb('memberJoins', () => this.#needRoom({ ...options, type: 'join', member }));
  }

  /** Somebody else leaves it; `caller` is the caller, removed by Plivo's API. */
  memberLeaves(member: string): Promise<Standing> {
    return this.#verb('memberLeaves', () => this.#needRoom({ type: 'leave', member }));
  }

  /** Somebody else presses keys in it. */
  memberPresses(member: string, keys: string): Promise<Standing> {
    const pressed = checkedKeys(keys);
    return this.#verb('memberPresses', () => this.#needRoom({ type: 'memberKeys', member, keys: pressed }));
  }

  /** The WebSocket of a Stream that keeps the call alive ends, drops or degrades. */
  stream(event: 'stops' | 'drops' | 'degrades'): Promise<Standing> {
    oneOf('event', event, ['stops', 'drops', 'degrades']);
    return this.#verb('stream', () => this.#need(['streaming'], { type: 'stream', event }));
  }

  /**
   * Plivo's API sends the call to another document, whatever it does.
   *
   * @param url where that document is
   * @param method how it is requested. Default: POST.
   */
  transfer(url: string, method = 'POST'): Promise<Standing> {
    return this.#verb('transfer', async () => {
      this.#line.interrupt(new Transferred(url, method));
      await this.#line.quiet();
    });
  }

  /** Waits until the call stands still for the first time. */
  async ready(): Promise<this> {
    await this.#line.quiet();
    await this.#settle();
    this.#mustWork();
    return this;
  }

  #mustWork(): void {
    if (this.#session.crash !== undefined) throw this.#session.crash.error;
  }

  #verb(name: string, act: () => Promise<void>, settles = true): Promise<Standing> {
    const done = this.#last.then(async () => {
      this.#mustLast(name);
      await act();
      if (settles) await this.#settle();
      this.#mustWork();
      return this.standing;
    });
    this.#last = done.catch(() => {});
    return done;
  }

  get #isOver(): boolean {
    return this.ended !== undefined || this.#session.crash !== undefined;
  }

  #mustLast(verb: string): void {
    if (this.ended !== undefined)
      throw new PlivoJsxError('E_PHONE_OVER', { verb, code: this.ended.code, name: this.ended.name });
  }

  async #deliver(stimulus: Stimulus): Promise<void> {
    this.#line.deliver(stimulus);
    await this.#line.quiet();
  }

  async #need(states: readonly Standing['state'][], stimulus: Stimulus): Promise<void> {
    const { state } = this.standing;
    if (!states.includes(state))
      throw new PlivoJsxError('E_PHONE_VERB', { verb: verbOf[stimulus.type], state });
    await this.#deliver(stimulus);
  }

  #needRoom(stimulus: Stimulus): Promise<void> {
    return this.#need(['conference', 'multiPartyCall'], stimulus);
  }

  async #advance(limit: number): Promise<void> {
    while (!this.#isOver && (await this.#step(limit)));
  }

  #step(limit: number): Promise<boolean> {
    return this.#line.step(limit);
  }

  /** Lets time pass until somebody outside has to decide. */
  async #settle(): Promise<void> {
    if (this.#pace === 'step') return;
    while (!this.#isOver && !this.#line.needsCaller) await this.#step(Infinity);
  }
}
