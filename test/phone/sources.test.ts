/*
 * Where sources say what Plivo does and the phone did something else. A row names its source: a page of Plivo, Plivo's
 * skill text of 2026, or Plivo's open engine of 2015 (plivoframework, elements.py).
 */
import { describe, expect, test } from 'vitest';
import { parseScript, runScript, startingPace, type Assumptions } from '../../src/phone/index.ts';
import { callTo, host, response, type Reply } from './documents.ts';

interface Row {
  readonly elements: string;
  /** What the caller does, as with `--script`. */
  readonly script?: string;
  readonly assume?: Partial<Assumptions>;
  readonly rooms?: { readonly [room: string]: readonly string[] };
  readonly others?: { readonly [path: string]: Reply };
}

async function run({ elements, script = '', assume = {}, rooms, others = {} }: Row) {
  const steps = parseScript(script);
  const next = { '/next': response('<Speak>next</Speak>'), ...others };
  const test = await callTo(response(elements), next, { assume, rooms, pace: startingPace(steps) });
  await runScript(test.call, steps);
  return test;
}

describe('how a <Hangup> ends the call', () => {
  test.each<[title: string, row: Row, code: number]>([
    [
      'not first: Normal Hangup, says its page; so does the engine',
      { elements: '<Wait length="1"/><Hangup/>' },
      4000,
    ],
    [
      'after a <Dial> that was not answered: likewise',
      { elements: '<Dial><Number>14155550111</Number></Dial><Hangup/>', script: 'dial:busy' },
      4000,
    ],
    ['first: Rejected, says its page', { elements: '<Hangup/>' }, 3020],
    [
      'first: Normal Hangup, if the assumption says so, as in the engine',
      { elements: '<Hangup/>', assume: { firstHangup: 'normal' } },
      4000,
    ],
    ['not first, with a reason', { elements: '<Wait/><Hangup reason="busy"/>' }, 3010],
    ['not first, rejected', { elements: '<Wait/><Hangup reason="rejected"/>' }, 3020],
    ['a reason with blanks: likewise', { elements: '<Wait/><Hangup reason=" busy "/>' }, 4000],
    [
      'a reason that it does not know: none, in the engine',
      { elements: '<Wait/><Hangup reason="bored"/>' },
      4000,
    ],
    ['schedule 0: at once, in the engine', { elements: '<Speak>Bye</Speak><Hangup schedule="0"/>' }, 4000],
    [
      'a schedule that is no number: the <Hangup> does nothing, in the engine',
      { elements: '<Speak>Bye</Speak><Hangup schedule="soon"/>' },
      4010,
    ],
  ])('%s', async (_, row, code) => {
    expect((await run(row)).call.ended).toMatchObject({ code });
  });

  test('the notice of a hangup has the cause of telephone networks', async () => {
    const { params } = await callTo(response('<Hangup reason="busy"/>'), {}, { hangupUrl: `${host}/over` });
    expect(params('/over')).toMatchObject({
      CallStatus: 'busy',
      HangupCause: 'USER_BUSY',
      HangupCauseCode: '3010',
    });
  });
});

describe('documents that the engine rejects', () => {
  test.each([
    [
      '<Speak>Hi.</Speak><Conference></Conference>',
      '<Conference> is empty.',
      'write the name of the room between the tags.',
    ],
    [
      '<Speak>Hi.</Speak><Conference> </Conference>',
      '<Conference> is empty.',
      'write the name of the room between the tags.',
    ],
    [
      '<MultiPartyCall role="agent"/>',
      '<MultiPartyCall> is empty.',
      'write the name of the call between the tags.',
    ],
    [
      '<Wait length="0.5"/><Speak>Hi.</Speak>',
      'length of <Wait> is "0.5", and it takes whole seconds, 1 or more.',
      'write a value that it takes, or leave length out.',
    ],
    [
      '<Record maxLength="one"/>',
      'maxLength of <Record> is "one", and it takes whole seconds, 1 or more.',
      'write a value that it takes, or leave maxLength out.',
    ],
    [
      '<Record timeout="0"/>',
      'timeout of <Record> is "0", and it takes whole seconds, 1 or more.',
      'write a value that it takes, or leave timeout out.',
    ],
  ])('%s', async (elements, message, fix) => {
    const { call, heard } = await run({ elements });
    expect(call.ended).toMatchObject({ code: 8011, message: `The answer URL (/): ${message}`, fix });
    expect(heard()).toEqual([]);
  });

  test('values that would reject a document are ignored, if that is assumed', async () => {
    const { call, heard, all } = await run({
      elements: '<Wait length="0.5"/><Speak voice="ROBOT">Hi.</Speak>',
      assume: { badValues: 'ignored' },
    });
    expect(heard()).toEqual(['Hi.']);
    expect(all('speak')).toMatchObject([{ at: 1, voice: 'WOMAN' }]);
    expect(all('warning').map(({ message }) => message)).toEqual([
      'length of <Wait> is "0.5", and it takes whole seconds, 1 or more; "1" is taken.',
      'voice of <Speak> is "ROBOT", and it takes "WOMAN", "MAN" or a Polly voice such as "Polly.Joanna"; "WOMAN" is taken.',
    ]);
    expect(call.ended?.code).toBe(4010);
  });
});

