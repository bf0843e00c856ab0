/**
 * The file of a recording, and its notices.
 * @module
 */
import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';

/** A recording of `<Record>` or `<Conference>`. */
export interface RecordingFile {
  readonly id: string;
  readonly url: string;
  readonly startedAt: number;
  /** Undefined while it is still being recorded. */
  readonly seconds: number | undefined;
}

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

/** The parameters of a recording; durations are -1 while it is still being recorded. */
export function recordingParams(session: Session, { id, url, startedAt, seconds }: RecordingFile): Params {
  const begin = session.timeAt(startedAt);
  const milliseconds = Math.round((seconds ?? 0) * 1000);
  const unlessOpen = (value: number) => String(seconds === undefined ? -1 : value);
  return {
    RecordUrl: url,
    RecordingID: id,
    RecordingDuration: unlessOpen(Math.round(milliseconds / 1000)),
    RecordingDurationMs: unlessOpen(milliseconds),
    RecordingStartMs: unlessOpen(begin),
    RecordingEndMs: unlessOpen(begin + milliseconds),
  };
}
