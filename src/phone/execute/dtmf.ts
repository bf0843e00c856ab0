import { Values } from '../document/values.ts';
import type { Executor } from './executor.ts';

/** The length of one tone with the pause after it, in seconds. */
const tone = 0.2;

/** Sends tones; `w` pauses half a second and `W` one. */
export const dtmf: Executor = async (element, session) => {
  const digits = element.text.replace(/[^0-9*#wWA-D]/g, '');
  if (digits !== element.text) {
    session.warn(
      'A <DTMF> has characters that are no keys.',
      'write keys (0 to 9, * or #), with w or W for pauses.',
      element,
    );
  }
  session.emit('dtmf', { digits });
  if (new Values(element).flag('async')) return;
  const seconds = [...digits].reduce((sum, key) => sum + (key === 'w' ? 0.5 : key === 'W' ? 1 : tone), 0);
  await session.passTime(seconds, 'DTMF');
};
