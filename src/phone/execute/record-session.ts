import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import type { EventFields } from '../engine/events.ts';
import { recordingParams } from '../http/parameters.ts';
import type { Session } from '../engine/session.ts';
import { act } from './executor.ts';
import { fileIsReady, newFile } from './recording-file.ts';

/** The recording begins now, or when a Dial is answered; `action` is told at once that its length is not known. */
export async function recordSession(element: XmlElement, session: Session) {
  const values = new Values(element);
  const file = newFile(session, values.text('fileFormat'));
  const start = () => {
    const maxLength = values.number('maxLength');
    const begun = session.line.now;
    session.tell('record', { background: true, maxLength });
    let isOpen = true;
    const close = async (endedBy: EventFields['recorded']['endedBy'] = 'hangup') => {
      if (!isOpen) return;
      isOpen = false;
      session.closing.delete(close);
      const seconds = session.line.now - begun;
      session.tell('recorded', { seconds, url: file.url, digits: '', endedBy });
      await fileIsReady(element, session, { ...file, startedAt: begun, seconds });
    };
    session.closing.add(close);
    session.line.alarm(maxLength, () => close('maxLength'));
  };
  if (values.flag('recordSession')) start();
  else session.onDialAnswer.add(start);
  return act(session, element, 'record-action', { ...recordingParams(session, file), Digits: '' });
}
