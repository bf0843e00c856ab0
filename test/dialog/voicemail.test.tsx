import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  flow,
  Forward,
  Hangup,
  level,
  preview,
  Response,
  signRequest,
  Speak,
  Voicemail,
  type VoiceMessage,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { serve, type Served } from '../fastify/served.ts';

const end = (path: `/${string}`, text: string) =>
  level(path, () => (
    <Response>
      <Speak>{text}</Speak>
      <Hangup />
    </Response>
  ));
const thanks = end('/thanks', 'Thank you.');
const nothing = end('/nothing', 'We heard nothing.');

/** What a test lets happen to a message. */
let take: (message: VoiceMessage) => void | Promise<void> = () => {};
const inbox: VoiceMessage[] = [];
afterEach(() => {
  take = () => {};
  inbox.length = 0;
});

const leave = level('/leave', () => (
  <Response>
    <Speak>Nobody is here.</Speak>
    <Voicemail
      onMessage={(message) => {
        inbox.push(message);
        return take(message);
      }}
      onNothing={nothing()}
      next={thanks()}
    >
      Please leave a message after the tone.
    </Voicemail>
  </Response>
));
let isOpen = false;
const closed = level('/closed', () => (
  <Response>
    {isOpen ? (
      <Forward to={thanks()} />
    ) : (
      <Voicemail
        maxLength={30}
        timeout={3}
        finishOnKey="none"
        fileFormat="wav"
        name="night"
        onMessage={(message) => void inbox.push(message)}
        onNothing={nothing()}
        next={thanks()}
      />
    )}
  </Response>
));
const voicemail = flow('voicemail', { levels: [leave, closed, thanks, nothing] });
const app = await createApp({ flows: [voicemail], deadline: 20 });

const texts = (phone: { readonly heard: readonly { readonly text: string }[] }) =>
  phone.heard.map(({ text }) => text);

describe('a voicemail', () => {
  test('says how it records, and where both addresses lead', async () => {
    const baseUrl = 'https://ivr.example.com';
    expect(await preview([voicemail], '/leave', { baseUrl })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Speak>Nobody is here.</Speak>
        <Speak>Please leave a message after the tone.</Speak>
        <Record action="https://ivr.example.com/leave?__dialog=voicemail&amp;__phase=answer" callbackUrl="https://ivr.example.com/leave?__dialog=voicemail&amp;__phase=notice" maxLength="120" timeout="5" finishOnKey="#"/>
        <Redirect>https://ivr.example.com/nothing</Redirect>
      </Response>"
    `);
    expect(await preview([voicemail], '/closed', { baseUrl })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Record action="https://ivr.example.com/closed?__dialog=night&amp;__phase=answer" callbackUrl="https://ivr.example.com/closed?__dialog=night&amp;__phase=notice" maxLength="30" timeout="3" finishOnKey="none" fileFormat="wav"/>
        <Redirect>https://ivr.example.com/nothing</Redirect>
      </Response>"
    `);
  });
  test('hands a message over once, and goes on', async () => {
    const phone = await call(app, '/leave');
    await phone.record(12, { endedBy: '#' });
    expect(phone.transcript()).toMatchInlineSnapshot(`
      "   0.0  POST /leave → 200
         0.0  “Nobody is here.” (en-US, WOMAN)
         1.4  “Please leave a message after the tone.” (en-US, WOMAN)
         4.3  beep
         4.3  recording starts
        16.3  caller presses #
        16.3  recorded 12 s, ended by key
        16.3  POST /leave?__dialog=voicemail&__phase=answer → 200
        16.3  POST /leave?__dialog=voicemail&__phase=notice → 200
        16.3  “Thank you.” (en-US, WOMAN)
        17.4  ended: 4000 Normal Hangup"
    `);
    expect(inbox.map(({ recordUrl, seconds, call: { from } }) => ({ recordUrl, seconds, from }))).toEqual([
      {
        recordUrl: expect.stringMatching(/^https:\/\/recordings\.example\.com\/.*\.mp3$/),
        seconds: 12,
        from: '14155550100',
      },
    ]);
  });
  test('keeps the message of a caller who hangs up in the middle of it', async () => {
    const phone = await call(app, '/leave');
    await phone.record(7, { endedBy: 'hangup' });
    expect(phone.transcript()).toMatchInlineSnapshot(`
      "   0.0  POST /leave → 200
         0.0  “Nobody is here.” (en-US, WOMAN)
         1.4  “Please leave a message after the tone.” (en-US, WOMAN)
         4.3  beep
         4.3  recording starts
        11.3  caller hangs up
        11.3  recorded 7 s, ended by hangup
        11.3  POST /leave?__dialog=voicemail&__phase=notice → 200
        11.3  ended: 4000 Normal Hangup"
    `);
    expect(inbox.map(({ seconds }) => seconds)).toEqual([7]);
  });
  test.each([true, false])(
    'goes on elsewhere when nothing was said (Plivo asks: %s)',
    async (recordActionOnSilence) => {
      const phone = await call(app, '/leave', {
        assume: { recordActionOnSilence, recordingKeepsSilence: false },
      });
      await phone.wait();
      expect(texts(phone)).toEqual([
        'Nobody is here.',
        'Please leave a message after the tone.',
        'We heard nothing.',
      ]);
      expect(inbox).toEqual([]);
    },
  );
});

