import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCall } from '../../src/webhook/read-call.ts';
import { sized } from '../support/size.ts';

const uuid = '9c6a1f3e-0000-4000-8000-000000000001';
const read = (form: string) => readCall(new URLSearchParams(form));
const common = `CallUUID=${uuid}&From=14155550100&To=14155550199&Direction=inbound`;

describe('knows each kind of request by its fields', () => {
  test.each([
    [
      'answer',
      `${common}&CallStatus=ringing&Event=StartApp&Machine=true`,
      { callStatus: 'ringing', event: 'StartApp', machine: true },
    ],
    [
      'ring',
      `${common}&Event=Ring&CallStatus=ringing&RequestUUID=r-1`,
      { event: 'Ring', requestUuid: 'r-1' },
    ],
    [
      'hangup',
      `${common}&Event=Hangup&HangupCause=NORMAL_CLEARING&HangupCauseName=Normal+Hangup&HangupCauseCode=4000` +
        '&HangupSource=API+Request&Duration=63&BillDuration=120&TotalCost=0.01700&StartTime=2026-01-05+10:11:00' +
        '&AnswerTime=2026-01-05+10:11:12&EndTime=2026-01-05+10:12:15&machine=false',
      {
        hangupCause: 'NORMAL_CLEARING',
        hangupCauseName: 'Normal Hangup',
        hangupCauseCode: 4000,
        hangupSource: 'API Request',
        duration: 63,
        billDuration: 120,
        totalCost: 0.017,
        startTime: '2026-01-05 10:11:00',
        answerTime: '2026-01-05 10:11:12',
        endTime: '2026-01-05 10:12:15',
        machine: false,
      },
    ],
    ['hangup', `${common}&CallStatus=completed&HangupSource=Caller`, { hangupSource: 'Caller' }],
    ['getdigits-action', `${common}&Digits=12*`, { digits: '12*', input: 'given' }],
    ['getdigits-action', `${common}&Event=Redirect&Digits=1`, { digits: '1', event: 'Redirect' }],
    [
      'getinput-action',
      `${common}&InputType=speech&Digits=&Speech=sales+please&SpeechConfidenceScore=0.87&BilledAmount=0.02`,
      {
        inputType: 'speech',
        input: 'none',
        digits: undefined,
        speech: 'sales please',
        speechConfidence: 0.87,
        billedAmount: 0.02,
      },
    ],
    [
      'getinput-action',
      `${common}&InputType=dtmf&Digits=5&Speech=`,
      { digits: '5', input: 'given', speech: undefined },
    ],
    [
      'getinput-interim',
      `${common}&StableSpeech=I+want&UnstableSpeech=sales&Stability=0.9&SequenceNumber=3`,
      { stableSpeech: 'I want', unstableSpeech: 'sales', stability: 0.9, sequenceNumber: 3 },
    ],
    [
      'dial-action',
      `${common}&DialStatus=no-answer&DialRingStatus=true&DialHangupCause=NO_ANSWER&DialALegUUID=a&DialBLegUUID=` +
        '&DialBLegHangupCauseName=No+Answer&DialBLegHangupCauseCode=3000&DialBLegHangupSource=Callee',
      {
        dialStatus: 'no-answer',
        dialRingStatus: true,
        dialHangupCause: 'NO_ANSWER',
        dialALegUuid: 'a',
        dialBLegUuid: undefined,
        dialBLegHangupCauseName: 'No Answer',
        dialBLegHangupCauseCode: 3000,
        dialBLegHangupSource: 'Callee',
      },
    ],
    [
      'dial-callback',
      `${common}&DialAction=digits&DialBLegStatus=answer&DialALegUUID=a&DialBLegUUID=b&DialBLegFrom=1&DialBLegTo=2` +
        '&DialBLegDuration=9&DialBLegBillDuration=60&DialDigitsMatch=9*&DialDigitsPressedBy=BLeg',
      {
        dialAction: 'digits',
        dialBLegStatus: 'answer',
        dialALegUuid: 'a',
        dialBLegUuid: 'b',
        dialBLegFrom: '1',
        dialBLegTo: '2',
        dialBLegDuration: 9,
        dialBLegBillDuration: 60,
        dialDigitsMatch: '9*',
        dialDigitsPressedBy: 'BLeg',
      },
    ],
    [
      'record-action',
      `${common}&RecordUrl=https://media.example/r.mp3&RecordingID=r-1&RecordingDuration=-1&RecordingDurationMs=-1` +
        '&RecordingStartMs=0&RecordingEndMs=-1&Digits=%23',
      {
        recordUrl: 'https://media.example/r.mp3',
        recordingId: 'r-1',
        recordingDuration: -1,
        recordingDurationMs: -1,
        recordingStartMs: 0,
        recordingEndMs: -1,
        digits: '#',
        input: 'given',
      },
    ],
    [
      'transcription',
      `transcription=Hello&transcription_charge=0.05&transcription_rate=0.05&duration=4&call_uuid=${uuid}&recording_id=r-1`,
      {
        callUuid: uuid,
        transcription: 'Hello',
        transcriptionCharge: 0.05,
        transcriptionRate: 0.05,
        duration: 4,
        recordingId: 'r-1',
        error: undefined,
      },
    ],
    [
      'conference-action',
      `${common}&ConferenceName=room&ConferenceUUID=c-1&ConferenceMemberID=7&RecordUrl=https://m.example/c&RecordingID=r-1`,
      {
        conferenceName: 'room',
        conferenceUuid: 'c-1',
        conferenceMemberId: '7',
        recordUrl: 'https://m.example/c',
        recordingId: 'r-1',
      },
    ],
    [
      'conference-callback',
      `${common}&ConferenceAction=digits&ConferenceName=room&ConferenceDigitsMatch=1&RecordingDuration=12`,
      {
        conferenceAction: 'digits',
        conferenceName: 'room',
        conferenceDigitsMatch: '1',
        recordingDuration: 12,
      },
    ],
    ['redirect', `${common}&Event=Redirect&CallerName=Ann+Lee`, { event: 'Redirect', callerName: 'Ann Lee' }],
    [
      'mpc-status',
      'EventName=ParticipantJoin&EventTimestamp=2026-01-05&MPCUUID=m-1&MPCName=room&MemberID=3' +
        '&ParticipantRole=Agent&ParticipantCallUUID=p-1&ParticipantCallFrom=1&ParticipantCoachMode=false' +
        '&MPCDuration=30&MPCBilledDuration=60&MPCBilledAmount=0.01',
      {
        eventName: 'ParticipantJoin',
        eventTimestamp: '2026-01-05',
        mpcUuid: 'm-1',
        mpcName: 'room',
        memberId: '3',
        participantRole: 'Agent',
        participantCallUuid: 'p-1',
        participantCallFrom: '1',
        participantCoachMode: false,
        mpcDuration: 30,
        mpcBilledDuration: 60,
        mpcBilledAmount: 0.01,
      },
    ],
    [
      'mpc-recording',
      'EventName=MPCRecordingCompleted&EventTimestamp=t&MPCName=room&MPCUUID=m-1&RecordingDuration=9' +
        '&RecordingFormat=mp3&RecordingURL=https://m.example/r&RecordingUUID=r-1&RecordingStartTime=a' +
        '&RecordingEndTime=b&SequenceNumber=2',
      {
        eventName: 'MPCRecordingCompleted',
        eventTimestamp: 't',
        mpcName: 'room',
        mpcUuid: 'm-1',
        recordingDuration: 9,
        recordingFormat: 'mp3',
        recordingUrl: 'https://m.example/r',
        recordingUuid: 'r-1',
        recordingStartTime: 'a',
        recordingEndTime: 'b',
        sequenceNumber: 2,
      },
    ],
    ['mpc-recording', 'EventName=MPCRecordingArchived&MPCUUID=m-1', { eventName: undefined, mpcUuid: 'm-1' }],
    [
      'mpc-exit',
      'MPCUUID=m-1&MPCFriendlyName=room&MemberID=3&ParticipantCallUUID=p-1&ParticipantJoinTime=a' +
        '&ParticipantEndTime=b&ParticipantRole=Customer',
      {
        mpcUuid: 'm-1',
        mpcFriendlyName: 'room',
        memberId: '3',
        participantCallUuid: 'p-1',
        participantJoinTime: 'a',
        participantEndTime: 'b',
        participantRole: 'Customer',
      },
    ],
    [
      'stream-status',
      `${common}&Event=DegradedStream&StreamID=s-1&Timestamp=t&bidirectional=true&audioTrack=inbound` +
        '&streamTimeout=86400&contentType=audio/x-l16;rate%3D8000&extraHeaders=a%3D1&keepCallAlive=False',
      {
        event: 'DegradedStream',
        streamId: 's-1',
        timestamp: 't',
        bidirectional: true,
        audioTrack: 'inbound',
        streamTimeout: 86400,
        contentType: 'audio/x-l16;rate=8000',
        extraHeaders: 'a=1',
        keepCallAlive: false,
      },
    ],
    [
      'machine-detection',
      `${common}&Machine=true&IfMachine=hangup&Event=MachineDetection&ALegUUID=a&ALegRequestUUID=b`,
      { machine: true, ifMachine: 'hangup', aLegUuid: 'a', aLegRequestUuid: 'b' },
    ],
    [
      'message-status',
      'MessageUUID=m-1&Status=delivered&From=1&To=2',
      { messageUuid: 'm-1', status: 'delivered' },
    ],
    ['unknown', 'lang=en', { callUuid: undefined, input: 'none' }],
    ['unknown', '', { callUuid: undefined }],
    ['unknown', `CallUUID=${uuid}&CallUUID=other`, { callUuid: undefined }],
  ])('%s: %s', (kind, form, fields) => {
    expect(read(form)).toMatchObject({ kind, ...fields });
  });

  test('and reads the common fields of all of them', () => {
    expect(
      read(
        `${common}&CallStatus=in-progress&ForwardedFrom=1415&ALegUUID=a&RequestUUID=r&ParentAuthID=MA1&BillRate=0.0085` +
          '&SessionStart=2026-01-05+10:11:12.131415&STIRAttestation=A&stir_verification=Verified&CallerName=Ann' +
          '&X-PH-Tier=gold&X-PH-=x',
      ),
    ).toMatchObject({
      kind: 'answer',
      callUuid: uuid,
      from: '14155550100',
      to: '14155550199',
      direction: 'inbound',
      callStatus: 'in-progress',
      forwardedFrom: '1415',
      aLegUuid: 'a',
      requestUuid: 'r',
      parentAuthId: 'MA1',
      billRate: 0.0085,
      sessionStart: '2026-01-05 10:11:12.131415',
      stirAttestation: 'A',
      stirVerification: 'Verified',
      callerName: 'Ann',
      sipHeaders: { Tier: 'gold' },
    });
  });
});

