import { CallOver, Transferred } from '../engine/call-over.ts';
import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import { causeName } from '../engine/hangup-causes.ts';
import { roundToMilliseconds } from '../engine/virtual-clock.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import type { Leg } from '../engine/call-state.ts';
import type { Inputs } from '../engine/input.ts';
import { BLeg } from './dial-b-leg.ts';
import { legOf, legsOf } from './dial-legs.ts';
import { hangupCauseOf, hangupParams, resultOf, type DialResult } from './dial-result.ts';
import { talk } from './dial-talk.ts';
import { act, actAfterHangup, type Executor } from './executor.ts';
import { emitAside } from './play-prompt.ts';

/** Calls all legs at once, and joins the caller with the first that answers, or confirms. */
export const dial: Executor = async (element, session) => {
  const legs = legsOf(element, session);
  if (legs.length > 0) return new Dialing(element, session, legs).run();
  const says = 'A <Dial> calls nobody, so the next element runs.';
  session.warn(says, 'put a <Number> or <User> inside.', element);
  return undefined;
};

class Dialing {
  readonly #element: XmlElement;
  readonly #session: Session;
  readonly #values: Values;
  /** The legs that still ring. */
  #legs: readonly Leg[];
  readonly #begun: number;
  /** The call time at which Dial gives up. */
  readonly #until: number;
  #hasRung = false;
  #bLeg: BLeg | undefined;
  #connectedAt: number | undefined;

  constructor(element: XmlElement, session: Session, legs: readonly Leg[]) {
    this.#element = element;
    this.#session = session;
    this.#values = new Values(element);
    this.#legs = legs;
    this.#begun = session.clock.now;
    this.#until = this.#begun + this.#timeout;
  }

  async run() {
    const session = this.#session;
    session.emit('dial', { legs: this.#legs.map(({ to }) => to), timeout: this.#timeout });
    let result: DialResult;
    try {
      await this.#music();
      this.#hasRung = true;
      result = await this.#ring();
    } catch (error) {
      if (error instanceof CallOver) await this.#hungUp(error);
      throw error;
    }
    return act(session, this.#element, 'dial-action', this.#finish(result));
  }

  get #timeout(): number {
    return this.#values.maybeNumber('timeout') ?? this.#session.assume.dialTimeout;
  }

  async #music(): Promise<void> {
    const url = this.#values.maybe('dialMusic');
    if (url === undefined || url === 'real' || url === 'none') return;
    const sounds = await this.#session.requests.sounds('dial-music', url, 'POST', {});
    if (sounds !== undefined) await emitAside(sounds, this.#session);
  }

  /** Rings until one leg is joined or none is left. */
  async #ring(): Promise<DialResult> {
    const session = this.#session;
    const hangupOnStar = this.#values.flag('hangupOnStar');
    const confirmKey = this.#values.maybe('confirmKey');
    const asks = confirmKey === undefined ? {} : { confirmKey };
    let result = resultOf('timeout');
    while (this.#legs.length > 0) {
      const legs = this.#legs;
      const heard = await session.waitForInput(
        {
          seconds: this.#until - session.clock.now,
          needsCaller: true,
          state: (until) => ({ type: 'dialing', legs, ...asks, hangupOnStar, until }),
        },
        'dial',
      );
      if (heard === undefined) return resultOf('timeout');
      result = await this.#outcome(heard);
    }
    return result;
  }

  /** Applies an outcome to the leg that it names, or to all legs. */
  async #outcome(details: Inputs['dial']): Promise<DialResult> {
    const session = this.#session;
    const { outcome, code } = details;
    const left = this.#until - session.clock.now;
    const rings =
      outcome === 'timeout'
        ? left
        : (details.rings ?? (outcome === 'failed' ? 0 : session.assume.ringSeconds));
    this.#hasRung = rings > 0 || session.clock.now > this.#begun;
    await session.passTime(Math.min(rings, left), 'Dial');
    if (outcome === 'timeout' || rings > left) {
      this.#legs = [];
      return resultOf('timeout', code);
    }
    if (outcome === 'cancel') session.hangUpAndStop();
    if (outcome === 'completed' || outcome === 'answer') return this.#answered(details);
    const result = resultOf(outcome, code);
    const refusing = details.leg === undefined ? this.#legs : [legOf(this.#legs, details.leg)!];
    for (const { to } of refusing)
      session.emit('leg', { leg: to, status: 'refused', code: result.code, name: causeName(result.code) });
    this.#legs = this.#legs.filter((leg) => !refusing.includes(leg));
    return result;
  }

  async #answered(details: Inputs['dial']): Promise<DialResult> {
    const session = this.#session;
    // The command has checked that this leg rings.
    const leg = legOf(this.#legs, details.leg)!;
    const bLeg = new BLeg(session, this.#values, leg);
    this.#bLeg = bLeg;
    await bLeg.answers();
    if (!(await bLeg.confirms(details))) {
      const result = resultOf('failed', 9110, 'Plivo');
      await bLeg.hangsUp(result);
      // The first leg to confirm is joined, so the others keep ringing.
      this.#legs = this.#legs.filter((other) => other !== leg);
      return result;
    }
    for (const { to } of this.#legs.filter((other) => other !== leg))
      session.emit('leg', { leg: to, status: 'lost race', code: 9000, name: causeName(9000) });
    this.#legs = [];
    session.answer();
    this.#connectedAt = session.clock.now;
    await bLeg.joins();
    const notify = (params: Params) => bLeg.notify('digits', params);
    const result = await talk({ session, values: this.#values, leg, details, notify });
    await bLeg.hangsUp(result);
    return result;
  }

  /** The caller has hung up: the B leg is dropped, and `action` is requested as far as `actionAfterHangup` says. */
  async #hungUp(over: CallOver): Promise<void> {
    const isTalking = this.#connectedAt !== undefined;
    const result = isTalking
      ? resultOf('completed', 4000, over.source)
      : resultOf('cancel', 1000, over.source);
    await this.#bLeg?.hangsUp(result);
    const params = this.#finish(result);
    if (over instanceof Transferred) return;
    // Plivo documents that the action of a Dial gets the status `cancel`, so that does not depend on the assumption.
    await actAfterHangup(this.#element, this.#session, 'dial-action', params, !isTalking);
  }

  #finish(result: DialResult): Params {
    const session = this.#session;
    const { status, code } = result;
    const talked = this.#connectedAt === undefined ? 0 : session.clock.now - this.#connectedAt;
    const seconds = roundToMilliseconds(talked);
    session.emit('dialed', { status, code, name: causeName(code), seconds });
    return {
      DialStatus: status,
      DialRingStatus: String(this.#hasRung),
      DialHangupCause: hangupCauseOf(result),
      DialALegUUID: session.uuid,
      DialBLegUUID: this.#bLeg?.id ?? '',
      ...(session.assume.dialActionCauses ? hangupParams(result) : {}),
    };
  }
}
