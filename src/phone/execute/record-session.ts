import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import type { EventFields } from '../engine/events.ts';
import type { Session } from '../engine/session.ts';
import { act } from './executor.ts';
import { fileIsReady, newFile, recordingParams } from './recording-file.ts';

/**
 * Records the rest of the call in the background, from now or from the answer of a Dial. `action` is requested at once,
 * when the duration is not known yet.
 */
export async function recordSession(element: XmlElement, session: Session) {
  const values = new Values(element);
  const file = newFile(session, values.text('fileFormat'));
  const start = () => {
    const maxLength = values.number('maxLength');
    const begun = session.clock.now;
    session.emit('record', { background: true, maxLength });
    let isOpen = true;
    const close = async (endedBy: EventFields['recorded']['endedBy'] = 'hangup') => {
      if (!isOpen) return;
      isOpen = false;
      session.closing.delete(close);
      const seconds = session.clock.now - begun;
      session.emit('recorded', { seconds, url: file.url, digits: '', endedBy });
      await fileIsReady(element, session, { ...file, startedAt: begun, seconds });
    };
    session.closing.add(close);
    session.clock.schedule(maxLength, () => close('maxLength'));
  };
  if (values.flag('recordSession')) start();
  else session.onDialAnswer.add(start);
  return act(session, element, 'record-action', { ...recordingParams(session, file), Digits: '' });
}
