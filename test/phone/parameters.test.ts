/* Reference §3.3: each kind of callback has its parameters and its method, as the reference's table says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CallOptions, PhoneCall, RequestKind } from '../../src/phone/index.ts';
import { callTo, host, response } from './documents.ts';

interface Kind {
  readonly kind: RequestKind;
  readonly method_default: string;
  readonly params: readonly string[];
}
const reference = JSON.parse(readFileSync('test/data/plivo/reference.json', 'utf8')) as {
  readonly callbacks: { readonly kinds: readonly Kind[] };
};
const { kinds } = reference.callbacks;

interface Scene {
  readonly xml: string;
  readonly options?: CallOptions;
  readonly act?: (call: PhoneCall) => Promise<unknown>;
}

const to = (path: string) => `"{host}/${path}"`;
const outbound: CallOptions = { direction: 'outbound', answeredBy: 'machine', machineDetection: 'true' };
const recording: Scene = {
  xml: `<Record action=${to('a')} callbackUrl=${to('b')} transcriptionUrl=${to('c')} transcriptionType="auto"/>`,
  act: (call) => call.record(3),
};
const dialling: Scene = {
  xml: `<Dial action=${to('a')} callbackUrl=${to('b')} confirmSound=${to('c')} dialMusic=${to('d')} digitsMatch="5"><Number>15550123456</Number></Dial>`,
  act: (call) => call.dialOutcome('completed', { keys: [{ by: 'ALeg', keys: '5' }] }),
};
const conference: Scene = {
  xml: `<Conference action=${to('a')} callbackUrl=${to('b')} enterSound=${to('c')} digitsMatch="5" record="true" hangupOnStar="true">room</Conference>`,
  act: async (call) => {
    await call.press('5');
    await call.press('*');
  },
};
const mpc: Scene = {
  xml: `<MultiPartyCall role="Agent" statusCallbackUrl=${to('a')} onExitActionUrl=${to('b')} recordingCallbackUrl=${to('c')} enterSound=${to('d')} record="true">room</MultiPartyCall>`,
  act: async (call) => {
    await call.memberJoins('Ann', { ends: true });
    await call.memberLeaves('Ann');
  },
};
const input: Scene = {
  xml: `<GetInput action=${to('a')} inputType="speech" interimSpeechResultsCallback=${to('b')}/>`,
  act: (call) => call.say('hello there'),
};

/** A call in which each kind of request is made. */
const scenes: { readonly [Kind in RequestKind]?: Scene } = {
  answer: { xml: '', options: outbound },
  fallback: { xml: '<Say/>', options: { ...outbound, fallbackUrl: `${host}/a` } },
  ring: { xml: '', options: { ...outbound, ringUrl: `${host}/a` } },
  hangup: { xml: '<Speak>Hi</Speak>', options: { ...outbound, hangupUrl: `${host}/a` } },
  'machine-detection': { xml: '', options: { ...outbound, machineDetectionUrl: `${host}/a` } },
  redirect: { xml: `<Redirect>{host}/a</Redirect>` },
  'getdigits-action': { xml: `<GetDigits action=${to('a')}/>`, act: (call) => call.press('1') },
  'getinput-action': input,
  'getinput-interim': input,
  'dial-action': dialling,
  'dial-callback': dialling,
  'dial-confirmSound': dialling,
  'dial-music': dialling,
  'record-action': recording,
  'record-callback': recording,
  transcription: recording,
  'conference-action': conference,
  'conference-callback': conference,
  'conference-sound': conference,
  'mpc-status': mpc,
  'mpc-recording': mpc,
  'mpc-exit': mpc,
  'mpc-sound': mpc,
  'stream-status': {
    xml: `<Stream statusCallbackUrl=${to('a')} extraHeaders="a=b">wss://a.example/s</Stream>`,
  },
  'message-status': { xml: `<Message src="1" dst="2" callbackUrl=${to('a')}>Hi</Message>` },
};

const common = [
  'CallUUID',
  'From',
  'To',
  'CallStatus',
  'Direction',
  'ParentAuthID',
  'BillRate',
  'SessionStart',
];

test.each(kinds)('$kind: $params', async ({ kind, method_default: method, params }) => {
  const { xml, options, act } = scenes[kind]!;
  const t = await callTo(response(xml), {}, options);
  await act?.(t.call);
  if (t.call.ended === undefined) await t.call.hangUp();
  const requests = t.all('request').filter((request) => request.kind === kind);
  // Not every event of a kind has all of them: the end of a conference has no digits.
  const sent = Object.assign({}, ...requests.map((request) => request.params)) as { [name: string]: string };
  const wanted = params.flatMap((param) =>
    param.startsWith('<') ? common : param === 'see messaging docs' ? [] : [param.replace(' (AMD only)', '')],
  );
  expect(Object.keys(sent)).toEqual(expect.arrayContaining(wanted.map((param) => param.split('=')[0])));
  const fixed = wanted.filter((param) => param.includes('=')).map((param) => param.split('='));
  expect(sent).toMatchObject(Object.fromEntries(fixed) as object);
  expect(method).toContain(requests[0]?.method);
});

test('of what is told after the end, CallStatus says how the call ended', async () => {
  const t = await callTo(response(recording.xml), {}, { hangupUrl: `${host}/bye` });
  await t.call.hangUp();
  expect(t.params('/bye')).toMatchObject({ CallStatus: 'completed', HangupSource: 'Caller' });
  const canceled = await callTo(
    response('<Wait length="9"/><Dial><Number>1555</Number></Dial>'),
    {},
    { hangupUrl: `${host}/bye` },
  );
  await canceled.call.hangUp();
  expect(canceled.params('/bye')).toMatchObject({ CallStatus: 'cancel', HangupCauseCode: '1000' });
});
