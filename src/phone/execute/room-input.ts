/**
 * What conferences and multiparty calls share.
 * @module
 */
import type { Pause } from '../engine/virtual-clock.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import { emitAside } from './play-prompt.ts';

/**
 * Waits for an input of the caller or another member, and emits what was pressed or said.
 *
 * @returns undefined when the time is over
 */
export async function waitInRoom(session: Session, seconds: number, state: Pause['state']) {
  const pause = { seconds, needsCaller: true, state };
  const heard = await session.waitForInput(pause, 'keys', 'speech', 'join', 'leave', 'memberKeys');
  if (heard?.type === 'keys') session.emit('press', { keys: heard.keys, by: 'ALeg' });
  if (heard?.type === 'memberKeys') session.emit('press', { keys: heard.keys, by: heard.member });
  if (heard?.type === 'speech') session.emit('say', { text: heard.text });
  return heard;
}

/** Plays a sound of the room to the caller: one of Plivo's beeps, or a document of prompts. */
export async function playInRoom(
  session: Session,
  kind: 'conference-sound' | 'mpc-sound',
  written: string,
  method: string,
  params: Params,
): Promise<void> {
  if (written.startsWith('beep:')) return session.emit('beep', { of: written });
  const sounds = await session.requests.sounds(kind, written, method, params);
  if (sounds !== undefined) await emitAside(sounds, session);
}
