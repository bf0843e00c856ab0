/* Reference §2.2, the other elements: each test is named by the sentence that it holds the phone to. */
import { describe, expect, test } from 'vitest';
import type { CallOptions } from '../../src/phone/index.ts';
import { callTo, host, response } from './documents.ts';

const next = { '/act': response('<Speak>next</Speak>'), '/sound': response('<Speak>music</Speak>') };
const after = '<Speak>after</Speak>';
const run = (elements: string, options: CallOptions = {}) => callTo(response(elements), next, options);

describe('Record', () => {
  const record = (attributes: string) =>
    run(`<Record action="{host}/act" callbackUrl="{host}/file" ${attributes}/>${after}`);

  test('Foreground: beep (playBeep), record until `timeout` s of silence', async () => {
    const t = await record('timeout="10"');
    expect(t.heard()).toEqual(['(beep)']);
    expect(t.call.state).toMatchObject({ type: 'recording', finishOnKey: '#', until: 10 });
    await t.call.record(4);
    expect(t.all('recorded')).toMatchObject([{ at: 14, seconds: 14, endedBy: 'silence' }]);
    expect(t.params('/file')).toMatchObject({ RecordingDuration: '14', RecordingDurationMs: '14000' });
    expect(t.params('/act')).toMatchObject({ RecordingDuration: '14', Digits: '' });
  });

  test('maxLength', async () => {
    const t = await record('maxLength="20"');
    await t.call.record(100);
    expect(t.all('recorded')).toMatchObject([{ at: 20, seconds: 20, endedBy: 'maxLength' }]);
  });

  test('Then action, callbackUrl when the file is ready, transcriptionUrl later', async () => {
    const t = await record('transcriptionUrl="{host}/words"');
    await t.call.record(4);
    expect(t.paths()).toEqual(['POST /', 'POST /act', 'POST /file', 'POST /words']);
    const failed = await callTo(response('<Record action="{host}/act" callbackUrl="{host}/file"/>'), {
      '/act': { status: 500 },
    });
    await failed.call.record(4);
    expect(failed.paths()).toEqual(['POST /', 'POST /act', 'POST /file']);
    expect(failed.call.ended?.code).toBe(7012);
  });

  test('finishOnKey: Digits = the key that ended it', async () => {
    const t = await record('finishOnKey="12"');
    await t.call.record(4, { endedBy: '2' });
    expect(t.params('/act')).toMatchObject({ Digits: '2', RecordingDuration: '4' });
  });

  test('or hangup: whether action is requested is assumed; callbackUrl is told in any case', async () => {
    const t = await record('');
    await t.call.record(4, { endedBy: 'hangup' });
    expect(t.call.ended).toMatchObject({ code: 4000, source: 'Caller' });
    expect(t.paths()).toEqual(['POST /', 'POST /file']);
    const told = await record('redirect="false"');
    await told.call.record(4, { endedBy: 'hangup' });
    expect(told.paths()).toEqual(['POST /', 'POST /act', 'POST /file']);
  });

  test('redirect=true (default): action’s XML replaces the document; redirect=false or no action: next sibling', async () => {
    const replaced = await record('');
    await replaced.call.record(1);
    expect(replaced.heard()).toEqual(['(beep)', 'next']);
    const goes = await record('redirect="false" playBeep="false"');
    await goes.call.record(1);
    expect(goes.heard()).toEqual(['after']);
  });

  test('Nothing recorded: the fall-through exists; whether action is requested then is assumed', async () => {
    const t = await record('');
    await t.call.wait();
    expect(t.heard()).toEqual(['(beep)', 'after']);
    const asked = await callTo(response('<Record action="{host}/act"/>'), next, {
      assume: { recordActionOnSilence: true },
    });
    await asked.call.wait();
    expect(asked.params('/act')).toMatchObject({ RecordingDuration: '15' });
  });

  test('recordSession=true: recording runs in the background until maxLength or hangup; the element returns at once', async () => {
    const t = await run(
      `<Record recordSession="true" maxLength="3" callbackUrl="{host}/file"/><Wait length="9"/>`,
    );
    expect(t.all('record')).toMatchObject([{ at: 0, background: true }]);
    expect(t.all('recorded')).toMatchObject([{ at: 3, seconds: 3, endedBy: 'maxLength' }]);
    const hungUp = await run(`<Record recordSession="true" callbackUrl="{host}/file"/><Wait length="9"/>`);
    expect(hungUp.all('recorded')).toMatchObject([{ at: 9, seconds: 9, endedBy: 'hangup' }]);
    expect(hungUp.params('/file')).toMatchObject({ RecordingDuration: '9' });
  });

  test('startOnDialAnswer=true: starts when a later Dial is answered', async () => {
    const t = await run('<Record startOnDialAnswer="true"/><Dial><Number>15550000001</Number></Dial>');
    expect(t.all('record')).toEqual([]);
    await t.call.dialOutcome('completed', { rings: 6, seconds: 20 });
    expect(t.all('record')).toMatchObject([{ at: 6, background: true }]);
  });

  test('In both, action (if set) is requested at once with durations -1, and with redirect=true its XML takes over', async () => {
    const t = await record('recordSession="true"');
    expect(t.params('/act')).toMatchObject({
      RecordingDuration: '-1',
      RecordingDurationMs: '-1',
      RecordingStartMs: '-1',
      RecordingEndMs: '-1',
    });
    expect(t.heard()).toEqual(['next']);
  });

  test('transcriptionUrl later', async () => {
    const t = await run('<Record transcriptionUrl="{host}/text"/><Speak>after</Speak>');
    await t.call.record(3);
    expect(t.params('/text')).toMatchObject({ call_uuid: t.call.uuid, duration: '18' });
    expect(t.all('request').at(-1)).toMatchObject({ kind: 'transcription', at: t.call.ended!.at });
  });
});