describe('takes only what a telephone can press as digits', () => {
  test.each([
    ['missing', 'InputType=dtmf', 'none', undefined],
    ['empty', 'Digits=', 'none', undefined],
    ['an unknown option', 'Digits=99', 'given', '99'],
    ['a star', 'Digits=*', 'given', '*'],
    ['a hash', 'Digits=%23', 'given', '#'],
    ['the fourth column', 'Digits=ABCD', 'given', 'ABCD'],
    ['letters', 'Digits=abc', 'shape', undefined],
    ['a space', 'Digits=1+2', 'shape', undefined],
    ['a line break', 'Digits=1%0A', 'shape', undefined],
    ['a full-width digit', `Digits=${encodeURIComponent('５')}`, 'shape', undefined],
    ['99 digits', `Digits=${'1'.repeat(99)}`, 'given', '1'.repeat(99)],
    ['100 digits', `Digits=${'1'.repeat(100)}`, 'too_long', undefined],
    ['10,000 digits', `Digits=${'1'.repeat(10_000)}`, 'too_long', undefined],
    ['two values', 'Digits=1&Digits=2', 'repeated', undefined],
    ['one value twice', 'Digits=1&Digits=1', 'repeated', undefined],
    ['other names', 'Digits[]=1&a[b]=c&InputType=dtmf', 'none', undefined],
  ])('%s', (_, form, input, digits) => {
    expect(read(`${common}&${form}`)).toMatchObject({ input, digits });
  });
});

