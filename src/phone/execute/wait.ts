import { Values } from '../document/values.ts';
import type { Executor } from './executor.ts';

/** Waits for its length or, with `silence` or `beep`, until that is heard. */
export const wait: Executor = async (element, session) => {
  const values = new Values(element);
  const length = values.number('length');
  session.emit('pause', { seconds: length });
  const ends = session.clock.now + length;
  if (values.flag('silence')) {
    const least = values.number('minSilence') / 1000;
    for (;;) {
      const left = ends - session.clock.now;
      const heard = await session.waitForInput(
        {
          seconds: Math.min(least, left),
          needsCaller: true,
          state: (until) => ({ type: 'listening', for: 'silence', until }),
        },
        'speech',
      );
      if (heard === undefined) return;
      session.emit('say', { text: heard.text });
      await session.passTime(Math.min(heard.seconds, ends - session.clock.now), 'Wait');
    }
  }
  const beep = values.text('beep');
  if (beep === 'false' || beep === '') return session.passTime(length, 'Wait');
  const heard = await session.waitForInput(
    { seconds: length, needsCaller: true, state: (until) => ({ type: 'listening', for: 'beep', until }) },
    'beep',
  );
  if (heard !== undefined) session.emit('beep', { of: 'line' });
};
