/**
 * What fields are called and what may stand in them: Plivo's own words, and what somebody may send instead.
 * @module
 */
import type { Random } from './random.ts';

const plausible: { readonly [name: string]: readonly string[] } = {
  From: ['14155550100', '+442071838750', 'anonymous', '+266696687', 'sip:ana@example.com', ''],
  To: ['14155550199', 'sip:ivr@example.com'],
  Digits: ['1', '2', '3', '9', '*', '#', '12', '0042', 'A', ''],
  CallStatus: ['ringing', 'in-progress', 'completed', 'busy'],
  Direction: ['inbound', 'outbound'],
  Event: ['StartApp', 'Redirect', 'Hangup', 'Ring', 'MachineDetection', 'DialAnswer', 'StartStream'],
  CallerName: ['Ana Example', '"VIP" & Sons', ''],
  Speech: ['opening hours', 'one'],
  InputType: ['dtmf', 'speech', 'dtmf speech'],
  SpeechConfidenceScore: ['0.93', '1e999', '-1', 'NaN'],
  DialStatus: ['completed', 'busy', 'failed', 'timeout', 'no-answer', 'cancel'],
  DialAction: ['answer', 'connected', 'hangup', 'digits'],
  HangupCause: ['NORMAL_CLEARING', 'USER_BUSY'],
  RecordUrl: ['https://media.example.com/1.mp3', 'javascript:alert(1)'],
  RecordingDuration: ['12', '-1', '9'.repeat(400)],
  ConferenceName: ['room', '../room'],
  ConferenceAction: ['enter', 'exit'],
  EventName: ['MPCStart', 'ParticipantJoin', 'MPCRecordingCompleted'],
  StreamID: ['a-stream'],
  IfMachine: ['continue', 'hangup'],
  MessageUUID: ['a-message'],
  SessionStart: ['2026-01-01 12:00:00.000000'],
  BillRate: ['0.002', 'free'],
  ForwardedFrom: ['', '14155550111'],
  'X-PH-Region': ['west', 'w"e<s>t'],
  'X-PH-Next': ['/fuzz', 'https://evil.example.com/', 'data:text/xml,<a/>'],
  'SIP-H-To': ['<sip:ivr@example.com>'],
};

const fieldNames = Object.keys(plausible);

const oddNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'Digits[]',
  'a[b]=c',
  'From.To',
  '',
  ' ',
  'lang',
  'digits',
  'CallUUID ',
  'X-PH-',
  'X-PH-__proto__',
  'é',
  '\u0000',
];

const oddTexts = [
  '"/><Hangup/>',
  ']]>',
  '&bogus;',
  '<speak><break time="9s"/></speak>',
  '\r\nSet-Cookie: a=b',
  '\u001B[31mred',
  '${jndi:ldap://127.0.0.1/a}',
  '../../etc/passwd',
  "' OR 1=1 --",
  '\u0000\u0001\u001F\u007F',
  '\uFFFE\uFFFF',
  '\uD800',
  '\u202Eevil',
  '５',
  '😀',
  'null',
  'undefined',
  '[object Object]',
  '-0',
  '1e309',
  '%',
  '%zz',
  '+',
  '=&=&',
  'e\u0301'.repeat(50),
];

/** The id of a call: mostly one of a few, so that calls meet themselves again. */
export const callUuid = (random: Random) =>
  `f0221a00-${random.pick(['0001', '0002', '0003', random.below(1e6)])}`;

/** The name of a field. */
export const fieldName = (random: Random) =>
  random.percent(85) ? random.pick(fieldNames) : random.percent(60) ? random.pick(oddNames) : oddText(random);

/** The value of a field. */
export const fieldValue = (random: Random, name: string) =>
  random.percent(55)
    ? random.pick(Object.hasOwn(plausible, name) ? plausible[name]! : ['1'])
    : oddText(random);

/** A text that nobody expects. */
export function oddText(random: Random): string {
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2:
      return random.pick(oddTexts);
    case 3:
      return random.pick(oddTexts) + random.pick(oddTexts);
    case 4:
      return String.fromCharCode(...random.list(0, 12, () => random.below(0x1_0000)));
    case 5:
      return String.fromCharCode(...random.list(0, 24, () => random.between(0x20, 0x7e)));
    case 6:
      return random.pick(['1', '<', 'a b', '"', '%', '\u00E9']).repeat(random.between(1, 400));
    default:
      return random.percent(90) ? String(random.below(1e9)) : random.pick(['1', '&amp;', 'x ']).repeat(5_000);
  }
}
