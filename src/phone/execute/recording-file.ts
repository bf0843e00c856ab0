/**
 * The file of a recording, and its notices.
 * @module
 */
import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import { recordingParams, type RecordingFile } from '../http/parameters.ts';
import type { Session } from '../engine/session.ts';

/** The URL at which Plivo would store a recording. */
export const urlOf = (id: string, format: string) => `https://recordings.example.com/${id}.${format}`;

/** A recording that begins now. */
export function newFile(session: Session, format: string): RecordingFile {
  const id = session.id();
  return { id, url: urlOf(id, format), startedAt: session.clock.now, seconds: undefined };
}

/** Notifies `callbackUrl`, and `transcriptionUrl` when the call is over. */
export async function fileIsReady(element: XmlElement, session: Session, file: RecordingFile): Promise<void> {
  const values = new Values(element);
  await session.requests.notify(
    'record-callback',
    values.maybe('callbackUrl'),
    values.text('callbackMethod'),
    recordingParams(session, file),
  );
  await transcribe(element, session, file);
}

/** Notifies `transcriptionUrl` when the call is over, because a transcription takes time. */
export async function transcribe(element: XmlElement, session: Session, file: RecordingFile): Promise<void> {
  const values = new Values(element);
  const url = values.maybe('transcriptionUrl');
  if (url === undefined) return;
  const notify = () =>
    session.requests.notify('transcription', url, values.text('transcriptionMethod'), {
      transcription: 'This is a transcript.',
      transcription_charge: '0.05000',
      transcription_rate: '0.05000',
      duration: String(Math.round(file.seconds ?? 0)),
      call_uuid: session.uuid,
      recording_id: file.id,
      error: '',
    });
  if (session.clock.over === undefined) session.closing.add(notify);
  else await notify();
}