describe('Conference', () => {
  const room = (attributes: string, options: CallOptions = {}) =>
    run(`<Conference ${attributes}>daily</Conference>${after}`, options);

  test('Blocks until this member leaves. After leaving: action, else next sibling', async () => {
    const t = await room('action="{host}/act" hangupOnStar="true"');
    expect(t.call.state).toMatchObject({ type: 'conference', room: 'daily', started: true, members: [] });
    await t.call.press('*');
    expect(t.params('/act')).toMatchObject({ ConferenceName: 'daily' });
    expect(t.heard()).toEqual(['next']);
    const plain = await room('hangupOnStar="true"');
    await plain.call.press('*');
    expect(plain.heard()).toEqual(['after']);
  });

  test('startConferenceOnEnter=false: waits, muted, with waitSound until someone with true enters', async () => {
    const t = await room('startConferenceOnEnter="false" waitSound="{host}/sound"');
    expect(t.heard()).toEqual(['music']);
    expect(t.call.state).toMatchObject({ started: false });
    await t.call.memberJoins('Ann', { starts: false });
    expect(t.call.state).toMatchObject({ started: false, members: ['Ann'] });
    await t.call.memberJoins('Bob');
    expect(t.call.state).toMatchObject({ started: true, members: ['Ann', 'Bob'] });
  });

  test('endConferenceOnExit=true: leaving ends it for all', async () => {
    const t = await room('');
    await t.call.memberJoins('Ann', { ends: true });
    await t.call.memberLeaves('Ann');
    expect(t.all('conference').at(-2)).toMatchObject({ action: 'end' });
    expect(t.heard()).toEqual(['after']);
  });

  test('stayAlone=false: alone means removed', async () => {
    const t = await room('stayAlone="false"', { rooms: { daily: ['Ann'] } });
    await t.call.memberLeaves('Ann');
    expect(t.heard()).toEqual(['after']);
    const stays = await room('', { rooms: { daily: ['Ann'] } });
    await stays.call.memberLeaves('Ann');
    expect(stays.call.state.type).toBe('conference');
  });

  test.each(['constructor', '__proto__', 'toString'])(
    'a room named %s is empty like any other',
    async (name) => {
      for (const element of ['Conference', 'MultiPartyCall']) {
        const role = element === 'Conference' ? '' : ' role="Agent"';
        const { call } = await callTo(response(`<${element}${role}>${name}</${element}>`), {}, { rooms: {} });
        expect(call.state).toMatchObject({ members: [] });
      }
    },
  );

  test('maxMembers reached: cannot enter; action is requested with an empty ConferenceUUID, else next element', async () => {
    const t = await room('maxMembers="1" action="{host}/act"', { rooms: { daily: ['Ann'] } });
    expect(t.paths()).toEqual(['POST /', 'POST /act']);
    expect(t.params('/act')).toMatchObject({
      ConferenceName: 'daily',
      ConferenceUUID: '',
      ConferenceMemberID: '',
    });
    expect(t.heard()).toEqual(['next']);
    const plain = await room('maxMembers="1"', { rooms: { daily: ['Ann'] } });
    expect(plain.heard()).toEqual(['after']);
  });

  test('hangupOnStar means leave, not hang up', async () => {
    const t = await room('hangupOnStar="true"');
    await t.call.press('*');
    expect(t.heard()).toEqual(['after']);
    expect(t.call.ended).toMatchObject({ code: 4010 });
    const stays = await room('');
    await stays.call.press('*');
    expect(stays.call.state.type).toBe('conference');
  });

  test('timeLimit ends the room', async () => {
    const t = await room('timeLimit="600"');
    await t.call.wait();
    expect(t.all('conference')).toContainEqual({
      at: 600,
      event: 'conference',
      room: 'daily',
      action: 'end',
      member: 'caller',
    });
  });

  test('callbackUrl is told of enter, exit, digits, floor and record', async () => {
    const t = await room(
      'callbackUrl="{host}/cb" digitsMatch="*5" floorEvent="true" record="true" enterSound="beep:1"',
    );
    await t.call.press('*5');
    await t.call.say('hello');
    await t.call.hangUp();
    expect(t.asked.slice(1).map(({ params }) => params['ConferenceAction'])).toEqual([
      'enter',
      'digits',
      'floor',
      'exit',
      'record',
    ]);
    expect(t.heard()).toEqual(['(beep)']);
  });
});

