/**
 * The confirmation of a leg: it hears `confirmSound`, and presses `confirmKey`.
 * @module
 */
import type { XmlElement } from '../document/read-xml.ts';
import type { Values } from '../document/values.ts';
import type { Leg } from '../engine/call-state.ts';
import type { Inputs } from '../engine/input.ts';
import type { Session } from '../engine/session.ts';
import { playWhisper } from './play-prompt.ts';

/** A leg that has answered, and the document of its `confirmSound`. */
interface Answered {
  readonly session: Session;
  /** Of the Dial. */
  readonly values: Values;
  readonly leg: Leg;
  readonly sounds: readonly XmlElement[];
}

/** Plays the sounds to the leg, and takes its key; false when it does not confirm in time. */
export async function confirm(
  { session, values, leg, sounds }: Answered,
  { outcome, confirmKey: pressed }: Pick<Inputs['dial'], 'outcome' | 'confirmKey'>,
): Promise<boolean> {
  const limit = session.clock.now + values.number('confirmTimeout');
  const left = () => limit - session.clock.now;
  const confirmKey = values.maybe('confirmKey');
  const isRight = (keys: string) => confirmKey !== undefined && keys.includes(confirmKey);

  /** Waits for keys of the leg: true for the right one, false for one that refuses, undefined when the time is over. */
  const listen = async (seconds: number, needsCaller: boolean): Promise<boolean | undefined> => {
    if (confirmKey === undefined) return void (await session.passTime(seconds, 'Dial'));
    const until = session.clock.now + seconds;
    for (;;) {
      const heard = await session.waitForInput(
        {
          seconds: until - session.clock.now,
          needsCaller,
          state: (end) => ({ type: 'confirming', leg, confirmKey, until: end }),
        },
        'keys',
      );
      if (heard === undefined) return undefined;
      const { keys, by } = heard;
      session.emit('press', { keys, by, ...(by === 'BLeg' ? {} : { dropped: keys }) });
      if (by !== 'BLeg') continue;
      if (isRight(keys)) return true;
      if (session.assume.wrongConfirmKey === 'refuses') return false;
    }
  };

  for (const element of sounds) {
    const answer = await playWhisper(element, session, leg.to, async (seconds) => {
      const heard = await listen(Math.min(seconds, left()), false);
      return left() <= 0 ? (heard ?? false) : heard;
    });
    if (answer !== undefined) return answer;
  }
  if (confirmKey === undefined) return true;
  if (outcome === 'answer' && pressed === undefined) return (await listen(left(), true)) ?? false;
  const keys = pressed ?? confirmKey;
  if (keys !== '') session.emit('press', { keys, by: 'BLeg' });
  if (isRight(keys)) return true;
  if (keys === '' || session.assume.wrongConfirmKey === 'ignored') await session.passTime(left(), 'Dial');
  return false;
}
