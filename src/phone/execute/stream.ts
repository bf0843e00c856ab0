import type { EventFields } from '../engine/events.ts';
import type { XmlElement } from '../document/read-xml.ts';
import { Values } from '../document/values.ts';
import type { Session } from '../engine/session.ts';
import type { Executor } from './executor.ts';

type Action = EventFields['stream']['action'];

/** Opens an audio stream; with `keepCallAlive` it waits until the stream ends. No audio is sent. */
export const stream: Executor = async (element, session) => {
  const values = new Values(element);
  const url = element.text;
  const report = reporter(element, session, session.id());
  if (!/^wss:\/\/[^\s/?#]/i.test(url) || session.hasStream) {
    const why = session.hasStream
      ? 'A call has one <Stream>, and this is the second.'
      : 'A <Stream> has no wss:// URL.';
    session.warn(why, 'give the call one <Stream>, with the wss:// URL of your WebSocket.', element);
    return report('DroppedStream');
  }
  session.hasStream = true;
  let isOpen = true;
  const close = async (action: Action = 'StopStream') => {
    if (!isOpen) return;
    isOpen = false;
    session.closing.delete(close);
    await report(action);
  };
  session.closing.add(close);
  await report('StartStream');
  const timeout = values.number('streamTimeout');
  if (!values.flag('keepCallAlive')) {
    session.clock.schedule(timeout, () => close());
    return;
  }
  const ends = session.clock.now + timeout;
  for (;;) {
    const seconds = ends - session.clock.now;
    const heard = await session.waitForInput(
      { seconds, needsCaller: true, state: (until) => ({ type: 'streaming', url, until }) },
      'stream',
    );
    if (heard?.event !== 'degrades') return close(heard?.event === 'drops' ? 'DroppedStream' : 'StopStream');
    await report('DegradedStream');
  }
};

function reporter(element: XmlElement, session: Session, id: string): (action: Action) => Promise<void> {
  const values = new Values(element);
  return async (action) => {
    session.emit('stream', { url: element.text, action });
    await session.requests.notify(
      'stream-status',
      values.maybe('statusCallbackUrl'),
      values.text('statusCallbackMethod'),
      {
        Event: action,
        StreamID: id,
        Timestamp: session.dateAt(session.clock.now).seconds,
        bidirectional: String(values.flag('bidirectional')),
        audioTrack: values.text('audioTrack'),
        streamTimeout: values.text('streamTimeout'),
        contentType: values.text('contentType'),
        extraHeaders: values.text('extraHeaders'),
        keepCallAlive: String(values.flag('keepCallAlive')),
      },
    );
  };
}