describe('MultiPartyCall', () => {
  const mpc = (attributes: string, options: CallOptions = {}) =>
    run(
      `<MultiPartyCall statusCallbackUrl="{host}/status" ${attributes}>support</MultiPartyCall>${after}`,
      options,
    );
  const told = ({ asked }: { asked: { params: { [name: string]: string } }[] }) =>
    asked.flatMap(({ params }) => params['EventName'] ?? []);

  test('Starts with startMpcOnEnter; Customers wait with waitMusicUrl until it starts', async () => {
    const t = await mpc(
      'role="customer" startMpcOnEnter="false" waitMusicUrl="{host}/sound" enterSound="none"',
    );
    expect(t.call.state).toMatchObject({ type: 'multiPartyCall', started: false, role: 'customer' });
    expect(t.heard()).toEqual(['music']);
    expect(t.asked.at(-1)).toMatchObject({ method: 'GET', path: '/sound' });
    await t.call.memberJoins('Ann');
    expect(t.call.state).toMatchObject({ started: true, members: ['Ann'] });
    expect(told(t)).toEqual(['MPCInitialized', 'ParticipantJoin', 'ParticipantJoin', 'MPCStart']);
  });

  test('After leaving, onExitActionUrl gives the next XML for that leg; without it the next sibling (assumed)', async () => {
    const t = await mpc('role="Customer" onExitActionUrl="{host}/act"', { rooms: { support: ['Ann'] } });
    await t.call.memberLeaves('Ann');
    expect(t.heard()).toEqual(['(beep)', 'next']);
    expect(t.params('/act')).toMatchObject({ MPCFriendlyName: 'support', ParticipantRole: 'Customer' });
    const plain = await mpc('role="Customer"', { rooms: { support: ['Ann'] } });
    await plain.call.memberLeaves('Ann');
    expect(plain.heard()).toEqual(['(beep)', 'after']);
  });

  test('Removed by API: cause 4030; ended: 4020', async () => {
    const removed = await mpc('role="Customer"');
    await removed.call.memberLeaves('caller');
    expect(removed.call.ended).toMatchObject({ code: 4030, name: 'Kicked Out Of Multiparty Call' });
    const ended = await mpc('role="Customer" stayAlone="true"');
    await ended.call.memberJoins('Ann', { ends: true });
    await ended.call.memberLeaves('Ann');
    expect(ended.call.ended).toMatchObject({ code: 4020, name: 'Multiparty Call Ended' });
  });

  test('Sound URLs return XML or audio', async () => {
    const t = await callTo(
      response('<MultiPartyCall role="Agent" enterSound="{host}/hello.mp3">support</MultiPartyCall>'),
      { '/hello.mp3': { body: 'ID3', type: 'audio/mpeg' } },
    );
    expect(t.heard()).toEqual([`[${host}/hello.mp3]`]);
    expect(t.all('warning')).toEqual([]);
  });

  test('Sound URLs that fail or return invalid XML give silence, not an error', async () => {
    const t = await mpc('role="Customer" enterSound="{host}/nothing"');
    expect(t.heard()).toEqual([]);
    expect(t.call.state.type).toBe('multiPartyCall');
  });

  test('recording is told to recordingCallbackUrl', async () => {
    const t = await mpc(
      'role="Agent" record="true" recordMinMemberCount="2" recordingCallbackUrl="{host}/rec"',
    );
    expect(t.paths()).not.toContain('GET /rec');
    await t.call.memberJoins('Ann');
    await t.call.wait(30);
    await t.call.hangUp();
    expect(t.params('/rec')).toMatchObject({ EventName: 'MPCRecordingCompleted', RecordingDuration: '30' });
  });

  test('a MultiPartyCall without a role rejects the document', async () => {
    expect((await mpc('')).call.ended).toMatchObject({ code: 8011 });
  });
});

