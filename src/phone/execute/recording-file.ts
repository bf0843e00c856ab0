/**
 * The file of a recording, and who is told of it.
 * @module
 */
import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import { recordingParams, type RecordingFile } from '../http/parameters.ts';
import type { Session } from '../engine/session.ts';

/** Where Plivo would keep a recording. */
export const urlOf = (id: string, format: string) => `https://recordings.example.com/${id}.${format}`;

/** A file that is not written yet; its recording begins now. */
export function newFile(session: Session, format: string): RecordingFile {
  const id = session.id();
  return { id, url: urlOf(id, format), startedAt: session.line.now, seconds: undefined };
}

/** Tells `callbackUrl` of it; the transcript comes when the call is over. */
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

/** Tells `transcriptionUrl` once the call is over, since a transcript takes its time. */
export async function transcribe(element: XmlElement, session: Session, file: RecordingFile): Promise<void> {
  const values = new Values(element);
  const url = values.maybe('transcriptionUrl');
  if (url === undefined) return;
  const tell = () =>
    session.requests.notify('transcription', url, values.text('transcriptionMethod'), {
      transcription: 'This is a transcript.',
      transcription_charge: '0.05000',
      transcription_rate: '0.05000',
      duration: String(Math.round(file.seconds ?? 0)),
      call_uuid: session.uuid,
      recording_id: file.id,
      error: '',
    });
  if (session.line.over === undefined) session.closing.add(tell);
  else await tell();
}
