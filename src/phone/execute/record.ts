import { CallOver, Transferred } from '../engine/call-over.ts';
import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import type { Recording } from '../engine/call-state.ts';
import type { EventFields } from '../engine/events.ts';
import { roundToMilliseconds } from '../engine/virtual-clock.ts';
import type { Session } from '../engine/session.ts';
import { act, actAfterHangup, type Executor } from './executor.ts';
import { recordSession } from './record-session.ts';
import { fileIsReady, newFile, type RecordingFile, recordingParams } from './recording-file.ts';

type EndedBy = EventFields['recorded']['endedBy'];

/** Records the caller, or the rest of the call in the background. */
export const record: Executor = async (element, session) => {
  const values = new Values(element);
  if (values.flag('recordSession') || values.flag('startOnDialAnswer'))
    return recordSession(element, session);
  return new ForegroundRecording(element, session).run();
};

class ForegroundRecording {
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
    this.#file = newFile(session, this.#values.text('fileFormat'));
    this.#finishOnKey = this.#values.keys('finishOnKey');
    this.#begun = session.clock.now;
    this.#ends = this.#begun + this.#values.number('maxLength');
    this.#lastSound = this.#begun;
  }

  async run() {
    const session = this.#session;
    if (this.#values.flag('playBeep')) session.emit('beep', { of: 'Record' });
    session.emit('record', { background: false, maxLength: this.#values.number('maxLength') });
    let endedBy: EndedBy;
    try {
      endedBy = await this.#listen();
    } catch (error) {
      if (error instanceof CallOver) await this.#hungUp(error);
      throw error;
    }
    const file = this.#finish(endedBy);
    if (!this.#isSpoken && endedBy === 'silence' && !session.assume.recordActionOnSilence) return undefined;
    try {
      return await act(session, this.#element, 'record-action', this.#params(file));
    } finally {
      await this.#ready(file);
    }
  }

  #params(file: RecordingFile) {
    return { ...recordingParams(this.#session, file), Digits: this.#digits };
  }

  async #listen(): Promise<EndedBy> {
    const session = this.#session;
    let needsCaller = true;
    for (;;) {
      const silence = this.#values.number('timeout');
      const seconds = Math.min(silence, this.#ends - session.clock.now);
      const heard = await session.waitForInput(
        { seconds, needsCaller, state: (until) => this.#state(until, false) },
        'keys',
        'speech',
        'record',
      );
      if (heard === undefined) return session.clock.now >= this.#ends ? 'maxLength' : 'silence';
      needsCaller = true;
      if (heard.type === 'keys') {
        if (this.#press(heard.keys)) return 'key';
        continue;
      }
      if (heard.type === 'speech') session.emit('say', { text: heard.text });
      this.#isSpoken = true;
      const speaking = Math.min(heard.seconds, this.#ends - session.clock.now);
      const pressed = await session.waitForInput(
        {
          seconds: speaking,
          needsCaller: false,
          state: (until) => this.#state(until, true),
        },
        'keys',
      );
      this.#lastSound = session.clock.now;
      if (pressed !== undefined && this.#press(pressed.keys)) return 'key';
      if (session.clock.now >= this.#ends) return 'maxLength';
      if (heard.type === 'speech') continue;
      const endedBy = heard.endedBy ?? 'silence';
      if (endedBy === 'hangup') session.hangUpAndStop();
      if (endedBy === 'silence') needsCaller = false;
      else if (this.#press(endedBy)) return 'key';
    }
  }

  #state(until: number, isSpeaking: boolean): Recording {
    return { type: 'recording', finishOnKey: this.#finishOnKey, isSpeaking, limit: this.#ends, until };
  }

  #press(keys: string): boolean {
    const at = [...keys].findIndex((key) => this.#finishOnKey.includes(key));
    const dropped = at === -1 ? keys : keys.slice(at + 1);
    this.#session.emit('press', { keys, by: 'ALeg', ...(dropped === '' ? {} : { dropped }) });
    if (at !== -1) this.#digits = keys[at]!;
    return at !== -1;
  }

  #finish(endedBy: EndedBy): RecordingFile {
    const session = this.#session;
    const keepsSilence = endedBy !== 'silence' || session.assume.recordingKeepsSilence;
    const seconds = roundToMilliseconds((keepsSilence ? session.clock.now : this.#lastSound) - this.#begun);
    const file = { ...this.#file, seconds };
    session.emit('recorded', { seconds, url: file.url, digits: this.#digits, endedBy });
    return file;
  }

  async #ready(file: RecordingFile): Promise<void> {
    if (file.seconds !== 0) await fileIsReady(this.#element, this.#session, file);
  }

  async #hungUp(over: CallOver): Promise<void> {
    const file = this.#finish('hangup');
    if (!(over instanceof Transferred))
      await actAfterHangup(this.#element, this.#session, 'record-action', this.#params(file));
    await this.#ready(file);
  }
}
