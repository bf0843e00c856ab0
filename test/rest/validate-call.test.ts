import { PlivoJsxError } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { previewCall } from '../../src/rest/preview-call.ts';
import { validateCall, type Credentials } from '../../src/rest/validate-call.ts';
import type { OutboundCall } from '../../src/rest/outbound-call.ts';

const call = { to: '+15550123456', from: '+15550654321', answerUrl: 'https://ivr.example.com/ivr' };
const credentials = { authId: 'MAXXXXXXXXXXXXXXXXXX', authToken: 'a-token' };

/** The message, for values that types reject and JavaScript does not. */
function rejection(change: object, who: object = {}): string {
  try {
    validateCall({ ...call, ...change } as OutboundCall, { ...credentials, ...who } as Credentials);
  } catch (error) {
    if (error instanceof PlivoJsxError) return error.message;
    throw error;
  }
  return 'nothing';
}

test('a good call has no warnings', () => {
  expect(validateCall(call, credentials)).toEqual([]);
  expect(validateCall(call, { ...credentials, authId: 'SAXXXXXXXXXXXXXXXXXX' })).toEqual([]);
});

test('each address with http is one warning', () => {
  const insecure = { answerUrl: 'http://ivr.example.com/ivr', hangupUrl: 'http://ivr.example.com/end' };
  expect(validateCall({ ...call, ...insecure }, credentials)).toEqual([
    'answerUrl is http, so anyone on the way can read and change the call. Use https where you can.',
    'hangupUrl is http, so anyone on the way can read and change the call. Use https where you can.',
  ]);
});

test('a number that may lack its country code is a warning', () => {
  expect(validateCall({ ...call, to: '+15550123456<4155550100', from: '14155550100' }, credentials)).toEqual([
    'to has a number of ten digits without a plus, so Plivo takes its first digits for the country code. Write 1 before a number of the USA or Canada.',
  ]);
});

test.each([
  [
    { authId: undefined, authToken: undefined },
    "authId and authToken are not set, and a call cannot be placed without them.\nFix: set authId and authToken; Plivo's console shows what belongs to your account. Nothing was sent. [E_CREDENTIALS]",
  ],
  [
    { authId: undefined },
    "authId is not set, and a call cannot be placed without it.\nFix: set authId; Plivo's console shows it. Nothing was sent. [E_CREDENTIALS]",
  ],
  [
    { authToken: '' },
    "authToken is not set, and a call cannot be placed without it.\nFix: set authToken; Plivo's console shows it. Nothing was sent. [E_CREDENTIALS]",
  ],
  ...['AC123', 'MAXXXXXXXXXXXXXXXXX', 'MAXXXXXXXXXXXXXXXXXX\n', 'MA/../../../../../..', ' '].map((authId) => [
    { authId },
    "authId is not MA or SA and 18 letters or digits.\nFix: copy authId from Plivo's console again. Nothing was sent. [E_CREDENTIALS_FORM]",
  ]),
  ...['one,two', 'a token', 'a-token\n', 'tökén'].map((authToken) => [
    { authToken },
    "authToken is not one token, without spaces or commas.\nFix: copy authToken from Plivo's console again. Nothing was sent. [E_CREDENTIALS_FORM]",
  ]),
] as [object, string][])('credentials %j are rejected', (who, text) => {
  expect(rejection({}, who)).toBe(text);
});