describe('one key is a number too', () => {
  test.each([
    ['0', 0],
    ['7', 7],
    ['*', undefined],
    ['#', undefined],
    ['A', undefined],
    ['12', undefined],
    ['', undefined],
    ['1&Digits=1', undefined],
    [encodeURIComponent('５'), undefined],
  ])('Digits=%s', (digits, digit) => expect(read(`${common}&Digits=${digits}`).digit).toBe(digit));

  test('also of a recording, and in no other request', () => {
    expect(read(`${common}&Digits=5&RecordUrl=https://example.com/a.mp3`).digit).toBe(5);
    expect(read(common).digit).toBeUndefined();
  });
});

describe('keeps hostile values harmless', () => {
  test.each(['anonymous', '+266696687', 'sip:alice@example.com', 'Restricted'])('From=%s', (from) => {
    expect(readCall({ CallUUID: uuid, From: from })).toMatchObject({ kind: 'answer', from });
  });

  test('From of 5 KB is cut at 256, an empty one is undefined', () => {
    expect(readCall({ CallUUID: uuid, From: 'x'.repeat(5000) }).from).toBe('x'.repeat(256));
    expect(readCall({ CallUUID: uuid, From: '' }).from).toBeUndefined();
  });

  test.each(['"/><Hangup/>', ']]>', '&e;', '<break/>'])('CallerName %s is text', (CallerName) => {
    expect(readCall({ CallUUID: uuid, CallerName }).callerName).toBe(CallerName);
  });

  test('speech of 200 KB is cut at 4096, never inside a character', () => {
    const speech = 'x'.repeat(4095) + '😀'.repeat(50_000);
    const call = readCall({ CallUUID: uuid, Speech: speech });
    expect(call.speech).toBe('x'.repeat(4095));
    expect(call.raw.Speech).toBe(speech);
  });

  test('SIP headers keep their quotes, and one that is repeated is left out', () => {
    const call = readCall({ 'X-PH-A': '"\'>', 'X-PH-B': ['1', '2'], 'X-PH-__proto__': 'x' });
    expect(Object.entries(call.sipHeaders)).toEqual([
      ['A', '"\'>'],
      ['__proto__', 'x'],
    ]);
    expect(Object.getPrototypeOf(call.sipHeaders)).toBeNull();
  });

  test('an id of 5 KB is no id', () => {
    expect(readCall({ CallUUID: 'x'.repeat(5000) })).toMatchObject({ kind: 'unknown', callUuid: undefined });
  });

  test.each([
    ['DialStatus', 'vanished', 'dialStatus'],
    ['DialRingStatus', 'yes', 'dialRingStatus'],
  ])('%s=%s is undefined, and raw keeps it', (field, value, name) => {
    const call = readCall({ CallUUID: uuid, [field]: value });
    expect(call.kind).toBe('dial-action');
    expect(call[name as 'dialStatus']).toBeUndefined();
    expect(call.raw[field]).toBe(value);
  });

  test.each(['1e3', '0x10', ' 1', '1.5.5', 'NaN', '2', '-0.1', '9'.repeat(40)])('confidence %j', (score) => {
    expect(readCall({ InputType: 'speech', SpeechConfidenceScore: score }).speechConfidence).toBeUndefined();
  });

  test('of a repeated field none is taken, and raw has them all', () => {
    const call = read(`${common}&DialStatus=busy&DialStatus=completed&From=1`);
    expect(call).toMatchObject({ kind: 'dial-action', dialStatus: undefined, from: undefined });
    expect(call.raw.DialStatus).toEqual(['busy', 'completed']);
    expect(call.raw.From).toEqual(['14155550100', '1']);
  });

  test('names such as __proto__ are fields like others', () => {
    const call = read(`CallUUID=${uuid}&__proto__=a&constructor=b&toString=c`);
    expect(call.kind).toBe('answer');
    expect(Object.getPrototypeOf(call.raw)).toBeNull();
    expect(call.raw['__proto__']).toBe('a');
    expect(Object.keys(call.raw)).toEqual(['CallUUID', '__proto__', 'constructor', 'toString']);
    expect(
      readCall(JSON.parse('{"__proto__":{"Digits":"1"}}') as Record<string, string>).digits,
    ).toBeUndefined();
  });

  test('raw is read-only', () => {
    expect(Object.isFrozen(read(common).raw)).toBe(true);
  });
});

