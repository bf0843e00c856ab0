import { CallOver } from '../engine/call-over.ts';
import { Values } from '../document/values.ts';
import type { Executor } from './executor.ts';

/** Ends the call now or, with `schedule`, later while the next elements run. */
export const hangup: Executor = async (element, session) => {
  const values = new Values(element);
  const schedule = values.maybeNumber('schedule');
  if (schedule !== undefined) {
    session.emit('schedule', { seconds: schedule });
    session.clock.schedule(schedule, () => session.clock.end(new CallOver(6000, 'Answer XML')));
    return;
  }
  if (session.isAnswered) session.end(4000, 'Answer XML');
  session.end(values.maybe('reason') === 'busy' ? 3010 : 3020, 'Answer XML');
};
