import type { MpcEventName } from '../../webhook/plivo-enums.ts';
import { Values } from '../document/values.ts';
import type { XmlElement } from '../document/read-xml.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import { urlOf } from './recording-file.ts';
import { theCaller } from './room.ts';

/** The group of `statusCallbackEvents` that an event belongs to. */
function groupOf(event: MpcEventName): string {
  if (event.startsWith('MPC')) return 'mpc-state-changes';
  if (event.startsWith('ParticipantSpeak')) return 'participant-speak-events';
  if (event === 'ParticipantDigitInput') return 'participant-digit-input-events';
  return event.startsWith('AddParticipant') ? 'add-participant-api-events' : 'participant-state-changes';
}

/** The notices of a multiparty call to `statusCallbackUrl` and `recordingCallbackUrl`. */
export class MpcReports {
  readonly #element: XmlElement;
  readonly #session: Session;
  readonly #values: Values;
  readonly #uuid: string;
  readonly #recording: string;
  readonly #begun: number;
  readonly #ids = new Map<string, string>();
  #sequence = 0;

  constructor(element: XmlElement, session: Session) {
    this.#element = element;
    this.#session = session;
    this.#values = new Values(element);
    this.#uuid = session.id();
    this.#recording = session.id();
    this.#begun = session.clock.now;
  }

  state(event: 'MPCInitialized' | 'MPCStart' | 'MPCEnd'): Promise<void> {
    const seconds = String(Math.round(this.#session.clock.now - this.#begun));
    const ended = { MPCDuration: seconds, MPCBilledDuration: seconds, MPCBilledAmount: '0.00000' };
    return this.#report(event, theCaller, event === 'MPCEnd' ? ended : {});
  }

  participant(event: MpcEventName, member: string, role = this.#values.text('role')): Promise<void> {
    return this.#report(event, member, {
      MemberID: this.#idOf(member),
      ParticipantRole: role,
      ParticipantCallUUID: member === theCaller ? this.#session.uuid : this.#idOf(`${member}'s call`),
      ParticipantCallFrom: member === theCaller ? this.#session.settings.from : member,
      ParticipantCoachMode: String(role.toLowerCase() === 'supervisor' && this.#values.flag('coachMode')),
    });
  }

  digits(keys: string): Promise<void> {
    return this.#report('ParticipantDigitInput', theCaller, {
      MemberID: this.#idOf(theCaller),
      Digits: keys,
    });
  }

  async speech(): Promise<void> {
    await this.participant('ParticipantSpeakStart', theCaller);
    await this.participant('ParticipantSpeakStop', theCaller);
  }

  recording(event: 'MPCRecordingInitiated' | 'MPCRecordingCompleted'): Promise<void> {
    const session = this.#session;
    const format = this.#values.text('recordFileFormat');
    const isOver = event === 'MPCRecordingCompleted';
    return session.requests.notify(
      'mpc-recording',
      this.#values.maybe('recordingCallbackUrl'),
      this.#values.text('recordingCallbackMethod'),
      {
        EventName: event,
        EventTimestamp: session.dateAt(session.clock.now).seconds,
        MPCName: this.#element.text,
        MPCUUID: this.#uuid,
        RecordingUUID: this.#recording,
        RecordingFormat: format,
        RecordingURL: urlOf(this.#recording, format),
        RecordingStartTime: session.dateAt(this.#begun).seconds,
        RecordingDuration: String(isOver ? Math.round(session.clock.now - this.#begun) : 0),
        ...(isOver ? { RecordingEndTime: session.dateAt(session.clock.now).seconds } : {}),
        SequenceNumber: String(++this.#sequence),
      },
    );
  }

  /** The parameters of `onExitActionUrl`. */
  exitParams(joined: number): Params {
    const session = this.#session;
    return {
      MPCUUID: this.#uuid,
      MPCFriendlyName: this.#element.text,
      MemberID: this.#idOf(theCaller),
      ParticipantCallUUID: session.uuid,
      ParticipantJoinTime: session.dateAt(joined).seconds,
      ParticipantEndTime: session.dateAt(session.clock.now).seconds,
      ParticipantRole: this.#values.text('role'),
    };
  }

  #idOf(name: string): string {
    const known = this.#ids.get(name) ?? this.#session.id();
    this.#ids.set(name, known);
    return known;
  }

  async #report(event: MpcEventName, member: string, params: Params): Promise<void> {
    const session = this.#session;
    session.emit('multiPartyCall', { name: this.#element.text, action: event, member });
    if (!this.#values.list('statusCallbackEvents').includes(groupOf(event))) return;
    await session.requests.notify(
      'mpc-status',
      this.#values.maybe('statusCallbackUrl'),
      this.#values.text('statusCallbackMethod'),
      {
        EventName: event,
        EventTimestamp: session.dateAt(session.clock.now).seconds,
        MPCUUID: this.#uuid,
        MPCName: this.#element.text,
        ...params,
      },
    );
  }
}
