import { Values } from '../document/values.ts';
import type { Executor } from './executor.ts';

/** Sends an SMS to each number, without waiting for its delivery. */
export const message: Executor = async (element, session) => {
  const values = new Values(element);
  const { src = '', dst = '' } = element.attributes;
  if (element.text === '') session.warn('A <Message> has no text.', 'write it between the tags.', element);
  session.emit('message', { src, dst, text: element.text });
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