describe('values that the engine reads otherwise', () => {
  test.each([
    ['validDigits="1,2,3"', '9', 'invalid', '9'],
    ['validDigits="1,2,3"', '3', 'given', '3'],
  ])('the keys of %s are its characters: %s', async (attribute, script, outcome, digits) => {
    const { all } = await run({
      elements: `<GetDigits numDigits="1" ${attribute}><Speak>Press.</Speak></GetDigits>`,
      script,
    });
    expect(all('ask')).toMatchObject([{ keys: '123' }]);
    expect(all('input')).toMatchObject([{ outcome, digits }]);
    expect(all('warning')).toMatchObject([
      {
        message:
          'validDigits of <GetDigits> is "1,2,3", and it takes keys (0 to 9, * or #); each key among its characters is valid: "123".',
      },
    ]);
  });

  test.each([
    ['finishOnKey="None"', '12#4', '12#4'],
    ['finishOnKey="NONE"', '12#4', '12#4'],
    ['finishOnKey="none"', '12#4', '12#4'],
    ['finishOnKey=""', '12#4', '12#4'],
    ['finishOnKey="*#"', '12*4', '12'],
    ['finishOnKey=" 5 "', '1254', '12'],
  ])('GetDigits %s takes %s as %s', async (attribute, script, digits) => {
    const { all } = await run({ elements: `<GetDigits numDigits="4" ${attribute}/>`, script });
    expect(all('input')).toMatchObject([{ outcome: 'given', digits }]);
  });

  test.each([
    ['numDigits=" 1 "', { numDigits: 1 }],
    ['numDigits="+2"', { numDigits: 2 }],
    ['numDigits="1.5"', { numDigits: 99 }],
    ['timeout=" 7 "', { timeout: 7 }],
    ['numDigits="120"', { numDigits: 99 }],
  ])('a number is read as Python does: %s', async (attribute, asked) => {
    const { all } = await run({ elements: `<GetDigits ${attribute}/>` });
    expect(all('ask')).toMatchObject([asked]);
  });

  test('numbers with blanks are no reason for a warning', async () => {
    expect((await run({ elements: '<GetDigits numDigits=" 1 " timeout="5"/>' })).all('warning')).toEqual([]);
  });

  test.each([
    [
      'timeLimit="0"',
      'timeLimit of <Dial> is "0", and it takes whole seconds from 1 to 86400; "14400" is taken.',
    ],
    ['timeout="0"', 'timeout of <Dial> is "0", and it takes whole seconds, 1 or more; it is left out.'],
    [
      'timeLimit="none"',
      'timeLimit of <Dial> is "none", and it takes whole seconds from 1 to 86400; "14400" is taken.',
    ],
  ])('a <Dial> with %s takes the default, with a warning', async (attribute, message) => {
    const { all, call } = await run({
      elements: `<Dial ${attribute}><Number>14155550111</Number></Dial>`,
      script: 'dial:completed',
    });
    expect(all('warning')).toMatchObject([{ message }]);
    expect(all('dial')).toMatchObject([{ timeout: 30 }]);
    expect(all('dialed')).toMatchObject([{ status: 'completed', seconds: 60 }]);
    expect(call.ended?.code).toBe(4010);
  });

  test.each(['dtmf speech', 'speech dtmf', ' speech  dtmf '])('inputType="%s"', async (inputType) => {
    const { all } = await run({
      elements: `<GetInput action="{host}/next" inputType="${inputType}"><Speak>Say or press</Speak></GetInput>`,
    });
    expect(all('ask')).toMatchObject([{ inputTypes: ['dtmf', 'speech'] }]);
    expect(all('warning')).toEqual([]);
  });
});

