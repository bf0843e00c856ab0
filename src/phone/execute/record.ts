import { CallOver, Transferred } from '../engine/call-over.ts';
import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import type { EventFields } from '../engine/events.ts';
import { recordingParams, type RecordingFile } from '../http/parameters.ts';
import { wholeMilliseconds } from '../engine/virtual-clock.ts';
import type { Session } from '../engine/session.ts';
import { act, actAfterHangup, type Executor } from './executor.ts';
import { recordSession } from './record-session.ts';
import { fileIsReady, newFile } from './recording-file.ts';

type EndedBy = EventFields['recorded']['endedBy'];

/** Records the caller, or the rest of the call in the background. */
export const record: Executor = async (element, session) => {
  const values = new Values(element);
  if (values.flag('recordSession') || values.flag('startOnDialAnswer'))
    return recordSession(element, session);
  return new Foreground(element, session).run();
};

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
    this.#file = newFile(session, this.#values.text('fileFormat'));
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
    const file = this.#finish(endedBy);
    try {
      if (!this.#isSpoken && endedBy === 'silence' && !session.assume.recordActionOnSilence) return undefined;
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

  #finish(endedBy: EndedBy): RecordingFile {
    const session = this.#session;
    const keepsSilence = endedBy !== 'silence' || session.assume.recordingKeepsSilence;
    const seconds = wholeMilliseconds((keepsSilence ? session.line.now : this.#lastSound) - this.#begun);
    const file = { ...this.#file, seconds };
    session.tell('recorded', { seconds, url: file.url, digits: this.#digits, endedBy });
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
