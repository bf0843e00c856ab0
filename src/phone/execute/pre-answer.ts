import type { NextDocument } from '../engine/requests.ts';
import type { Executor } from './executor.ts';

/** Runs its children as early media, by the executors given: the call stays unanswered. */
export const preAnswer =
  (executorOf: (name: string) => Executor | undefined): Executor =>
  async (element, session) => {
    const begun = session.line.now;
    for (const child of element.children) {
      const next: NextDocument | undefined | void = await executorOf(child.name)?.(child, session);
      if (next !== undefined) return next;
    }
    if (session.line.now - begun > 30) {
      session.warn('A <PreAnswer> took more than 30 s.', 'answer sooner; carriers may give up.', element);
    }
    return undefined;
  };