describe('Redirect', () => {
  test('Requests the URL with its method and runs the reply', async () => {
    const t = await run('<Redirect method="GET">{host}/act</Redirect>');
    expect(t.paths()).toEqual(['POST /', 'GET /act']);
    expect(t.params('/act')).toMatchObject({ Event: 'Redirect' });
    expect(t.heard()).toEqual(['next']);
  });

  test('Only the text counts, must be absolute', async () => {
    const t = await run('<Redirect>/act</Redirect>');
    expect(t.call.ended).toMatchObject({ code: 7024, name: 'Invalid Redirect URL' });
    const relative = await run('<Redirect>/act</Redirect>', { assume: { relativeUrls: true } });
    expect(relative.heard()).toEqual(['next']);
  });

  test('An emulator should stop loops much earlier', async () => {
    const t = await callTo(response('<Redirect>{host}/</Redirect>'));
    expect(t.call.ended).toMatchObject({ code: 2060, name: 'Loop Detected' });
    expect(t.asked).toHaveLength(101);
  });
});

describe('Hangup', () => {
  test('No attribute: ends now, 4000 Normal Hangup; reason only matters before answering', async () => {
    const t = await run('<Speak>one</Speak><Hangup reason="busy"/><Speak>two</Speak>');
    expect(t.heard()).toEqual(['one']);
    expect(t.call.ended).toMatchObject({ code: 4000, name: 'Normal Hangup' });
  });

  test('schedule=N: sets a timer, goes on with the next elements, hangs up after N s with 6000 Scheduled Hangup', async () => {
    const t = await run('<Hangup schedule="10"/><Speak loop="0">on</Speak>');
    await t.call.wait();
    expect(t.call.ended).toMatchObject({ at: 10, code: 6000, name: 'Scheduled Hangup' });
  });

  test('As last element it hangs up at once, since the document ends', async () => {
    const t = await run('<Speak>one</Speak><Hangup schedule="10"/>');
    expect(t.call.ended).toMatchObject({ at: 0.3, code: 4010 });
  });
});

describe('Wait', () => {
  test('Silent, length s', async () => {
    const t = await run('<Speak>one</Speak><Wait length="8"/>');
    expect(t.call.ended!.at).toBe(8.3);
  });

  test('silence=true: ends early once minSilence ms of silence have been heard; used to let a voicemail greeting finish', async () => {
    const t = await run(`<Wait length="60" silence="true" minSilence="3000"/>${after}`);
    expect(t.call.state).toMatchObject({ type: 'listening', for: 'silence', until: 3 });
    await t.call.say('You have reached the voicemail of Ann', { seconds: 12 });
    expect(t.call.state).toMatchObject({ until: 15 });
    await t.call.wait();
    expect(t.all('speak')).toMatchObject([{ at: 15, text: 'after' }]);
  });

  test('silence=true: a greeting longer than length is cut', async () => {
    const t = await run(`<Wait length="10" silence="true"/>${after}`);
    await t.call.say('You have reached', { seconds: 30 });
    expect(t.all('speak')).toMatchObject([{ at: 10 }]);
  });

  test('beep (silence off): ends when a tone is heard', async () => {
    const t = await run(`<Wait length="60" beep="true"/>${after}`);
    await t.call.wait(5);
    await t.call.beep();
    expect(t.all('speak')).toMatchObject([{ at: 5, text: 'after' }]);
    const never = await run(`<Wait length="60" beep="duration=300"/>${after}`);
    await never.call.wait();
    expect(never.all('speak')).toMatchObject([{ at: 60 }]);
  });
});

