import { Values } from '../document/values.ts';
import type { Executor } from './executor.ts';

/** Sends an SMS to each number, and goes on at once. */
export const message: Executor = async (element, session) => {
  const values = new Values(element);
  const { src = '', dst = '' } = element.attributes;
  if (element.text === '') session.warn('A <Message> has no text.', 'write it between the tags.', element);
  session.tell('message', { src, dst, text: element.text });
  for (const to of dst.split('<')) {
    await session.requests.notify(
      'message-status',
      values.maybe('callbackUrl'),
      values.text('callbackMethod'),
      {
        MessageUUID: session.id(),
        Status: 'sent',
        From: src,
        To: to.trim(),
        Units: '1',
      },
    );
  }
};
