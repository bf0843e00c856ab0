/**
 * What happens to a caller in a room, whether it is a conference or a multiparty call.
 * @module
 */
import type { Pause } from '../engine/virtual-clock.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import { hearAside } from './prompt.ts';

/**
 * Waits for what can happen in a room, and tells what was pressed or said.
 *
 * @returns undefined when the time was over
 */
export async function hearInRoom(session: Session, seconds: number, standing: Pause['standing']) {
  const pause = { seconds, needsCaller: true, standing };
  const heard = await session.hear(pause, 'keys', 'speech', 'join', 'leave', 'memberKeys');
  if (heard?.type === 'keys') session.tell('press', { keys: heard.keys, by: 'ALeg' });
  if (heard?.type === 'memberKeys') session.tell('press', { keys: heard.keys, by: heard.member });
  if (heard?.type === 'speech') session.tell('say', { text: heard.text });
  return heard;
}

/** Lets the caller hear a sound of the room: a beep of Plivo's, or a document of sounds. */
export async function soundOfRoom(
  session: Session,
  kind: 'conference-sound' | 'mpc-sound',
  written: string,
  method: string,
  params: Params,
): Promise<void> {
  if (written.startsWith('beep:')) return session.tell('beep', { of: written });
  const sounds = await session.requests.sounds(kind, written, method, params);
  if (sounds !== undefined) await hearAside(sounds, session);
}
