import type { NextDocument } from '../engine/requests.ts';
import type { Executor } from './executor.ts';

/**
 * Executes its children as early media: the call stays unanswered.
 *
 * @param executorOf looks up an executor; a parameter, because the table of executors imports this module
 */
export const preAnswer =
  (executorOf: (name: string) => Executor | undefined): Executor =>
  async (element, session) => {
    const begun = session.clock.now;
    for (const child of element.children) {
      const next: NextDocument | undefined | void = await executorOf(child.name)?.(child, session);
      if (next !== undefined) return next;
    }
    if (session.clock.now - begun > 30) {
      session.warn('A <PreAnswer> took more than 30 s.', 'answer sooner; carriers may give up.', element);
    }
    return undefined;
  };