test.each([
  [
    { to: '0171555012' },
    'The number to call is not a phone number with its country code or a SIP address.\nFix: write a number as +15551234567, and a SIP address as sip:ann@phone.plivo.com. Nothing was sent. [E_NUMBER]',
  ],
  [
    { to: 'sip:ann@phone.plivo.com<0171555012' },
    'Number 2 to call is not a phone number with its country code or a SIP address.\nFix: write a number as +15551234567, and a SIP address as sip:ann@phone.plivo.com. Nothing was sent. [E_NUMBER]',
  ],
  [
    { from: 'sip:ann@phone.plivo.com' },
    'The number that the call comes from is not a phone number with its country code.\nFix: write a number as +15551234567, and a SIP address as sip:ann@phone.plivo.com. Nothing was sent. [E_NUMBER]',
  ],
  [
    { from: undefined },
    'The number that the call comes from is not a phone number with its country code.\nFix: write a number as +15551234567, and a SIP address as sip:ann@phone.plivo.com. Nothing was sent. [E_NUMBER]',
  ],
  [
    { answerUrl: undefined },
    'Plivo cannot reach answerUrl: it is not an address.\nFix: set answerUrl to the address of your tunnel or server, such as https://ivr.example.com. Nothing was sent. [E_PUBLIC_URL]',
  ],
  [
    { hangupUrl: 'https://localhost/end' },
    'Plivo cannot reach hangupUrl: it is a name that only this machine or network knows.\nFix: set hangupUrl to the address of your tunnel or server, such as https://ivr.example.com. Nothing was sent. [E_PUBLIC_URL]',
  ],
  [
    { machineDetectionUrl: '/machine' },
    'Plivo cannot reach machineDetectionUrl: it is not an address.\nFix: set machineDetectionUrl to the address of your tunnel or server, such as https://ivr.example.com. Nothing was sent. [E_PUBLIC_URL]',
  ],
  [
    { anwserMethod: 'GET' },
    'The option anwserMethod is not a field of a call.\nFix: use one of to, from, answerUrl, answerMethod, ringUrl, ringMethod, hangupUrl, hangupMethod, fallbackUrl, fallbackMethod, callerName, sendDigits, sendOnPreanswer, timeLimit, ringTimeout, hangupOnRing, machineDetection, machineDetectionTime, machineDetectionUrl, machineDetectionMethod, machineDetectionMaximumSpeechLength, machineDetectionInitialSilence, machineDetectionMaximumWords, machineDetectionInitialGreeting, sipHeaders, parentCallUuid, errorIfParentNotFound. Nothing was sent. [E_OPTION]',
  ],
])('%j is rejected', (change, text) => {
  expect(rejection(change)).toBe(text);
});

test.each([
  [{ answerMethod: 'PUT' }, 'answerMethod', '"POST" or "GET"'],
  [{ callerName: 'x'.repeat(51) }, 'callerName', '1 to 50 characters'],
  [{ sendDigits: '' }, 'sendDigits', 'keys such as ww1#'],
  [{ sendDigits: 'abc!\n' }, 'sendDigits', 'keys such as ww1#'],
  [{ sendOnPreanswer: 'yes' }, 'sendOnPreanswer', 'true or false'],
  [{ timeLimit: 0 }, 'timeLimit', 'a whole number of seconds, 1 or more'],
  [{ ringTimeout: Number.NaN }, 'ringTimeout', 'a whole number of seconds, 1 or more'],
  [{ ringTimeout: 1.5 }, 'ringTimeout', 'a whole number of seconds, 1 or more'],
  [{ ringTimeout: '30' }, 'ringTimeout', 'a whole number of seconds, 1 or more'],
  [{ hangupOnRing: -1 }, 'hangupOnRing', 'a whole number of seconds, 0 or more'],
  [{ machineDetection: true }, 'machineDetection', '"true" or "hangup"'],
  [{ machineDetectionTime: 1999 }, 'machineDetectionTime', 'a whole number of milliseconds, 2000 to 10000'],
  [{ machineDetectionMaximumWords: 11 }, 'machineDetectionMaximumWords', 'a whole number of words, 2 to 10'],
])('%j is rejected with what the field takes', (change, option, takes) => {
  expect(rejection(change)).toBe(
    `The option ${option} has a value that Plivo does not accept.\nFix: give ${takes}. Nothing was sent. [E_OPTION]`,
  );
});

