import { describe, expect, test } from 'vitest';
import { parseScript, possibleActions, runScript, type CallOptions } from '../../../src/phone/index.ts';
import { callTo, response } from '../documents.ts';

const attributes = 'action="{host}/act" confirmSound="{host}/sound" confirmKey="1" confirmTimeout="20"';
const one = '<Number>+15550000001</Number>';
const sound = response(
  '<Speak language="es-ES">Una llamada.</Speak><Wait length="1"/><Play>https://a.example/a.mp3</Play>',
);

const dialTo = (options: CallOptions = {}, more = '', legs = one, whisper = sound) =>
  callTo(
    response(`<Dial ${attributes} ${more}>${legs}</Dial>`),
    { '/sound': whisper, '/act': response('<Speak>next</Speak>') },
    { ...options, assume: { dialActionCauses: true, ...options.assume } },
  );

/** A call whose B leg has answered after five seconds, and has heard the whisper of 7.2 seconds. */
async function answered(options?: CallOptions) {
  const t = await dialTo(options);
  await t.call.dialOutcome('answer');
  return t;
}

describe('a whisper', () => {
  test('is in the transcript, as heard by the leg and not by the caller', async () => {
    const { call } = await answered();
    await call.press('1', { by: 'BLeg' });
    await call.dialOutcome('completed');
    expect(call.transcript()).toBe(
      [
        '   0.0  POST / → 200',
        '   0.0  calls …01 for at most 30 s',
        '   5.0  …01: answered',
        '   5.0  POST /sound → 200',
        '   5.0  …01 hears “Una llamada.” (es-ES, WOMAN)',
        '   7.2  …01 hears https://a.example/a.mp3',
        '  12.2  other side presses 1',
        '  12.2  …01: confirmed',
        '  12.2  …01: connected',
        '  12.2  …01: hung up',
        '  12.2  dial is over: completed',
        '  12.2  POST /act → 200',
        '  12.2  “next” (en-US, WOMAN)',
        '  12.5  ended: 4010 End Of XML Instructions',
      ].join('\n'),
    );
    expect(call.heard.map(({ text }) => text)).toEqual(['next']);
  });

  test('is heard as often as loop says', async () => {
    const { call, all } = await dialTo({}, '', one, response('<Speak loop="3">Press 1.</Speak>'));
    await call.dialOutcome('completed', { seconds: 4 });
    expect(all('whisper').map(({ text }) => text)).toEqual(['Press 1.', 'Press 1.', 'Press 1.']);
  });

  test('without end is heard until confirmTimeout', async () => {
    const { call, all } = await dialTo({}, '', one, response('<Speak loop="0">Press 1.</Speak>'));
    await call.dialOutcome('completed');
    expect(all('whisper')).toHaveLength(1);
    expect(all('leg').at(-1)).toMatchObject({ at: 25, code: 9110 });
  });

  test('is cut short by the key', async () => {
    const { call, all } = await dialTo({ pace: 'step' });
    await call.dialOutcome('answer');
    await call.wait(6);
    await call.press('1', { by: 'BLeg' });
    expect(all('leg').map(({ at, status }) => [at, status])).toEqual([
      [5, 'answered'],
      [6, 'confirmed'],
      [6, 'connected'],
    ]);
  });
});

describe('a whisper that would never end', () => {
  test.each([
    ['says nothing', '<Speak loop="999999999"> </Speak>', 0],
    ['takes no time', '<Play loop="999999999999">https://a.example/a.mp3</Play>', 2000],
    ['says a letter again and again', '<Speak loop="999999999999">a</Speak>', 2000],
  ])('ends when it %s', async (_what, element, times) => {
    const endless = 'confirmSound="{host}/sound" confirmKey="1" confirmTimeout="999999999"';
    const { call, all } = await callTo(
      response(`<Dial timeout="5" ${endless}>${one}</Dial>`),
      { '/sound': response(element) },
      { assume: { audioSeconds: 0 } },
    );
    await runScript(call, parseScript('dial:answer bleg:1'));
    expect(call.ended).toBeDefined();
    expect([all('whisper').length, all('warning').length]).toEqual([times, 1]);
  });

  test('ends without confirmKey, too', async () => {
    const { call } = await callTo(
      response(`<Dial confirmSound="{host}/sound">${one}</Dial>`),
      { '/sound': response('<Play loop="999999999999">https://a.example/a.mp3</Play>') },
      { assume: { audioSeconds: 0 } },
    );
    await call.dialOutcome('completed');
    expect(call.ended?.code).toBe(4010);
  });

  test('fetches a file once, however often it is repeated', async () => {
    const { all } = await fetching('<Play loop="3">{host}/a.mp3</Play>', { status: 404 });
    expect(all('request').filter(({ kind }) => kind === 'audio')).toHaveLength(1);
    expect(all('warning')).toHaveLength(1);
  });
});