test('reads pairs, maps and records alike', () => {
  const pairs: [string, string][] = [
    ['CallUUID', uuid],
    ['Digits', '1'],
  ];
  const call = readCall(pairs);
  expect(call).toMatchObject({ kind: 'getdigits-action', digits: '1' });
  expect(readCall(new Map(pairs))).toEqual(call);
  expect(readCall({ CallUUID: uuid, Digits: ['1'] })).toEqual(call);
});

test('never throws, whatever it gets', () => {
  const broken = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error('trap');
      },
    },
  );
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'Digits',
      'Event',
      'EventName',
      'CallUUID',
      'DialStatus',
      'RecordUrl',
      'X-PH-A',
      '__proto__',
    ),
  );
  const record = fc.dictionary(
    name,
    fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.anything()),
  );
  fc.assert(
    fc.property(fc.oneof(record, fc.anything(), fc.constant(broken), fc.array(fc.anything())), (params) => {
      const call = readCall(params as Record<string, string>);
      expect(call.kind).toBeTypeOf('string');
      expect(call.digits ?? '1').toMatch(/^[0-9*#A-D]{1,99}$/);
      expect(call.digits === undefined).toBe(call.input !== 'given');
    }),
    { numRuns: sized(1_000, 3_000) },
  );
});

test.each([
  ['check-3f-1b2c-4d5e-8f90-a1b2c3d4e5f6', true],
  ['9c6a1f3e-1b2c-4d5e-8f90-a1b2c3d4e5f6', false],
  ['', false],
])('a call with the id %j is one that explores: %s', (CallUUID, isCheck) => {
  expect(readCall({ CallUUID }).isCheck).toBe(isCheck);
});
