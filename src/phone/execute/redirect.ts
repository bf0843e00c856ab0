import type { Executor } from './executor.ts';
import { Values } from '../document/values.ts';

/** Replaces the document by that of another URL. */
export const redirect: Executor = async (element, session) => {
  const limit = session.assume.redirectLimit;
  if (++session.redirects > limit) {
    session.end(2060, 'Plivo', {
      message: `${limit} <Redirect> followed one another without anything from the caller.`,
      fix: 'end the circle: after a few tries say goodbye and hang up.',
    });
  }
  session.emit('redirect', { url: element.text });
  return session.requests.next('redirect', element.text, new Values(element).text('method'), {});
};
