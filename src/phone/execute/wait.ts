import { Values } from '../document/values.ts';
import type { Executor } from './executor.ts';

/** Waits; until silence or a beep is heard, if it listens for one. */
export const wait: Executor = async (element, session) => {
  const values = new Values(element);
  const length = values.number('length');
  session.tell('pause', { seconds: length });
  const ends = session.line.now + length;
  if (values.flag('silence')) {
    const least = values.number('minSilence') / 1000;
    for (;;) {
      const left = ends - session.line.now;
      const heard = await session.hear(
        {
          seconds: Math.min(least, left),
          needsCaller: true,
          standing: (until) => ({ state: 'listening', for: 'silence', until }),
        },
        'speech',
      );
      if (heard === undefined) return;
      session.tell('say', { text: heard.text });
      await session.pass(Math.min(heard.seconds, ends - session.line.now), 'Wait');
    }
  }
  const beep = values.text('beep');
  if (beep === 'false' || beep === '') return session.pass(length, 'Wait');
  const heard = await session.hear(
    { seconds: length, needsCaller: true, standing: (until) => ({ state: 'listening', for: 'beep', until }) },
    'beep',
  );
  if (heard !== undefined) session.tell('beep', { of: 'line' });
};
