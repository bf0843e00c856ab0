import { CallOver, Transferred } from '../call-over.ts';
import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import { recordingParams, type RecordingFile } from '../http/parameters.ts';
import type { EventFields } from '../events.ts';
import type { Session } from '../session.ts';
import { act, type Executor } from './executor.ts';

type EndedBy = EventFields['recorded']['endedBy'];

/** Records the caller, or the rest of the call in the background. */
export const record: Executor = async (element, session) => {
  const values = new Values(element);
  if (values.flag('recordSession') || values.flag('startOnDialAnswer')) return inBackground(element, session);
  return new Foreground(element, session).run();
};

/** The recording begins now, or when a Dial is answered; `action` is told at once that its length is not known. */
async function inBackground(element: XmlElement, session: Session) {
  const values = new Values(element);
  const file = newFile(element, session);
  const start = () => {
    const maxLength = values.number('maxLength');
    const begun = session.line.now;
    session.tell('record', { background: true, maxLength });
    let isOpen = true;
    const close = async (endedBy: EndedBy = 'hangup') => {
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

function newFile(element: XmlElement, session: Session): RecordingFile {
  const id = session.id();
  const format = new Values(element).text('fileFormat');
  return {
    id,
    url: `https://recordings.example.com/${id}.${format}`,
    startedAt: session.line.now,
    seconds: undefined,
  };
}

/** Tells `callbackUrl`; the transcript comes when the call is over. */
async function fileIsReady(element: XmlElement, session: Session, file: RecordingFile): Promise<void> {
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

class Foreground {
  readonly #element: XmlElement;
  readonly #session: Session;
  readonly #values: Values;
  readonly #file: RecordingFile;
  readonly #finishOnKey: string;
  readonly #begun: number;
  readonly #ends: number;
  #lastSound: number;
  #isSpoken = false;
  #digits = '';

  constructor(element: XmlElement, session: Session) {
    this.#element = element;
    this.#session = session;
    this.#values = new Values(element);
    this.#file = newFile(element, session);
    this.#finishOnKey = this.#values.keys('finishOnKey');
    this.#begun = session.line.now;
    this.#ends = this.#begun + this.#values.number('maxLength');
    this.#lastSound = this.#begun;
  }

  async run() {
    const session = this.#session;
    if (this.#values.flag('playBeep')) session.tell('beep', { of: 'Record' });
    session.tell('record', { background: false, maxLength: this.#values.number('maxLength') });
    let endedBy: EndedBy;
    try {
      endedBy = await this.#listen();
    } catch (error) {
      if (error instanceof CallOver) await this.#hungUp(error);
      throw error;
    }
    const file = await this.#finish(endedBy);
    if (!this.#isSpoken && endedBy === 'silence' && !session.assume.recordActionOnSilence) return undefined;
    return act(session, this.#element, 'record-action', this.#params(file));
  }

  #params(file: RecordingFile) {
    return { ...recordingParams(this.#session, file), Digits: this.#digits };
  }

  async #listen(): Promise<EndedBy> {
    const session = this.#session;
    let needsCaller = true;
    for (;;) {
      const silence = this.#values.number('timeout');
      const seconds = Math.min(silence, this.#ends - session.line.now);
      const finishOnKey = this.#finishOnKey;
      const heard = await session.hear(
        { seconds, needsCaller, standing: (until) => ({ state: 'recording', finishOnKey, until }) },
        'keys',
        'speech',
        'record',
      );
      if (heard === undefined) return session.line.now >= this.#ends ? 'maxLength' : 'silence';
      needsCaller = true;
      if (heard.type === 'keys') {
        if (this.#press(heard.keys)) return 'key';
        continue;
      }
      if (heard.type === 'speech') session.tell('say', { text: heard.text });
      this.#isSpoken = true;
      const speaking = Math.min(heard.seconds, this.#ends - session.line.now);
      const pressed = await session.hear(
        {
          seconds: speaking,
          needsCaller: false,
          standing: (until) => ({ state: 'recording', finishOnKey, until }),
        },
        'keys',
      );
      this.#lastSound = session.line.now;
      if (pressed !== undefined && this.#press(pressed.keys)) return 'key';
      if (session.line.now >= this.#ends) return 'maxLength';
      if (heard.type === 'speech') continue;
      const endedBy = heard.endedBy ?? 'silence';
      if (endedBy === 'hangup') session.hungUp();
      if (endedBy === 'silence') needsCaller = false;
      else if (this.#press(endedBy)) return 'key';
    }
  }

  #press(keys: string): boolean {
    const at = [...keys].findIndex((key) => this.#finishOnKey.includes(key));
    const dropped = at === -1 ? keys : keys.slice(at + 1);
    this.#session.tell('press', { keys, by: 'ALeg', ...(dropped === '' ? {} : { dropped }) });
    if (at !== -1) this.#digits = keys[at]!;
    return at !== -1;
  }

  async #finish(endedBy: EndedBy): Promise<RecordingFile> {
    const session = this.#session;
    const keepsSilence = endedBy !== 'silence' || session.assume.recordingKeepsSilence;
    const seconds =
      Math.round(((keepsSilence ? session.line.now : this.#lastSound) - this.#begun) * 1000) / 1000;
    const file = { ...this.#file, seconds };
    session.tell('recorded', { seconds, url: file.url, digits: this.#digits, endedBy });
    if (seconds > 0) await fileIsReady(this.#element, session, file);
    return file;
  }

  async #hungUp(over: CallOver): Promise<void> {
    const file = await this.#finish('hangup');
    if (over instanceof Transferred) return;
    await actAfterHangup(this.#element, this.#session, 'record-action', this.#params(file));
  }
}

/** Tells the action of an element that the caller left by hanging up, as far as that is assumed. */
export async function actAfterHangup(
  element: XmlElement,
  session: Session,
  kind: 'record-action' | 'dial-action',
  params: { readonly [name: string]: string },
  isStated = false,
): Promise<void> {
  const { actionAfterHangup } = session.assume;
  const values = new Values(element);
  if (actionAfterHangup === 'never') return;
  if (actionAfterHangup === 'redirect-false' && values.flag('redirect') && !isStated) return;
  await session.requests.notify(kind, values.maybe('action'), values.text('method'), params);
}