describe('the request', () => {
  test.each([
    ['15550123456', '15550123456'],
    ['sip:ann@phone.plivo.com', 'sip:ann@phone.plivo.com'],
    ['+15550123456<sip:ann@phone.plivo.com<15550654321', '15550123456<sip:ann@phone.plivo.com<15550654321'],
  ])('to %s', (to, sent) => {
    expect(previewCall({ ...call, to, from: '15550654321' }, credentials).body).toMatchObject({
      to: sent,
      from: '15550654321',
    });
  });

  test('is described without the credentials', () => {
    expect(previewCall(call, credentials)).toEqual({
      method: 'POST',
      url: 'https://api.plivo.com/v1/Account/MAXXXXXXXXXXXXXXXXXX/Call/',
      headers: { authorization: 'Basic ***', 'content-type': 'application/json' },
      body: {
        to: '15550123456',
        from: '15550654321',
        answer_url: 'https://ivr.example.com/ivr',
        answer_method: 'POST',
      },
    });
  });

  test('holds every field under Plivo’s name', () => {
    const everything: Required<OutboundCall> = {
      ...call,
      answerMethod: 'GET',
      ringUrl: 'https://ivr.example.com/ring',
      ringMethod: 'GET',
      hangupUrl: 'https://ivr.example.com/end',
      hangupMethod: 'POST',
      fallbackUrl: 'https://ivr.example.com/sorry',
      fallbackMethod: 'POST',
      callerName: 'Inspire Works',
      sendDigits: 'ww1#',
      sendOnPreanswer: false,
      timeLimit: 600,
      ringTimeout: 30,
      hangupOnRing: 0,
      machineDetection: 'hangup',
      machineDetectionTime: 2000,
      machineDetectionUrl: 'https://ivr.example.com/machine',
      machineDetectionMethod: 'POST',
      machineDetectionMaximumSpeechLength: 6000,
      machineDetectionInitialSilence: 2000,
      machineDetectionMaximumWords: 2,
      machineDetectionInitialGreeting: 5000,
      sipHeaders: 'Tier=gold',
      parentCallUuid: 'a-call',
      errorIfParentNotFound: true,
    };
    expect(previewCall(everything, credentials).body).toEqual({
      to: '15550123456',
      from: '15550654321',
      answer_url: 'https://ivr.example.com/ivr',
      answer_method: 'GET',
      ring_url: 'https://ivr.example.com/ring',
      ring_method: 'GET',
      hangup_url: 'https://ivr.example.com/end',
      hangup_method: 'POST',
      fallback_url: 'https://ivr.example.com/sorry',
      fallback_method: 'POST',
      caller_name: 'Inspire Works',
      send_digits: 'ww1#',
      send_on_preanswer: false,
      time_limit: 600,
      ring_timeout: 30,
      hangup_on_ring: 0,
      machine_detection: 'hangup',
      machine_detection_time: 2000,
      machine_detection_url: 'https://ivr.example.com/machine',
      machine_detection_method: 'POST',
      machine_detection_maximum_speech_length: 6000,
      machine_detection_initial_silence: 2000,
      machine_detection_maximum_words: 2,
      machine_detection_initial_greeting: 5000,
      sip_headers: 'Tier=gold',
      parent_call_uuid: 'a-call',
      error_if_parent_not_found: true,
    });
  });

  test.each(['api.plivo.com', 'ftp://api.plivo.com', 'https://', 'https://api.example.com?x=1', ''])(
    'is not made for apiUrl %j',
    (apiUrl) => {
      expect(() => previewCall(call, { ...credentials, apiUrl })).toThrow(
        new PlivoJsxError('E_OPTION', {
          option: 'apiUrl',
          problem: 'is not an address',
          suggestion: 'leave it out for https://api.plivo.com. Nothing was sent',
        }),
      );
    },
  );

  test('is not made for an apiUrl with a password, and does not repeat it', () => {
    expect(() => previewCall(call, { ...credentials, apiUrl: 'https://me:secret@api.plivo.com' })).toThrow(
      'The option apiUrl has a user name or a password.\n' +
        'Fix: leave it out for https://api.plivo.com. Nothing was sent. [E_OPTION]',
    );
  });
});

test.each([null, undefined, 'call me'])('a call that is %j is rejected, not a crash', (nothing) => {
  expect(() => validateCall(nothing as never, credentials)).toThrow(
    'The option call is missing.\nFix: give { to, from, answerUrl }. Nothing was sent. [E_OPTION]',
  );
});

test('no options at all is a missing account, not a crash', () => {
  expect(() => validateCall(call, undefined as never)).toThrow('[E_CREDENTIALS]');
});
