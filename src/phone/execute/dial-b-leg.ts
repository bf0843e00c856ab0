import type { Values } from '../document/values.ts';
import { causeName } from '../engine/hangup-causes.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import type { Leg } from '../engine/call-state.ts';
import type { Inputs } from '../engine/input.ts';
import { hangupParams, type DialResult } from './dial-result.ts';
import { durationOf } from './play-prompt.ts';

/** A leg that has answered: its confirmation, and the notices of `callbackUrl`. */
export class BLeg {
  readonly id: string;
  readonly #session: Session;
  readonly #values: Values;
  readonly #leg: Leg;
  readonly #answeredAt: number;
  #isUp = true;

  constructor(session: Session, values: Values, leg: Leg) {
    this.id = session.id();
    this.#session = session;
    this.#values = values;
    this.#leg = leg;
    this.#answeredAt = session.clock.now;
  }

  async answers(): Promise<void> {
    if (this.#leg.sendOnPreanswer === true) this.#sendDigits();
    this.#session.emit('leg', { leg: this.#leg.to, status: 'answered' });
    await this.notify('answer', {});
    if (this.#leg.sendOnPreanswer !== true) this.#sendDigits();
  }

  /** Plays `confirmSound` and takes `confirmKey`, if the Dial has them; false when the leg does not confirm. */
  async confirms({ confirmKey }: Inputs['dial']): Promise<boolean> {
    const session = this.#session;
    const sound = this.#values.maybe('confirmSound');
    if (sound === undefined) return true;
    const params = { CallUUID: this.id };
    const sounds = await session.requests.sounds('dial-confirmSound', sound, 'POST', params);
    const length = await durationOf(sounds ?? [], session);
    const asked = this.#values.maybe('confirmKey');
    if (asked === undefined || (confirmKey ?? asked).includes(asked)) {
      await session.passTime(length, 'Dial');
      if (asked !== undefined) session.emit('press', { keys: asked, by: 'BLeg' });
      session.emit('leg', { leg: this.#leg.to, status: 'confirmed' });
      return true;
    }
    await session.passTime(this.#values.number('confirmTimeout'), 'Dial');
    return false;
  }

  async joins(): Promise<void> {
    this.#session.emit('leg', { leg: this.#leg.to, status: 'connected' });
    for (const start of this.#session.onDialAnswer) start();
    this.#session.onDialAnswer.clear();
    await this.notify('connected', {});
  }

  async hangsUp(result: DialResult): Promise<void> {
    if (!this.#isUp) return;
    this.#isUp = false;
    const { code } = result;
    this.#session.emit('leg', { leg: this.#leg.to, status: 'hung up', code, name: causeName(code) });
    await this.notify('hangup', hangupParams(result));
  }

  /** Notifies `callbackUrl`. */
  notify(action: 'answer' | 'connected' | 'hangup' | 'digits', params: Params): Promise<void> {
    const session = this.#session;
    const duration = String(Math.round(session.clock.now - this.#answeredAt));
    return session.requests.notify(
      'dial-callback',
      this.#values.maybe('callbackUrl'),
      this.#values.text('callbackMethod'),
      {
        DialAction: action,
        DialBLegStatus: action === 'hangup' ? 'hangup' : 'answer',
        DialALegUUID: session.uuid,
        DialBLegUUID: this.id,
        DialBLegFrom: this.#values.maybe('callerId') ?? session.settings.from,
        DialBLegTo: this.#leg.to,
        STIRVerification: 'Verified',
        ...(action === 'hangup' ? { DialBLegDuration: duration, DialBLegBillDuration: duration } : {}),
        ...params,
      },
    );
  }

  #sendDigits(): void {
    const { to, sendDigits } = this.#leg;
    if (sendDigits !== undefined) this.#session.emit('dtmf', { digits: sendDigits, leg: to });
  }
}
