import { CallOver } from '../engine/call-over.ts';
import type { ConferenceAction } from '../../webhook/plivo-enums.ts';
import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import { DigitsMatch } from './digits-match.ts';
import { act, type Executor } from './executor.ts';
import { waitInRoom, playInRoom } from './room-input.ts';
import { newFile, type RecordingFile, recordingParams, transcribe } from './recording-file.ts';
import { membersOf, Room, theCaller } from './room.ts';

/** Puts the caller into a room, until they leave it. */
export const conference: Executor = async (element, session) => new ConferenceStay(element, session).run();

class ConferenceStay {
  readonly #element: XmlElement;
  readonly #session: Session;
  readonly #values: Values;
  readonly #name: string;
  readonly #room: Room;
  readonly #member: string;
  readonly #uuid: string;
  readonly #ends: number;
  #isStarted = false;
  #recording: RecordingFile | undefined;

  constructor(element: XmlElement, session: Session) {
    this.#element = element;
    this.#session = session;
    this.#values = new Values(element);
    this.#name = element.text;
    this.#room = new Room(membersOf(session.settings.rooms, element.text));
    this.#member = session.id();
    this.#uuid = session.id();
    this.#ends = session.clock.now + this.#values.number('timeLimit');
  }

  async run() {
    const session = this.#session;
    if (this.#room.size >= this.#values.number('maxMembers')) {
      session.emit('conference', { room: this.#name, action: 'refused', member: theCaller });
      session.warn(
        'A conference has no room for another member.',
        'raise maxMembers, or say so in the next element.',
        this.#element,
      );
      const nobody = { ...this.#params(), ConferenceUUID: '', ConferenceMemberID: '' };
      return act(session, this.#element, 'conference-action', nobody);
    }
    await this.#report('enter');
    await this.#sound('enterSound');
    try {
      await this.#begin();
      await this.#stay();
    } catch (error) {
      if (error instanceof CallOver) await this.#left();
      throw error;
    }
    await this.#left();
    return act(session, this.#element, 'conference-action', { ...this.#params(), ...this.#recordParams() });
  }

  async #begin(): Promise<void> {
    if (this.#values.flag('startConferenceOnEnter') || this.#room.hasStarter()) return this.#start();
    this.#session.emit('conference', { room: this.#name, action: 'wait', member: theCaller });
    await this.#sound('waitSound');
  }

  #start(): void {
    const session = this.#session;
    this.#isStarted = true;
    session.emit('conference', { room: this.#name, action: 'start', member: theCaller });
    if (!this.#values.flag('record')) return;
    this.#recording = newFile(session, this.#values.text('recordFileFormat'));
  }

  async #stay(): Promise<void> {
    const session = this.#session;
    const digits = new DigitsMatch(this.#values.list('digitsMatch'));
    const hangupOnStar = this.#values.flag('hangupOnStar');
    for (;;) {
      const heard = await waitInRoom(session, this.#ends - session.clock.now, (until) => ({
        type: 'conference',
        room: this.#name,
        started: this.#isStarted,
        members: this.#room.names,
        hangupOnStar,
        digitsMatch: digits.patterns,
        until,
      }));
      if (heard === undefined) return this.#over();
      if (heard.type === 'keys') {
        for (const match of digits.take(heard.keys))
          await this.#callback('digits', { ConferenceDigitsMatch: match });
        if (hangupOnStar && heard.keys.includes('*')) return;
      } else if (heard.type === 'speech') {
        if (this.#values.flag('floorEvent') && !this.#values.flag('muted')) await this.#report('floor');
      } else if (heard.type === 'join') {
        session.emit('conference', { room: this.#name, action: 'enter', member: heard.member });
        this.#room.join(heard);
        if (!this.#isStarted && heard.starts !== false) this.#start();
      } else if (heard.type === 'leave') {
        if (heard.member === theCaller) return;
        const member = this.#room.leave(heard.member);
        session.emit('conference', { room: this.#name, action: 'exit', member: heard.member });
        if (member?.ends === true) return this.#over();
        if (this.#room.size === 0 && !this.#values.flag('stayAlone')) return;
      }
    }
  }

  #over(): void {
    this.#session.emit('conference', { room: this.#name, action: 'end', member: theCaller });
  }

  async #left(): Promise<void> {
    const session = this.#session;
    await this.#report('exit');
    const exitSound = this.#values.maybe('exitSound') ?? '';
    if (/^https?:/i.test(exitSound))
      await session.requests.sounds('conference-sound', exitSound, 'POST', this.#params());
    if (this.#values.flag('endConferenceOnExit') && this.#isStarted) this.#over();
    if (this.#recording === undefined) return;
    this.#recording = { ...this.#recording, seconds: session.clock.now - this.#recording.startedAt };
    session.emit('conference', { room: this.#name, action: 'record', member: theCaller });
    await this.#callback('record', recordingParams(session, this.#recording));
    await transcribe(this.#element, session, this.#recording);
  }

  async #sound(name: 'enterSound' | 'waitSound'): Promise<void> {
    const written = this.#values.text(name);
    if (written !== '') await playInRoom(this.#session, 'conference-sound', written, 'POST', this.#params());
  }

  async #report(action: ConferenceAction): Promise<void> {
    this.#session.emit('conference', { room: this.#name, action, member: theCaller });
    await this.#callback(action, {});
  }

  #callback(action: ConferenceAction, params: Params): Promise<void> {
    const { requests } = this.#session;
    return requests.notify(
      'conference-callback',
      this.#values.maybe('callbackUrl'),
      this.#values.text('callbackMethod'),
      {
        ConferenceAction: action,
        ...this.#params(),
        ...params,
      },
    );
  }

  #params(): Params {
    return { ConferenceName: this.#name, ConferenceUUID: this.#uuid, ConferenceMemberID: this.#member };
  }

  #recordParams(): Params {
    return this.#recording === undefined
      ? {}
      : { RecordUrl: this.#recording.url, RecordingID: this.#recording.id };
  }
}
