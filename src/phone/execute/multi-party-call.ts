import { CallOver } from '../engine/call-over.ts';
import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import { addressOf } from '../http/address.ts';
import type { NextDocument, Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import type { Executor } from './executor.ts';
import { waitInRoom, playInRoom } from './room-input.ts';
import { MpcReports } from './mpc-reports.ts';
import { membersOf, Room, theCaller } from './room.ts';

/** Why the caller is no longer in the multiparty call. */
type Exit = 'left' | 'ended' | 'removed';

/** Puts the caller into a multiparty call, until they leave it. */
export const multiPartyCall: Executor = async (element, session) => {
  const room = new Room(membersOf(session.settings.rooms, element.text));
  const values = new Values(element);
  if (room.size >= values.number('maxParticipants')) {
    session.emit('multiPartyCall', { name: element.text, action: 'refused', member: theCaller });
    session.warn(
      'A multiparty call has no room for another participant.',
      'raise maxParticipants, or say so in the next element.',
      element,
    );
    return undefined;
  }
  return new Participation(element, session, room).run();
};

class Participation {
  readonly #element: XmlElement;
  readonly #session: Session;
  readonly #values: Values;
  readonly #room: Room;
  readonly #reports: MpcReports;
  readonly #begun: number;
  #isStarted = false;
  #isRecording = false;

  constructor(element: XmlElement, session: Session, room: Room) {
    this.#element = element;
    this.#session = session;
    this.#values = new Values(element);
    this.#room = room;
    this.#reports = new MpcReports(element, session);
    this.#begun = session.clock.now;
  }

  get #isAgent(): boolean {
    return this.#values.text('role').toLowerCase() === 'agent';
  }

  async run(): Promise<NextDocument | undefined> {
    let exit: Exit;
    try {
      await this.#enter();
      exit = await this.#stay();
    } catch (error) {
      if (error instanceof CallOver) await this.#leave();
      throw error;
    }
    await this.#leave();
    const url = this.#values.maybe('onExitActionUrl');
    const session = this.#session;
    if (url !== undefined) {
      const params: Params = { ...this.#reports.exitParams(this.#begun) };
      session.countDocument();
      return session.requests.next('mpc-exit', url, this.#values.text('onExitActionMethod'), params);
    }
    if (exit === 'removed') session.end(4030, 'API Request');
    if (exit === 'ended') session.end(4020, 'Plivo');
    return undefined;
  }

  async #enter(): Promise<void> {
    const { size } = this.#room;
    if (size === 0) await this.#reports.state('MPCInitialized');
    await this.#reports.participant('ParticipantJoin', theCaller);
    await this.#sound('enterSound', 'enterSoundMethod');
    if (this.#values.flag('mute')) await this.#reports.participant('ParticipantMute', theCaller);
    if (this.#values.flag('hold')) await this.#hold();
    if (size > 0 && this.#room.hasStarter()) this.#isStarted = true;
    if (this.#isStarted) return this.#record();
    if (this.#values.flag('startMpcOnEnter')) await this.#start();
    if (!this.#isStarted) {
      this.#session.emit('multiPartyCall', { name: this.#element.text, action: 'wait', member: theCaller });
      await this.#sound('waitMusicUrl', 'waitMusicMethod');
    }
  }

  async #hold(): Promise<void> {
    await this.#reports.participant('ParticipantHold', theCaller);
    if (this.#isAgent) await this.#sound('agentHoldMusicUrl', 'agentHoldMusicMethod');
    else await this.#sound('customerHoldMusicUrl', 'customerHoldMusicMethod');
  }

  async #start(): Promise<void> {
    if (this.#values.flag('waitForAgent') && !this.#isAgent && !this.#room.has('agent')) return;
    this.#isStarted = true;
    await this.#reports.state('MPCStart');
    await this.#record();
  }

  async #record(): Promise<void> {
    const enough = this.#room.size + 1 >= this.#values.number('recordMinMemberCount');
    if (!this.#values.flag('record') || !enough || this.#isRecording) return;
    this.#isRecording = true;
    await this.#reports.recording('MPCRecordingInitiated');
    const audio = this.#values.maybe('startRecordingAudio');
    if (audio !== undefined) this.#session.emit('play', { url: audio });
  }

  async #stay(): Promise<Exit> {
    const session = this.#session;
    const ends = this.#begun + this.#values.number('maxDuration');
    for (;;) {
      const heard = await waitInRoom(session, ends - session.clock.now, (until) => ({
        type: 'multiPartyCall',
        name: this.#element.text,
        role: this.#values.text('role'),
        started: this.#isStarted,
        members: this.#room.names,
        until,
      }));
      if (heard === undefined) return 'ended';
      if (heard.type === 'keys') await this.#reports.digits(heard.keys);
      else if (heard.type === 'speech') await this.#reports.speech();
      else if (heard.type === 'join') {
        this.#room.join(heard);
        await this.#reports.participant('ParticipantJoin', heard.member, heard.role ?? 'Agent');
        if (!this.#isStarted && (heard.starts !== false || this.#values.flag('startMpcOnEnter')))
          await this.#start();
        else await this.#record();
      } else if (heard.type === 'leave') {
        if (heard.member === theCaller) return 'removed';
        const member = this.#room.leave(heard.member);
        await this.#reports.participant('ParticipantExit', heard.member, member?.role ?? 'Agent');
        if (member?.ends === true) return 'ended';
        if (this.#room.size === 0 && !this.#values.flag('stayAlone')) return 'left';
      }
    }
  }

  async #leave(): Promise<void> {
    await this.#reports.participant('ParticipantExit', theCaller);
    const exitSound = this.#values.text('exitSound');
    if (addressOf(this.#session, exitSound) !== undefined) {
      await this.#session.requests.sounds('mpc-sound', exitSound, this.#values.text('exitSoundMethod'), {});
    }
    if (this.#isRecording) await this.#reports.recording('MPCRecordingCompleted');
    if (this.#room.size === 0 || this.#values.flag('endMpcOnExit')) await this.#reports.state('MPCEnd');
  }

  async #sound(name: string, method: string): Promise<void> {
    const written = this.#values.text(name);
    if (written !== '' && written !== 'none')
      await playInRoom(this.#session, 'mpc-sound', written, this.#values.text(method), {});
  }
}
