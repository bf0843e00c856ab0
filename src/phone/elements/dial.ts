import { CallOver, Transferred } from '../call-over.ts';
import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import { causeName } from '../hangup-causes.ts';
import type { Params, Session } from '../session.ts';
import type { Leg } from '../standing.ts';
import type { Stimuli } from '../stimulus.ts';
import { legOf, legsOf } from './dial-legs.ts';
import { hangupParams, resultOf, type DialResult } from './dial-result.ts';
import { talk } from './dial-talk.ts';
import { act, type Executor } from './executor.ts';
import { hearAside, lengthOf } from './prompt.ts';
import { actAfterHangup } from './record.ts';

/** Calls all legs at once, and joins the caller with the first that answers, or confirms. */
export const dial: Executor = async (element, session) => {
  const legs = legsOf(element, session);
  if (legs.length === 0) {
    session.warn(
      'A <Dial> calls nobody, so the next element runs.',
      'put a <Number> or <User> inside.',
      element,
    );
    return undefined;
  }
  return new Dialing(element, session, legs).run();
};

class Dialing {
  readonly #element: XmlElement;
  readonly #session: Session;
  readonly #values: Values;
  readonly #legs: readonly Leg[];
  readonly #begun: number;
  #hasRung = false;
  #bLeg: { readonly leg: Leg; readonly id: string; readonly answeredAt: number } | undefined;
  #connectedAt: number | undefined;

  constructor(element: XmlElement, session: Session, legs: readonly Leg[]) {
    this.#element = element;
    this.#session = session;
    this.#values = new Values(element);
    this.#legs = legs;
    this.#begun = session.line.now;
  }

