import { CallOver } from '../engine/call-over.ts';
import { readInteger } from '../document/accepted.ts';
import { Values } from '../document/values.ts';
import type { Session } from '../engine/session.ts';
import type { Executor } from './executor.ts';

/** Ends the call now or, with `schedule`, later while the next elements run. */
export const hangup: Executor = async (element, session) => {
  const { schedule = '0' } = element.attributes;
  const seconds = readInteger(schedule);
  // The document's check has warned of it.
  if (seconds === undefined) return;
  if (seconds > 0) {
    session.emit('schedule', { seconds });
    session.clock.schedule(seconds, () => session.clock.end(new CallOver(6000, 'Answer XML')));
    return;
  }
  session.end(codeOf(new Values(element).maybe('reason'), session), 'Answer XML');
};

/** `reason` matters only while the call is not answered. */
function codeOf(reason: string | undefined, { isAnswered, isFirstElement, assume }: Session): number {
  if (isAnswered) return 4000;
  if (reason === 'busy') return 3010;
  if (reason === 'rejected') return 3020;
  return isFirstElement && assume.firstHangup === 'rejected' ? 3020 : 4000;
}
