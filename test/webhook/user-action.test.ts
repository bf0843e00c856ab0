import { describe, expect, test } from 'vitest';
import { readCall, type Call } from 'plivo-jsx';
import { somebodyActed } from '../../src/webhook/user-action.ts';

type Kind = Call['kind'];

/** Of each kind, what somebody caused and what came by itself. */
const events: {
  readonly [K in Kind]: { readonly done: readonly string[]; readonly not: readonly string[] };
} = {
  answer: { done: [], not: ['', 'Event=StartApp', 'CallStatus=in-progress'] },
  ring: { done: [], not: ['Event=Ring'] },
  hangup: {
    done: ['Event=Hangup&HangupSource=Caller', 'Event=Hangup&HangupSource=Callee'],
    not: ['Event=Hangup', 'Event=Hangup&HangupSource=Plivo'],
  },
  'getdigits-action': {
    done: ['Digits=1', 'Digits=*', 'Digits=x', 'Digits=1&Digits=2', `Digits=${'1'.repeat(100)}`],
    not: ['Digits='],
  },
  'getinput-action': {
    done: ['InputType=dtmf&Digits=1&Speech=', 'InputType=speech&Digits=&Speech=sales', 'Speech=a&Speech=b'],
    not: ['InputType=speech', 'InputType=speech&Digits=&Speech=&SpeechConfidenceScore=0'],
  },
  'getinput-interim': { done: ['UnstableSpeech=sa', 'StableSpeech=sales'], not: ['StableSpeech='] },
  'dial-action': {
    done: [
      'DialStatus=completed',
      'DialStatus=cancel',
      'DialStatus=busy&DialRingStatus=true',
      'DialStatus=failed&DialBLegUUID=b-leg',
    ],
    not: [
      'DialStatus=',
      'DialStatus=busy',
      'DialStatus=busy&DialRingStatus=false',
      'DialStatus=failed&DialRingStatus=true&DialBLegUUID=',
      'DialStatus=timeout&DialRingStatus=true',
      'DialStatus=no-answer&DialRingStatus=true',
    ],
  },
  'dial-callback': {
    done: [
      'DialAction=answer',
      'DialAction=digits&DialDigitsMatch=1',
      'DialAction=hangup&DialBLegUUID=b-leg',
    ],
    not: ['DialAction=hangup', 'DialAction='],
  },
  'record-action': {
    done: [
      'RecordUrl=https://example.com/a.mp3&RecordingDuration=60&Digits=',
      'RecordUrl=https://example.com/a.mp3&RecordingDuration=0&RecordingDurationMs=400',
      'RecordUrl=https://example.com/a.mp3',
      'RecordUrl=https://example.com/a.mp3&RecordingDuration=0&Digits=%23',
    ],
    not: [
      'RecordUrl=https://example.com/a.mp3&RecordingDuration=-1&RecordingDurationMs=-1&Digits=',
      'RecordUrl=https://example.com/a.mp3&RecordingDuration=0&RecordingDurationMs=0',
      'RecordUrl=',
    ],
  },
  transcription: {
    done: ['transcription=hello&recording_id=a'],
    not: ['transcription=&recording_id=a', 'recording_id=a&error=none'],
  },
  'conference-action': { done: ['ConferenceName=room'], not: [] },
  'conference-callback': {
    done: ['ConferenceAction=enter', 'ConferenceAction=exit', 'ConferenceAction=digits'],
    not: ['ConferenceAction=record', 'ConferenceAction='],
  },
  redirect: { done: [], not: ['Event=Redirect'] },
  'mpc-status': {
    done: ['EventName=ParticipantJoin', 'EventName=ParticipantDigitInput'],
    not: ['EventName=MPCStart', 'EventName=ParticipantMute', 'EventName='],
  },
  'mpc-recording': { done: [], not: ['EventName=MPCRecordingCompleted&RecordingUUID=a'] },
  'mpc-exit': { done: ['MPCUUID=a&MemberID=b'], not: [] },
  'stream-status': { done: [], not: ['Event=StartStream&StreamID=a', 'Event=StopStream&StreamID=a'] },
  'machine-detection': { done: [], not: ['Event=MachineDetection&Machine=true'] },
  'message-status': { done: [], not: ['MessageUUID=a&Status=delivered'] },
  unknown: { done: [], not: [] },
};

const rows = (which: 'done' | 'not') =>
  Object.entries(events).flatMap(([kind, of]) => of[which].map((fields) => ({ kind, fields })));
const read = (fields: string) => readCall(new URLSearchParams(`CallUUID=a-call&${fields}`));

describe('somebody caused', () => {
  test.each(rows('done'))('$kind: $fields', ({ kind, fields }) => {
    const call = read(fields);
    expect([call.kind, somebodyActed(call)]).toEqual([kind, true]);
  });
});

describe('nobody caused', () => {
  test.each(rows('not'))('$kind: $fields', ({ kind, fields }) => {
    const call = read(fields);
    expect([call.kind, somebodyActed(call)]).toEqual([kind, false]);
  });

  test('what Plivo did not send', () => {
    const call = readCall({});
    expect([call.kind, somebodyActed(call)]).toEqual(['unknown', false]);
  });
});