test('a document in a namespace is warned of, since the engine knew none of its elements', async () => {
  const { call } = await callTo('<Response xmlns="http://x.test/"><Speak>Hi.</Speak></Response>');
  expect(call.events.filter(({ event }) => event === 'warning')).toEqual([
    {
      at: 0,
      event: 'warning',
      message: '<Response> is in the XML namespace http://x.test/, and Plivo may know no such element.',
      fix: 'remove xmlns; without it the call is safe.',
      line: 1,
      column: 1,
    },
  ]);
  const prefix = await callTo('<Response xmlns:x="http://x.test/"><Speak>Hi.</Speak></Response>');
  expect(prefix.all('warning')).toEqual([]);
});

test('a room that is full requests the action with an empty ConferenceUUID, as the engine does', async () => {
  const { params, heard } = await run({
    elements: '<Conference action="{host}/next" maxMembers="2">room</Conference><Speak>After.</Speak>',
    rooms: { room: ['Ann', 'Bob'] },
  });
  expect(params('/next')).toMatchObject({
    ConferenceName: 'room',
    ConferenceUUID: '',
    ConferenceMemberID: '',
  });
  expect(heard()).toEqual(['next']);
});

test('the duration of a recording includes the silence that ended it, as in the engine', async () => {
  const { params } = await run({
    elements: '<Record action="{host}/next" timeout="5"/>',
    script: 'record:3',
  });
  expect(params('/next')).toMatchObject({ RecordingDuration: '8', RecordingDurationMs: '8000' });
});

test('a recording without a word has no file', async () => {
  const { paths } = await run({ elements: '<Record callbackUrl="{host}/file" timeout="5"/>' });
  expect(paths()).toEqual(['POST /']);
});

describe('the end of a call without a hangup URL', () => {
  test('nothing is sent by default', async () => {
    expect((await run({ elements: '<Speak>Hi.</Speak>' })).paths()).toEqual(['POST /']);
  });

  test('Plivo sends it to the answer URL: assume hangupUrl answer', async () => {
    const { asked } = await run({ elements: '<Speak>Hi.</Speak>', assume: { hangupUrl: 'answer' } });
    expect(asked.map(({ path, params }) => [path, params['Event']])).toEqual([
      ['/', 'StartApp'],
      ['/', 'Hangup'],
    ]);
  });
});

describe('the action of a <Dial>', () => {
  const dial = '<Dial action="{host}/next" callbackUrl="{host}/told"><Number>14155550111</Number></Dial>';

  test.each([
    [
      'dial:completed',
      { DialStatus: 'completed', DialRingStatus: 'true', DialHangupCause: 'NORMAL_CLEARING' },
    ],
    ['dial:busy', { DialStatus: 'busy', DialRingStatus: 'true', DialHangupCause: 'USER_BUSY' }],
    ['dial:failed', { DialStatus: 'failed', DialRingStatus: 'false', DialHangupCause: 'UNALLOCATED_NUMBER' }],
    ['dial:timeout', { DialStatus: 'timeout', DialRingStatus: 'true', DialHangupCause: 'NO_ANSWER' }],
    ['silence', { DialStatus: 'timeout', DialRingStatus: 'true', DialHangupCause: 'NO_ANSWER' }],
    ['dial:no-answer', { DialStatus: 'no-answer', DialRingStatus: 'true', DialHangupCause: 'NO_ANSWER' }],
  ])('causes do not contradict each other: %s', async (script, params) => {
    expect((await run({ elements: dial, script })).params('/next')).toMatchObject(params);
  });

  test('a B leg that timeLimit dropped has the cause of the engine', async () => {
    const elements = dial.replace('<Dial', '<Dial timeLimit="10"');
    expect((await run({ elements, script: 'dial:completed' })).params('/next')).toMatchObject({
      DialStatus: 'completed',
      DialHangupCause: 'ALLOTTED_TIMEOUT',
    });
  });

  test('why the B leg hung up goes to callbackUrl only, says the skill text', async () => {
    const { params } = await run({ elements: dial, script: 'dial:completed' });
    const causes = (path: string) =>
      Object.keys(params(path)).filter((name) => name.startsWith('DialBLegHangup'));
    expect(causes('/next')).toEqual([]);
    expect(causes('/told')).toEqual([
      'DialBLegHangupCauseName',
      'DialBLegHangupCauseCode',
      'DialBLegHangupSource',
    ]);
  });
});

