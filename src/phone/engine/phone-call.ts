import { dialStatuses } from '../../call/words.ts';
import { Transferred } from './call-over.ts';
import { checkedKeys, checkedLeg, checkedSeconds, oneOf } from './check-commands.ts';
import type { PhoneEvent } from './events.ts';
import type { Pace } from './call-options.ts';
import type { Session } from './session.ts';
import { secondsOf } from '../execute/speech-duration.ts';
import type { Ended, Standing } from './call-state.ts';
import { Turns } from './command-queue.ts';
import type {
  DialDetails,
  DialOutcome,
  EarlyDetails,
  MemberOptions,
  PressDetails,
  RecordDetails,
  SayDetails,
} from './command-options.ts';

const rooms = ['conference', 'multiPartyCall'] as const;

/**
 * One call. Its verbs are what a caller, a called party or a member of a room does; each comes back with what the
 * call waits for then. Verbs that are not awaited run one after another.
 *
 * Every verb rejects with `E_PHONE_OVER` when the call has ended, and with `E_PHONE_VERB` when the call does not wait for
 * such a thing. What a server does wrong throws nothing: the call ends with Plivo's code.
 */
export class PhoneCall {
  readonly #session: Session;
  readonly #turns: Turns;

  /** Use {@link startCall}. */
  constructor(session: Session, pace: Pace) {
    this.#session = session;
    this.#turns = new Turns(session, pace);
  }

  /** Plivo's `CallUUID`. */
  get uuid(): string {
    return this.#session.uuid;
  }

  /** Call time, in seconds. */
  get at(): number {
    return this.#session.line.now;
  }

  /** Everything that has happened, in order. */
  get events(): readonly PhoneEvent[] {
    return this.#session.events;
  }

  /** What the call waits for. */
  get standing(): Standing {
    return this.#turns.standing;
  }

  /** How the call ended; undefined while it lasts. */
  get ended(): Ended | undefined {
    return this.#session.ended;
  }

  /** The call time at which something happens by itself, in seconds; for those who let real time pass. */
  get due(): number {
    return this.ended === undefined ? this.#session.line.due : this.at;
  }

  /**
   * Presses keys, one after another without a pause: they belong to one input, and what it does not need is dropped.
   *
   * @param keys one or more of `0-9 * # A-D`
   * @throws {@link PlivoJsxError} `E_PHONE_KEYS` for anything else
   */
  press(keys: string, { more = false, by = 'ALeg' }: PressDetails = {}): Promise<Standing> {
    return this.#turns.take('press', async (turns) => {
      await turns.deliver({ type: 'keys', keys: checkedKeys(keys), by });
      if (!more) await turns.untilTyped();
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
    this.#turns.mustLast('early');
    this.#session.early.push({ keys: pressed, after: checkedSeconds('after', after) });
  }

  /**
   * Says something, heard by GetInput, Record, Wait and conferences.
   *
   * @param text what is said, as Plivo would understand it
   */
  say(text: string, { seconds = secondsOf(text, 'en-US'), ...details }: SayDetails = {}): Promise<Standing> {
    return this.#turns.take('say', (turns) =>
      turns.deliver({ ...details, type: 'speech', text, seconds: checkedSeconds('seconds', seconds) }),
    );
  }

  /**
   * Does nothing: silence.
   *
   * @param seconds how long, exactly; the call may then stand in the middle of a prompt. Default: until something happens.
   */
  wait(seconds?: number): Promise<Standing> {
    if (seconds === undefined) return this.#turns.take('wait', (turns) => turns.step());
    return this.#turns.stop('wait', (turns) => turns.advance(this.at + checkedSeconds('seconds', seconds)));
  }

  /** The caller hangs up. */
  hangUp(): Promise<Standing> {
    return this.#turns.take('hangUp', async () => this.#session.hangUp());
  }

  /**
   * Says what becomes of the legs that a Dial calls.
   *
   * @param outcome for all of them or, with the detail `leg`, for one: one of Plivo's `DialStatus`, or `answer`: then the two talk until another verb ends it, such as
   * `dialOutcome('completed')` for the B leg hanging up
   */
  dialOutcome(outcome: DialOutcome, details: DialDetails = {}): Promise<Standing> {
    return this.#turns.take('dialOutcome', (turns) => {
      oneOf('outcome', outcome, [...dialStatuses, 'answer']);
      const { standing } = turns;
      if (standing.state === 'dialing') checkedLeg(standing.legs, details.leg);
      return turns.need(['dialing', 'talking'], { ...details, type: 'dial', outcome });
    });
  }

  /**
   * Speaks to a Record.
   *
   * @param seconds how long
   */
  record(seconds: number, details: RecordDetails = {}): Promise<Standing> {
    return this.#turns.take('record', (turns) => {
      const { endedBy = 'silence' } = details;
      if (endedBy !== 'silence' && endedBy !== 'hangup') checkedKeys(endedBy);
      const speaks = checkedSeconds('seconds', seconds);
      return turns.need(['recording'], { ...details, type: 'record', seconds: speaks });
    });
  }

  /** The line beeps, as an answering machine does; heard by `<Wait beep>`. */
  beep(): Promise<Standing> {
    return this.#turns.take('beep', (turns) => turns.deliver({ type: 'beep' }));
  }

  /** Somebody else enters the conference or multiparty call. */
  memberJoins(member: string, options: MemberOptions = {}): Promise<Standing> {
    return this.#turns.take('memberJoins', (turns) =>
      turns.need(rooms, { ...options, type: 'join', member }),
    );
  }

  /** Somebody else leaves it; `caller` is the caller, removed by Plivo's API. */
  memberLeaves(member: string): Promise<Standing> {
    return this.#turns.take('memberLeaves', (turns) => turns.need(rooms, { type: 'leave', member }));
  }

  /** Somebody else presses keys in it. */
  memberPresses(member: string, keys: string): Promise<Standing> {
    return this.#turns.take('memberPresses', (turns) =>
      turns.need(rooms, { type: 'memberKeys', member, keys: checkedKeys(keys) }),
    );
  }

  /** The WebSocket of a Stream that keeps the call alive ends, drops or degrades. */
  stream(event: 'stops' | 'drops' | 'degrades'): Promise<Standing> {
    return this.#turns.take('stream', (turns) => {
      oneOf('event', event, ['stops', 'drops', 'degrades']);
      return turns.need(['streaming'], { type: 'stream', event });
    });
  }

  /**
   * Plivo's API sends the call to another document, whatever it does.
   *
   * @param url where that document is
   * @param method how it is requested. Default: POST.
   */
  transfer(url: string, method = 'POST'): Promise<Standing> {
    return this.#turns.take('transfer', async () =>
      this.#session.line.interrupt(new Transferred(url, method)),
    );
  }

  /** Waits until the call stands still. */
  async ready(): Promise<this> {
    await this.#turns.settle();
    return this;
  }
}