  async run() {
    const session = this.#session;
    session.tell('dial', { legs: this.#legs.map(({ to }) => to), timeout: this.#timeout });
    let result: DialResult;
    try {
      await this.#music();
      result = await this.#call();
    } catch (error) {
      if (error instanceof CallOver) await this.#hungUp(error);
      throw error;
    }
    const params = await this.#finish(result);
    return act(session, this.#element, 'dial-action', params);
  }

  get #timeout(): number {
    return this.#values.maybeNumber('timeout') ?? this.#session.assume.dialTimeout;
  }

  async #music(): Promise<void> {
    const url = this.#values.maybe('dialMusic');
    if (url === undefined || url === 'real' || url === 'none') return;
    const sounds = await this.#session.requests.sounds('dial-music', url, 'POST', {});
    if (sounds !== undefined) await hearAside(sounds, this.#session);
  }

  /** Rings until somebody says what becomes of it. */
  async #call(): Promise<DialResult> {
    const session = this.#session;
    const seconds = this.#timeout;
    const hangupOnStar = this.#values.flag('hangupOnStar');
    const confirmKey = this.#values.maybe('confirmKey');
    this.#hasRung = true;
    const heard = await session.hear(
      {
        seconds,
        needsCaller: true,
        standing: (until) => ({
          state: 'dialing',
          legs: this.#legs,
          ...(confirmKey === undefined ? {} : { confirmKey }),
          hangupOnStar,
          until,
        }),
      },
      'dial',
    );
    return heard === undefined ? resultOf('timeout') : this.#outcome(heard);
  }

  async #outcome(details: Stimuli['dial']): Promise<DialResult> {
    const session = this.#session;
    const { outcome, code } = details;
    const left = this.#begun + this.#timeout - session.line.now;
    if (outcome === 'timeout') {
      await session.pass(left, 'Dial');
      return resultOf('timeout', code);
    }
    const rings = details.rings ?? (outcome === 'failed' ? 0 : session.assume.ringSeconds);
    this.#hasRung = rings > 0;
    await session.pass(Math.min(rings, left), 'Dial');
    if (rings > left) return resultOf('timeout', code);
    if (outcome === 'cancel') session.hungUp();
    if (outcome === 'completed' || outcome === 'answer') return this.#answered(details);
    const leg = legOf(this.#legs, details.leg);
    const result = resultOf(outcome, code);
    session.tell('leg', { leg: leg.to, status: 'refused', code: result.code, name: causeName(result.code) });
    return result;
  }

  async #answered(details: Stimuli['dial']): Promise<DialResult> {
    const session = this.#session;
    const leg = legOf(this.#legs, details.leg);
    this.#bLeg = { leg, id: session.id(), answeredAt: session.line.now };
    if (leg.sendOnPreanswer === true) this.#sendDigits(leg);
    session.tell('leg', { leg: leg.to, status: 'answered' });
    await this.#notify('answer', {});
    if (leg.sendOnPreanswer !== true) this.#sendDigits(leg);
    if (!(await this.#confirmed(details))) {
      const result = resultOf('failed', 9110, 'Plivo');
      session.tell('leg', { leg: leg.to, status: 'hung up', code: 9110, name: causeName(9110) });
      await this.#notify('hangup', hangupParams(result));
      return result;
    }
    for (const other of this.#legs) {
      if (other !== leg)
        session.tell('leg', { leg: other.to, status: 'lost race', code: 9000, name: causeName(9000) });
    }
    session.answer();
    this.#connectedAt = session.line.now;
    session.tell('leg', { leg: leg.to, status: 'connected' });
    for (const start of session.onDialAnswer) start();
    session.onDialAnswer.clear();
    await this.#notify('connected', {});
    const result = await talk({
      session,
      values: this.#values,
      leg,
      details,
      notify: (params) => this.#notify('digits', params),
    });
    session.tell('leg', { leg: leg.to, status: 'hung up', code: result.code, name: causeName(result.code) });
    await this.#notify('hangup', hangupParams(result));
    return result;
  }

  #sendDigits({ to, sendDigits }: Leg): void {
    if (sendDigits !== undefined) this.#session.tell('dtmf', { digits: sendDigits, leg: to });
  }

  /** The B leg hears `confirmSound`, and presses `confirmKey` if one is asked for. */
  async #confirmed({ confirmKey }: Stimuli['dial']): Promise<boolean> {
    const session = this.#session;
    const sound = this.#values.maybe('confirmSound');
    if (sound === undefined) return true;
    const sounds = await session.requests.sounds('dial-confirmSound', sound, 'POST', {
      CallUUID: this.#bLeg!.id,
    });
    const length = await lengthOf(sounds ?? [], session);
    const asked = this.#values.maybe('confirmKey');
    if (asked === undefined || (confirmKey ?? asked).includes(asked)) {
      await session.pass(length, 'Dial');
      if (asked !== undefined) session.tell('press', { keys: asked, by: 'BLeg' });
      session.tell('leg', { leg: this.#bLeg!.leg.to, status: 'confirmed' });
      return true;
    }
    await session.pass(this.#values.number('confirmTimeout'), 'Dial');
    return false;
  }

  /** The caller is gone: the B leg is dropped, and `action` is told as far as that is assumed. */
  async #hungUp(over: CallOver): Promise<void> {
    const isTalking = this.#connectedAt !== undefined;
    const result = isTalking
      ? resultOf('completed', 4000, over.source)
      : resultOf('cancel', 1000, over.source);
    if (this.#bLeg !== undefined) {
      this.#session.tell('leg', {
        leg: this.#bLeg.leg.to,
        status: 'hung up',
        code: result.code,
        name: causeName(result.code),
      });
      await this.#notify('hangup', hangupParams(result));
    }
    const params = await this.#finish(result);
    if (over instanceof Transferred) return;
    // That a Dial is canceled is among the statuses that its action is documented to get.
    await actAfterHangup(this.#element, this.#session, 'dial-action', params, !isTalking);
  }

  async #finish(result: DialResult): Promise<Params> {
    const session = this.#session;
    const seconds =
      this.#connectedAt === undefined ? 0 : Math.round((session.line.now - this.#connectedAt) * 1000) / 1000;
    session.tell('dialed', {
      status: result.status,
      code: result.code,
      name: causeName(result.code),
      seconds,
    });
    return {
      DialStatus: result.status,
      DialRingStatus: String(this.#hasRung),
      DialHangupCause: result.cause,
      DialALegUUID: session.uuid,
      DialBLegUUID: this.#bLeg?.id ?? '',
      ...hangupParams(result),
    };
  }

  #notify(action: 'answer' | 'connected' | 'hangup' | 'digits', params: Params): Promise<void> {
    const session = this.#session;
    const { id, leg, answeredAt } = this.#bLeg!;
    const duration = String(Math.round(session.line.now - answeredAt));
    return session.requests.notify(
      'dial-callback',
      this.#values.maybe('callbackUrl'),
      this.#values.text('callbackMethod'),
      {
        DialAction: action,
        DialBLegStatus: action === 'connected' ? 'answer' : action === 'digits' ? 'answer' : action,
        DialALegUUID: session.uuid,
        DialBLegUUID: id,
        DialBLegFrom: this.#values.maybe('callerId') ?? session.settings.from,
        DialBLegTo: leg.to,
        ...(action === 'hangup' ? { DialBLegDuration: duration, DialBLegBillDuration: duration } : {}),
        ...params,
      },
    );
  }
}