describe('a reply of 301 or 302', () => {
  const answers = {
    '/next': { status: 302, headers: { location: '/there' } },
    '/there': response('<Speak>there</Speak>'),
  };

  test('ends the call by default, since Plivo documents 2xx', async () => {
    const { call } = await run({ elements: '<Redirect>{host}/next</Redirect>', others: answers });
    expect(call.ended).toMatchObject({ code: 7014 });
  });

  test('is followed by a GET without parameters, if that is assumed, as in the engine', async () => {
    const { asked, heard } = await run({
      elements: '<Redirect>{host}/next?lang=en</Redirect>',
      others: answers,
      assume: { followRedirects: true },
    });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /',
      'POST /next',
      'GET /there',
    ]);
    expect(asked.at(-1)?.params).toEqual({});
    expect(heard()).toEqual(['there']);
  });

  test.each(['', 'ftp://app.example.com/', 'mailto:a@b.c'])('to "%s" is not followed', async (location) => {
    const { call, asked } = await run({
      elements: '<Redirect>{host}/next</Redirect>',
      others: { '/next': { status: 301, headers: { location } } },
      assume: { followRedirects: true },
    });
    expect([asked.length, call.ended?.code]).toEqual([2, 7014]);
  });

  test('a circle of redirects ends the call', async () => {
    const { asked, call } = await run({
      elements: '<Redirect>{host}/next</Redirect>',
      others: { '/next': { status: 301, headers: { location: '/next' } } },
      assume: { followRedirects: true },
    });
    expect([asked.length, call.ended?.code]).toEqual([12, 7014]);
  });
});

describe('a caller who does not wait for the question', () => {
  const menu =
    '<Speak>This is a long text, which nobody hears to its end.</Speak>' +
    '<GetDigits action="{host}/next" numDigits="1"><Speak>Press 1 for sales.</Speak></GetDigits>';

  test.each([
    [
      'wait:2 hangup',
      [
        '   0.0  POST / → 200',
        '   0.0  “This is a long text, which nobody hears to its end.” (en-US, WOMAN)',
        '   2.0  caller hangs up during the <Speak>',
        '   2.0  ended: 4000 Normal Hangup',
      ],
    ],
    [
      'wait:2 1 wait:3 1',
      [
        '   0.0  POST / → 200',
        '   0.0  “This is a long text, which nobody hears to its end.” (en-US, WOMAN)',
        '   2.0  caller presses 1 during the <Speak> (1 is not listened to)',
        '   4.0  “Press 1 for sales.” (en-US, WOMAN)',
        '   5.0  the <Speak> is cut short after 1 s',
        '   5.0  caller presses 1',
        '   5.0  POST /next → 200',
        '   5.0  “next” (en-US, WOMAN)',
        '   5.3  ended: 4010 End Of XML Instructions',
      ],
    ],
    [
      'wait:0 hangup',
      [
        '   0.0  POST / → 200',
        '   0.0  “This is a long text, which nobody hears to its end.” (en-US, WOMAN)',
        '   0.0  caller hangs up during the <Speak>',
        '   0.0  ended: 4000 Normal Hangup',
      ],
    ],
  ])('%s', async (script, lines) => {
    expect((await run({ elements: menu, script })).call.transcript().split('\n')).toEqual(lines);
  });

  test('in later prompts: the seconds count from the token before', async () => {
    const { call, params } = await run({
      elements: '<GetDigits action="{host}/pin" numDigits="1"/>',
      script: '1 wait:1 2 wait:1.5 3 hangup',
      others: {
        '/pin': response(
          '<GetDigits action="{host}/next" numDigits="4"><Speak>Your PIN.</Speak></GetDigits>',
        ),
      },
    });
    expect(call.events.filter(({ event }) => event === 'press').map(({ at }) => at)).toEqual([0, 1, 2.5]);
    expect(params('/next')).toMatchObject({ Digits: '23' });
  });
});