describe('DTMF, Message and Stream', () => {
  test('DTMF: async=true goes on at once, false waits; w 0.5 s, W 1 s', async () => {
    const t = await run(`<DTMF>1w2</DTMF>${after}`);
    expect(t.all('dtmf')).toMatchObject([{ digits: '1w2' }]);
    expect(t.all('speak')).toMatchObject([{ at: 0 }]);
    expect((await run(`<DTMF async="false">1w2W</DTMF>${after}`)).all('speak')).toMatchObject([{ at: 1.9 }]);
  });

  test('Message: sends an SMS and goes on; its result goes to callbackUrl', async () => {
    const t = await run(`<Message src="1" dst="2&lt;3" callbackUrl="{host}/sms">Hi</Message>${after}`);
    expect(t.all('message')).toMatchObject([{ src: '1', dst: '2<3', text: 'Hi' }]);
    expect(t.asked.slice(1).map(({ params }) => params['To'])).toEqual(['2', '3']);
    expect(t.heard()).toEqual(['after']);
  });

  const stream = (attributes: string) =>
    run(`<Stream statusCallbackUrl="{host}/s" ${attributes}>wss://a.example/x</Stream>${after}`);
  const events = ({ asked }: { asked: { params: { [name: string]: string } }[] }) =>
    asked.slice(1).map(({ params }) => params['Event']);

  test('Stream: keepCallAlive=true: blocks until the stream ends, then the next sibling', async () => {
    const t = await stream('keepCallAlive="true" streamTimeout="90"');
    expect(t.call.state).toMatchObject({ type: 'streaming', until: 90 });
    await t.call.stream('degrades');
    expect(t.call.state.type).toBe('streaming');
    await t.call.stream('stops');
    expect(events(t)).toEqual(['StartStream', 'DegradedStream', 'StopStream']);
    expect(t.heard()).toEqual(['after']);
  });

  test('Stream: status callbacks have the documented fields', async () => {
    const t = await stream('bidirectional="true" audioTrack="inbound" streamTimeout="90" extraHeaders="a=b"');
    expect(events(t)).toEqual(['StartStream', 'StopStream']);
    expect(t.params('/s')).toMatchObject({
      CallUUID: t.call.uuid,
      StreamID: `${t.call.uuid.slice(0, 24)}000000000001`,
      Timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string,
      bidirectional: 'true',
      audioTrack: 'inbound',
      streamTimeout: '90',
      extraHeaders: 'a=b',
      keepCallAlive: 'false',
    });
  });

  test('Stream: a connection that drops is reported, and the next sibling follows; a caller who hangs up stops it', async () => {
    const drops = await stream('keepCallAlive="true"');
    await drops.call.stream('drops');
    expect([events(drops), drops.heard()]).toEqual([['StartStream', 'DroppedStream'], ['after']]);
    const hungUp = await stream('keepCallAlive="true"');
    await hungUp.call.hangUp();
    expect([events(hungUp), hungUp.heard()]).toEqual([['StartStream', 'StopStream'], []]);
    const over = await stream('keepCallAlive="true" streamTimeout="60"');
    await over.call.wait();
    expect([events(over), over.heard()]).toEqual([['StartStream', 'StopStream'], ['after']]);
  });

  test('false: next sibling at once, so a Stream that is last hangs up immediately', async () => {
    const t = await run('<Stream>wss://a.example/x</Stream>');
    expect(t.call.ended).toMatchObject({ at: 0, code: 4010 });
    expect(t.all('stream').map(({ action }) => action)).toEqual(['StartStream', 'StopStream']);
  });

  test('One stream per call. Connection failure: a DroppedStream report; presumably the next sibling follows', async () => {
    const t = await run(`<Stream>wss://a.example/x</Stream><Stream>wss://a.example/y</Stream>${after}`);
    expect(t.all('stream').map(({ action }) => action)).toEqual([
      'StartStream',
      'DroppedStream',
      'StopStream',
    ]);
    expect(t.heard()).toEqual(['after']);
  });
});