/** A call whose B leg hears a document with a file. */
async function fetching(element: string, file: { readonly status: number }) {
  const t = await callTo(
    response(`<Dial ${attributes}>${one}</Dial>`),
    { '/sound': response(element), '/a.mp3': file, '/act': response('<Hangup/>') },
    { assume: { fetchAudio: true } },
  );
  await t.call.dialOutcome('completed');
  return t;
}

describe('a B leg that has answered', () => {
  test('is asked for the confirmKey', async () => {
    const { call } = await answered();
    expect(call.state).toEqual({
      type: 'confirming',
      leg: { kind: 'Number', to: '+15550000001' },
      confirmKey: '1',
      until: 25,
    });
    const presses = possibleActions(call.state).filter((action) => action.type === 'press');
    expect(presses).toMatchObject([
      { by: 'BLeg', validKeys: '1', invalidKeys: '234567890*#', maxKeys: 1, ignored: false },
      { by: 'ALeg', ignored: true },
    ]);
  });

  test('confirms with the key, and is joined', async () => {
    const { call } = await answered();
    await call.press('1', { by: 'BLeg' });
    expect(call.state.type).toBe('talking');
  });

  test('may press another key before it', async () => {
    const { call } = await answered();
    await call.press('2', { by: 'BLeg' });
    expect(call.state.type).toBe('confirming');
    await call.press('1', { by: 'BLeg' });
    expect(call.state.type).toBe('talking');
  });

  test('refuses with another key, where that is assumed', async () => {
    const { call, all, params } = await answered({ assume: { wrongConfirmKey: 'refuses' } });
    await call.press('2', { by: 'BLeg' });
    expect(all('leg').at(-1)).toMatchObject({ at: 12.2, status: 'hung up', code: 9110 });
    expect(params('/act')).toMatchObject({ DialStatus: 'failed', DialBLegHangupCauseCode: '9110' });
  });

  test('is dropped when it never confirms, though the caller presses the key', async () => {
    const { call, all, params } = await answered();
    await call.press('1');
    expect(all('press')).toMatchObject([{ by: 'ALeg', keys: '1', dropped: '1' }]);
    await call.wait();
    expect(all('leg').at(-1)).toMatchObject({ at: 25, status: 'hung up', code: 9110 });
    expect(params('/act')).toMatchObject({ DialStatus: 'failed' });
  });

  test('is dropped when the caller hangs up', async () => {
    const { call, all } = await answered();
    await call.hangUp();
    expect(all('leg').at(-1)).toMatchObject({ status: 'hung up', code: 1000 });
    expect(all('dialed').at(-1)).toMatchObject({ status: 'cancel' });
  });

  test('leaves the others ringing when it does not confirm', async () => {
    const { call } = await dialTo({}, 'timeout="60"', `${one}<Number>+15550000002</Number>`);
    await call.dialOutcome('answer', { leg: 1 });
    await call.wait();
    expect(call.state).toMatchObject({ type: 'dialing', legs: [{ to: '+15550000001' }] });
  });
});

test.each([
  ['dial:answer bleg:1 dial:completed', 'completed', 4000],
  ['dial:answer bleg:2', 'failed', 9110],
  ['dial:answer', 'failed', 9110],
])('the script "%s" ends the Dial with %s', async (script, status, code) => {
  const { call, params } = await dialTo();
  await runScript(call, parseScript(script));
  expect(params('/act')).toMatchObject({ DialStatus: status, DialBLegHangupCauseCode: String(code) });
});

describe('keys of a B leg', () => {
  test('are refused where there is none, so that they never answer a question to the caller', async () => {
    const menu = '<GetDigits action="{host}/act" numDigits="1"/>';
    const { call } = await callTo(response(menu), { '/act': response('<Speak>next</Speak>') });
    await expect(call.press('1', { by: 'BLeg' })).rejects.toThrow('press by BLeg does not fit');
    await expect(runScript(call, parseScript('bleg:1'))).rejects.toThrow('[E_SCRIPT_STEP]');
  });
});

test('the two who talk cannot be dialled again', async () => {
  const { call } = await answered();
  await call.press('1', { by: 'BLeg' });
  await expect(call.dialOutcome('busy')).rejects.toThrow('[E_PHONE_VERB]');
});