describe('the notice of a recording', () => {
  const publicUrl = 'https://ivr.example.com';
  const token = 'made_up_token';
  const path = '/leave?__dialog=voicemail&__phase=notice';
  const recording = {
    CallUUID: 'c-1',
    From: '14155550100',
    RecordUrl: 'https://recordings.example.com/r-1.mp3',
    RecordingID: 'r-1',
    RecordingDuration: '7',
    RecordingDurationMs: '6900',
  };
  let server: Served;
  beforeAll(async () => {
    server = await serve({ flows: [voicemail], publicUrl, authTokens: [token], deadline: 20 });
  });
  afterAll(() => server.close());
  afterEach(() => void server.taken());

  const sign = (to: string, fields: Record<string, string>) => ({
    ...signRequest({ method: 'POST', url: publicUrl + to, params: fields }, token),
  });
  const send = async (fields: Record<string, string>, to = path, headers = sign(to, fields)) => {
    const reply = await server.post(to, fields, headers);
    return [reply.status, await reply.text()];
  };

  test('of a call that only explores the flow leaves no message', async () => {
    expect(await send({ ...recording, CallUUID: 'check-1' })).toEqual([200, '']);
    expect(inbox).toEqual([]);
  });

  test('that is delivered twice is taken once, and a new notice of the same recording has its id', async () => {
    const headers = sign(path, recording);
    expect(await send(recording, path, headers)).toEqual([200, '']);
    expect(await send(recording, path, headers)).toEqual([200, '']);
    expect(inbox.map(({ recordingId, seconds }) => [recordingId, seconds])).toEqual([['r-1', 7]]);
    expect(await send(recording)).toEqual([200, '']);
    expect(inbox.map(({ recordingId }) => recordingId)).toEqual(['r-1', 'r-1']);
  });
  test('comes before the action or after it, and each does its own part', async () => {
    const action = '/leave?__dialog=voicemail&__phase=answer';
    await send(recording);
    expect((await send(recording, action))[1]).toContain('<Speak>Thank you.</Speak>');
    expect((await send({ ...recording, CallUUID: 'c-2' }, action))[1]).toContain('<Speak>Thank you.</Speak>');
    await send({ ...recording, CallUUID: 'c-2' });
    expect(inbox.map(({ call: { callUuid } }) => callUuid)).toEqual(['c-1', 'c-2']);
  });
  test('comes also after the call', async () => {
    await send({ CallUUID: 'c-3', Event: 'Hangup', HangupCause: 'NORMAL_CLEARING' }, '/leave');
    await send({ ...recording, CallUUID: 'c-3' });
    expect(inbox).toHaveLength(1);
  });
  test.each([
    [
      'at once',
      () => {
        throw new Error('no inbox for 14155550100');
      },
    ],
    [
      'later',
      async () => {
        throw new Error('no inbox for 14155550100');
      },
    ],
  ])(
    'is acknowledged although its taker throws %s, which is reported without the number',
    async (_, fails) => {
      take = fails;
      expect(await send(recording)).toEqual([200, '']);
      const [line] = server.taken();
      expect(line).toMatchObject({ level: 'error', event: 'callback', reason: 'callback' });
      expect(line!.msg).toContain('no inbox for [hidden]');
    },
  );
  test('is taken again when it comes again after a failure', async () => {
    const headers = sign(path, recording);
    take = () => {
      take = () => {};
      throw new Error('no inbox');
    };
    await send(recording, path, headers);
    await send(recording, path, headers);
    await send(recording, path, headers);
    expect(inbox).toHaveLength(2);
  });
  test('is acknowledged before a slow taker is done', async () => {
    let done = () => {};
    take = () =>
      new Promise<void>((resolve) => {
        done = resolve;
      });
    expect(await send(recording)).toEqual([200, '']);
    expect(server.taken()).toMatchObject([{ event: 'callback', reason: 'deadline' }, { level: 'info' }]);
    done();
  });
  test.each([
    ['an empty one', { RecordingDuration: '0', RecordingDurationMs: '0' }],
    ['one without a file', { RecordUrl: '' }],
  ])('of %s is no message', async (_, fields) => {
    expect(await send({ ...recording, ...fields })).toEqual([200, '']);
    expect(inbox).toEqual([]);
  });
  test('for a dialog that its level does not have any more is reported', async () => {
    isOpen = true;
    expect(await send(recording, '/closed?__dialog=night&__phase=notice')).toEqual([200, '']);
    isOpen = false;
    const [line] = server.taken();
    expect(line).toMatchObject({ level: 'error', event: 'callback', reason: 'callback' });
    expect(line!.msg).toContain(
      'A notice came for the dialog night of /closed, which does not have it any more.',
    );
    await send(recording, '/closed?__dialog=night&__phase=notice');
    expect(inbox).toHaveLength(1);
  });
  test('has the name of its dialog in the log', async () => {
    await send(recording);
    expect(server.taken().map(({ msg }) => msg)).toEqual([
      'call c-1  record-action  POST /leave (voicemail notice)  →  nothing (a notice)  (… ms)',
    ]);
  });
});