describe('PreAnswer and sounds', () => {
  test('Only these nestings exist: what SDKs put into PreAnswer runs, with a warning', async () => {
    const t = await run('<PreAnswer><Speak>early</Speak><DTMF>1</DTMF></PreAnswer><Hangup/>');
    expect(t.all('dtmf')).toHaveLength(1);
    expect(t.all('warning')).toHaveLength(1);
    expect(t.call.ended?.code).toBe(4000);
  });

  test('PreAnswer: keep under 30 s', async () => {
    const t = await run('<PreAnswer><Wait length="31"/></PreAnswer><Hangup/>');
    expect(t.all('warning')).toMatchObject([{ at: 31, message: 'A <PreAnswer> took more than 30 s.' }]);
    expect((await run('<PreAnswer><Wait length="30"/></PreAnswer><Hangup/>')).all('warning')).toEqual([]);
  });

  test('XML fetched for sounds is a full Response, of which only Play, Speak and Wait are used; the rest is skipped', async () => {
    const t = await callTo(response(`<Dial dialMusic="{host}/m"><Number>1555</Number></Dial>`), {
      '/m': response(`<Hangup/><Speak>music</Speak><Play>${host}/a.mp3</Play>`),
    });
    expect(t.heard()).toEqual(['music', `[${host}/a.mp3]`]);
    expect(t.call.state.type).toBe('dialing');
  });
});

describe('transfer by API', () => {
  test('A new document replaces the rest of the old one', async () => {
    const t = await run(`<Conference action="{host}/act">r</Conference>${after}`);
    await t.call.transfer(`${host}/sound`);
    expect(t.paths()).toEqual(['POST /', 'POST /sound']);
    expect(t.heard()).toEqual(['music']);
    expect(t.all('conference').at(-1)).toMatchObject({ action: 'exit' });
  });

  test('the action of what it interrupts is not requested', async () => {
    const t = await run('<Dial action="{host}/act"><Number>1555</Number></Dial>');
    await t.call.transfer(`${host}/sound`);
    expect(t.paths()).toEqual(['POST /', 'POST /sound']);
    expect(t.all('dialed')).toMatchObject([{ status: 'cancel' }]);
  });

  test.each([
    ['unreachable', { status: 500 }, '/x', 'POST', 7013, 'Error Reaching Transfer URL'],
    ['a bad URL', '', 'x', 'POST', 7023, 'Invalid Transfer URL'],
    ['a bad method', '', '/x', 'PUT', 7033, 'Invalid Method For Transfer URL'],
    ['bad XML', '{}', '/x', 'POST', 8013, 'Invalid Transfer XML'],
  ] as const)('%s ends the call with its code', async (_, reply, url, method, code, name) => {
    const t = await callTo(response('<GetDigits/>'), { '/x': reply });
    await t.call.transfer(url.startsWith('/') ? `${host}${url}` : url, method);
    expect(t.call.ended).toMatchObject({ code, name });
  });

  test('Transfers by API: 70 per call, then 2060 Loop Detected', async () => {
    const t = await callTo(response('<GetDigits/>'));
    for (let i = 0; i < 70; i++) await t.call.transfer(`${host}/`);
    expect(t.call.state.type).toBe('asking');
    await t.call.transfer(`${host}/`);
    expect(t.call.ended).toMatchObject({ code: 2060, name: 'Loop Detected' });
  });
});

test('Supervisor with coachMode=true hears all and is heard by Agents only', async () => {
  const t = await run(
    '<MultiPartyCall role="Supervisor" statusCallbackUrl="{host}/status">support</MultiPartyCall>',
  );
  expect(t.asked.at(-2)?.params).toMatchObject({
    EventName: 'ParticipantJoin',
    ParticipantCoachMode: 'true',
  });
});
