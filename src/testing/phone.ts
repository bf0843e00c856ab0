/**
 * A call as a test drives it.
 * @module
 */
import type {
  Asking,
  DialDetails,
  DialOutcome,
  EarlyDetails,
  Ended,
  MemberOptions,
  Method,
  PhoneCall,
  PhoneEvent,
  PressDetails,
  RecordDetails,
  SayDetails,
  Standing,
} from '../phone/index.ts';
import { heardOf, type Heard } from '../phone/engine/heard.ts';
import { transcriptOf } from '../phone/transcript.ts';

/** What the app was asked for. */
export interface Asked {
  readonly method: Method;
  /** Path and query. */
  readonly path: string;
  /** Plivo's fields, such as `Digits`. */
  readonly params: { readonly [name: string]: string };
  /** Missing when there was no reply. */
  readonly status: number | undefined;
}

/**
 * One call. Its verbs are what a caller does, and come back when the app waits for the caller again or the call has
 * ended; no real time passes. Two calls are two callers, also at once.
 */
export class Phone {
  readonly #call: PhoneCall;

  /** Use {@link call}. */
  constructor(phoneCall: PhoneCall) {
    this.#call = phoneCall;
  }

  /**
   * Presses keys.
   *
   * @param keys one or more of `0-9 * # A-D`; they belong to one input
   * @param details who presses while two talk, and whether more keys will follow
   * @throws {@link PlivoJsxError} `E_PHONE_KEYS` for other keys, `E_PHONE_OVER` after the end
   */
  press(keys: string, details?: PressDetails): Promise<this> {
    return this.#then(this.#call.press(keys, details));
  }

  /**
   * Presses keys while the next prompts play, and so interrupts them. Nothing happens until they play.
   *
   * @param keys one or more of `0-9 * # A-D`
   * @param details how many seconds after the beginning of the prompts. Default: 0.
   * @throws {@link PlivoJsxError} `E_PHONE_KEYS` for other keys, `E_PHONE_OVER` after the end
   */
  early(keys: string, details?: EarlyDetails): void {
    this.#call.early(keys, details);
  }

  /**
   * Says something, heard by `<GetInput>`, `<Record>`, `<Wait>` and conferences.
   *
   * @param text what is said, as Plivo would understand it
   * @param details how sure Plivo is of it, and how many seconds it takes
   * @throws {@link PlivoJsxError} `E_PHONE_OVER` after the end
   */
  say(text: string, details?: SayDetails): Promise<this> {
    return this.#then(this.#call.say(text, details));
  }

  /**
   * Stays silent.
   *
   * @param seconds how long. Default: until something happens by itself, such as the time-out of a question.
   */
  wait(seconds?: number): Promise<this> {
    return this.#then(this.#call.wait(seconds));
  }

  /** Hangs up. */
  hangUp(): Promise<this> {
    return this.#then(this.#call.hangUp());
  }

  /**
   * Says how a `<Dial>` ends.
   *
   * @param outcome one of Plivo's six, or `answer`: then the two talk until another verb
   * @param details which leg, how many seconds it rings and they talk, and what is pressed meanwhile
   * @throws {@link PlivoJsxError} `E_PHONE_VERB` when nobody is being called
   */
  dialOutcome(outcome: DialOutcome, details?: DialDetails): Promise<this> {
    return this.#then(this.#call.dialOutcome(outcome, details));
  }

  /**
   * Speaks to a `<Record>`.
   *
   * @param seconds how long, 0 or more
   * @param details what ends it: silence, hanging up, or a key. Default: silence.
   * @throws {@link PlivoJsxError} `E_PHONE_VERB` when nothing is being recorded
   */
  record(seconds: number, details?: RecordDetails): Promise<this> {
    return this.#then(this.#call.record(seconds, details));
  }

  /** The line beeps, as an answering machine does. */
  beep(): Promise<this> {
    return this.#then(this.#call.beep());
  }

  /**
   * Somebody else enters the conference or multiparty call.
   *
   * @param member a name, by which they leave or press keys
   * @param options whether they start or end it, and their role
   * @throws {@link PlivoJsxError} `E_PHONE_VERB` when the caller is in neither
   */
  memberJoins(member: string, options?: MemberOptions): Promise<this> {
    return this.#then(this.#call.memberJoins(member, options));
  }

  /**
   * Somebody else leaves it.
   *
   * @param member their name; `caller` is the caller, removed by Plivo's API
   * @throws {@link PlivoJsxError} `E_PHONE_VERB` when the caller is in neither
   */
  memberLeaves(member: string): Promise<this> {
    return this.#then(this.#call.memberLeaves(member));
  }

  /**
   * Somebody else presses keys in it.
   *
   * @throws {@link PlivoJsxError} `E_PHONE_KEYS` for other keys than `0-9 * # A-D`, `E_PHONE_VERB` when the caller is in neither
   */
  memberPresses(member: string, keys: string): Promise<this> {
    return this.#then(this.#call.memberPresses(member, keys));
  }

  /**
   * The WebSocket of a `<Stream keepCallAlive>` ends, drops or degrades.
   *
   * @throws {@link PlivoJsxError} `E_PHONE_VERB` when no stream keeps the call alive
   */
  stream(event: 'stops' | 'drops' | 'degrades'): Promise<this> {
    return this.#then(this.#call.stream(event));
  }

  /**
   * Plivo's API sends the call to another document, whatever it does.
   *
   * @param url where that document is
   * @param method how it is requested. Default: `POST`.
   */
  transfer(url: string, method?: Method): Promise<this> {
    return this.#then(this.#call.transfer(url, method));
  }

  /** Everything that was said and played, in order. */
  get heard(): readonly Heard[] {
    return heardOf(this.#call.events);
  }

  /** The XML that is being executed, or was last; undefined before the first. */
  get document(): string | undefined {
    return this.#call.events.findLast((event) => event.event === 'document')?.xml;
  }

  /** What the app was asked for, in order. */
  get requests(): readonly Asked[] {
    return this.#call.events.flatMap((event): Asked[] => {
      if (event.event !== 'request') return [];
      const { pathname, search } = new URL(event.url);
      return [{ method: event.method, path: pathname + search, params: event.params, status: event.status }];
    });
  }

  /** Plivo's code and name of how the call ended; undefined while it lasts. */
  get ended(): Ended | undefined {
    return this.#call.ended;
  }

  /** The question that waits for an answer, if any. */
  get asking(): Asking | undefined {
    const { standing } = this.#call;
    return standing.state === 'asking' ? standing : undefined;
  }

  /** What the call waits for. */
  get standing(): Standing {
    return this.#call.standing;
  }

  /** Everything that happened, as `plivo-jsx phone --json` prints it. */
  get events(): readonly PhoneEvent[] {
    return this.#call.events;
  }

  /** The whole call, readable and always the same, for a snapshot; numbers are masked. */
  transcript(): string {
    return transcriptOf(this.#call.events);
  }

  async #then(done: Promise<Standing>): Promise<this> {
    await done;
    return this;
  }
}
