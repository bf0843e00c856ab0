import type { Executor } from './executor.ts';
import { Values } from '../document/values.ts';

/** Replaces the document by that of another URL. */
export const redirect: Executor = async (element, session) => {
  session.countDocument();
  session.emit('redirect', { url: element.text });
  return session.requests.next('redirect', element.text, new Values(element).text('method'), {});
};
