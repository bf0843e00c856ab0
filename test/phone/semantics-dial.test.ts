/* Reference §2.2, Dial: each test is named by the sentence that it holds the phone to. */
import { describe, expect, test } from 'vitest';
import type { CallOptions, DialOutcome } from '../../src/phone/index.ts';
import { callTo, response } from './documents.ts';

const next = {
  '/act': response('<Speak>next</Speak>'),
  '/sound': response('<Speak>a call for you</Speak><Dial/>'),
};
const two = '<Number>15550000001</Number><User>sip:bob@example.com</User>';
const dialTo = (attributes = '', legs = two, options: CallOptions = {}) =>
  callTo(response(`<Dial ${attributes}>${legs}</Dial><Speak>after</Speak>`), next, options);
const acting = 'action="{host}/act"';
const calling = 'callbackUrl="{host}/cb"';

describe('Dial', () => {
  test('All Number/User children of one Dial ring at once', async () => {
    const { call } = await dialTo('timeout="20"');
    expect(call.state).toEqual({
      type: 'dialing',
      legs: [
        { kind: 'Number', to: '15550000001' },
        { kind: 'User', to: 'sip:bob@example.com' },
      ],
      hangupOnStar: false,
      until: 20,
    });
  });

  test('First to answer wins; the others are dropped with 9000 Lost Race', async () => {
    const t = await dialTo();
    await t.call.dialOutcome('completed', { leg: 'sip:bob@example.com' });
    expect(t.all('leg').map(({ leg, status, code }) => [leg, status, code])).toEqual([
      ['sip:bob@example.com', 'answered', undefined],
      ['15550000001', 'lost race', 9000],
      ['sip:bob@example.com', 'connected', undefined],
      ['sip:bob@example.com', 'hung up', 4000],
    ]);
  });

  test('To ring in turn, write several Dial elements with timeout', async () => {
    const t = await callTo(
      response(
        '<Dial timeout="10"><Number>15550000001</Number></Dial><Dial timeout="10"><Number>15550000002</Number></Dial>',
      ),
    );
    await t.call.dialOutcome('timeout');
    expect(t.call.state).toMatchObject({ type: 'dialing', legs: [{ to: '15550000002' }], until: 20 });
  });

  test('No child that can be dialled: Dial does nothing and the next element runs', async () => {
    const t = await dialTo(acting, '<Number>nobody</Number>');
    expect(t.heard()).toEqual(['after']);
    expect(t.paths()).toEqual(['POST /']);
  });

  test('confirmSound: after B answers, B hears the sound; with confirmKey B must press that key within confirmTimeout, else B is dropped (9110)', async () => {
    const attributes = `${acting} confirmSound="{host}/sound" confirmKey="3" confirmTimeout="8"`;
    const good = await dialTo(attributes);
    await good.call.dialOutcome('completed', { rings: 1, seconds: 10 });
    expect(good.paths()).toEqual(['POST /', 'POST /sound', 'POST /act']);
    expect(good.params('/act')).toMatchObject({ DialStatus: 'completed' });
    const bad = await dialTo(attributes, '<Number>15550000001</Number>');
    await bad.call.dialOutcome('completed', { rings: 1, confirmKey: '9' });
    expect(bad.all('leg').at(-1)).toMatchObject({
      at: 9,
      status: 'hung up',
      code: 9110,
      name: 'Confirm Key Challenge Failed',
    });
    expect(bad.params('/act')).toMatchObject({
      DialStatus: 'failed',
      DialHangupCause: 'Confirm Key Challenge Failed',
    });
  });

  test('With several legs the first to confirm wins', async () => {
    const t = await dialTo(
      `${acting} confirmSound="{host}/sound" confirmKey="3" confirmTimeout="8" timeout="20"`,
    );
    await t.call.dialOutcome('completed', { rings: 1, confirmKey: '' });
    expect(t.call.state).toMatchObject({
      type: 'dialing',
      legs: [{ to: 'sip:bob@example.com' }],
      until: 20,
    });
    await t.call.dialOutcome('completed', { rings: 1, seconds: 4 });
    expect(t.all('leg').map(({ leg, status, code }) => [leg, status, code])).toEqual([
      ['15550000001', 'answered', undefined],
      ['15550000001', 'hung up', 9110],
      ['sip:bob@example.com', 'answered', undefined],
      ['sip:bob@example.com', 'confirmed', undefined],
      ['sip:bob@example.com', 'connected', undefined],
      ['sip:bob@example.com', 'hung up', 4000],
    ]);
    expect(t.params('/act')).toMatchObject({ DialStatus: 'completed', DialHangupCause: 'NORMAL_CLEARING' });
  });

  test('Ends when all refuse: one that does not ends nothing', async () => {
    const t = await dialTo(acting);
    await t.call.dialOutcome('busy', { leg: 1, rings: 2 });
    expect(t.call.state).toMatchObject({ type: 'dialing', legs: [{ to: '15550000001' }], until: 30 });
    await t.call.dialOutcome('no-answer', { rings: 3 });
    expect(t.all('leg').map(({ at, leg, status, code }) => [at, leg, status, code])).toEqual([
      [2, 'sip:bob@example.com', 'refused', 3010],
      [5, '15550000001', 'refused', 3000],
    ]);
    expect(t.params('/act')).toMatchObject({ DialStatus: 'no-answer' });
    const all = await dialTo(acting);
    await all.call.dialOutcome('busy');
    expect(all.all('leg').map(({ leg }) => leg)).toEqual(['15550000001', 'sip:bob@example.com']);
  });

  test('a leg that does not ring is rejected', async () => {
    const t = await dialTo();
    await expect(t.call.dialOutcome('busy', { leg: 2 })).rejects.toThrow(
      'The option leg is none of those that ring.\nFix: give its position, from 0 to 1, or its number as the document has it. [E_OPTION]',
    );
    await expect(t.call.dialOutcome('completed', { leg: '1555' })).rejects.toMatchObject({
      code: 'E_OPTION',
    });
  });

  test('a leg that failed to confirm is not dropped twice when the caller hangs up', async () => {
    const t = await dialTo(`${calling} confirmSound="{host}/sound" confirmKey="3" confirmTimeout="2"`);
    await t.call.dialOutcome('completed', { confirmKey: '' });
    await t.call.hangUp();
    expect(t.all('leg').filter(({ status }) => status === 'hung up')).toHaveLength(1);
  });

  test('each must have no action or redirect=false, or its action takes over', async () => {
    const both = (attributes: string) =>
      callTo(
        response(
          `<Dial ${attributes}><Number>15550000001</Number></Dial><Dial><Number>15550000002</Number></Dial>`,
        ),
        next,
      );
    const legs = async (attributes: string) => {
      const t = await both(attributes);
      await t.call.dialOutcome('busy');
      return t.all('dial').flatMap((event) => event.legs);
    };
    expect(await legs('')).toEqual(['15550000001', '15550000002']);
    expect(await legs(`${acting} redirect="false"`)).toEqual(['15550000001', '15550000002']);
    expect(await legs(acting)).toEqual(['15550000001']);
  });

  test('the others get no hangup callback', async () => {
    const t = await dialTo(calling);
    await t.call.dialOutcome('completed');
    const told = t.asked
      .filter(({ path }) => path === '/cb')
      .map(({ params }) => [params['DialAction'], params['DialBLegTo']]);
    expect(told).toEqual([
      ['answer', '15550000001'],
      ['connected', '15550000001'],
      ['hangup', '15550000001'],
    ]);
  });

  test('Without confirmKey the legs join after the sound', async () => {
    const t = await dialTo('confirmSound="{host}/sound"');
    await t.call.dialOutcome('completed', { rings: 0 });
    expect(t.all('leg').map(({ at, status }) => [at, status])).toContainEqual([0.9, 'connected']);
    expect(t.heard()).toEqual(['after']);
  });

  test('dialMusic: URL = XML with Play/Speak/Wait, heard while ringing', async () => {
    const t = await dialTo('dialMusic="{host}/sound"');
    expect(t.heard()).toEqual(['a call for you']);
    expect(t.call.at).toBe(0);
  });

  test('dialMusic: absent = normal ringing tone', async () => {
    const t = await dialTo();
    expect([t.heard(), t.paths()]).toEqual([[], ['POST /']]);
  });

  test('dialMusic: `real` = the callee’s own early media', async () => {
    expect((await dialTo('dialMusic="real"')).paths()).toEqual(['POST /']);
  });

  test('hangupOnStar: A’s * drops B, A goes on to action or the next element', async () => {
    const t = await dialTo('hangupOnStar="true"');
    await t.call.dialOutcome('answer');
    expect(t.call.state).toMatchObject({ type: 'talking', hangupOnStar: true });
    await t.call.press('*');
    expect(t.heard()).toEqual(['after']);
  });

  test('Without it a B hangup ends Dial too', async () => {
    const t = await dialTo();
    await t.call.dialOutcome('answer');
    await t.call.press('*');
    expect(t.call.state.type).toBe('talking');
    await t.call.dialOutcome('completed');
    expect(t.heard()).toEqual(['after']);
  });

  test('timeLimit: B is dropped, A goes on', async () => {
    const t = await dialTo('timeLimit="30"');
    await t.call.dialOutcome('completed', { rings: 0, seconds: 500 });
    expect(t.all('dialed')).toMatchObject([{ at: 30, status: 'completed', seconds: 30 }]);
    expect(t.heard()).toEqual(['after']);
  });

  test.each<[DialOutcome, string, number]>([
    ['completed', 'completed', 4000],
    ['busy', 'busy', 3010],
    ['failed', 'failed', 2000],
    ['timeout', 'timeout', 6010],
    ['no-answer', 'no-answer', 3000],
    ['cancel', 'cancel', 1000],
  ])('Afterwards: action requested (if set) with DialStatus; %s', async (outcome, status, code) => {
    const t = await dialTo(acting);
    await t.call.dialOutcome(outcome);
    expect(t.params('/act')).toMatchObject({
      DialStatus: status,
      DialALegUUID: t.call.uuid,
      DialRingStatus: String(outcome !== 'failed'),
    });
    expect(t.all('dialed')).toMatchObject([{ status, code }]);
    expect(t.heard()).toEqual(outcome === 'cancel' ? [] : ['next']);
  });

  test.each([
    ['completed', 'NORMAL_CLEARING', 'Normal Hangup', '4000', 'Callee'],
    ['busy', 'USER_BUSY', 'Busy Line', '3010', 'Callee'],
    ['failed', 'UNALLOCATED_NUMBER', 'Invalid Destination Address', '2000', 'Carrier'],
    ['timeout', 'NO_ANSWER', 'Ring Timeout Reached', '6010', 'Plivo'],
    ['no-answer', 'NO_ANSWER', 'No Answer', '3000', 'Callee'],
    ['cancel', 'ORIGINATOR_CANCEL', 'Canceled', '1000', 'Caller'],
  ] as const)(
    'DialHangupCause gives the cause, and DialBLegHangupCauseName/Code/Source only if that is assumed: %s',
    async (outcome, cause, name, code, source) => {
      const t = await dialTo(acting);
      await t.call.dialOutcome(outcome);
      expect(t.params('/act')).toMatchObject({ DialStatus: outcome, DialHangupCause: cause });
      expect(Object.keys(t.params('/act')).filter((name) => name.startsWith('DialBLegHangup'))).toEqual([]);
      const more = await dialTo(acting, undefined, { assume: { dialActionCauses: true } });
      await more.call.dialOutcome(outcome);
      expect(more.params('/act')).toMatchObject({
        DialBLegHangupCauseName: name,
        DialBLegHangupCauseCode: code,
        DialBLegHangupSource: source,
      });
    },
  );

  test('redirect=false goes on to the next sibling; no action goes on to the next sibling', async () => {
    const told = await dialTo(`${acting} redirect="false"`);
    await told.call.dialOutcome('busy');
    expect(told.paths()).toEqual(['POST /', 'POST /act']);
    expect(told.heard()).toEqual(['after']);
    const silent = await dialTo();
    await silent.call.dialOutcome('busy');
    expect(silent.heard()).toEqual(['after']);
  });

  test('nobody answers within timeout', async () => {
    const t = await dialTo(`${acting} timeout="12"`);
    await t.call.wait();
    expect(t.params('/act')).toMatchObject({ DialStatus: 'timeout', DialBLegUUID: '' });
  });

  test('DialRingStatus says whether any leg rang', async () => {
    const t = await dialTo(acting);
    await t.call.dialOutcome('failed', { rings: 3 });
    expect(t.params('/act')).toMatchObject({ DialRingStatus: 'true' });
  });

  test('SIP credentials not answered in time: timeout with 4250', async () => {
    const t = await dialTo(acting);
    await t.call.dialOutcome('timeout', { code: 4250 });
    expect(t.params('/act')).toMatchObject({
      DialStatus: 'timeout',
      DialHangupCause: 'sip_auth_timeout',
    });
  });

  test('SIP credentials refused: failed with 4240', async () => {
    const t = await dialTo(acting);
    await t.call.dialOutcome('failed', { code: 4240 });
    expect(t.params('/act')).toMatchObject({
      DialStatus: 'failed',
      DialHangupCause: 'sip_auth_failed',
    });
  });

  test('digitsMatch / digitsMatchBLeg: each pattern typed by A / B is reported to callbackUrl as DialAction=digits; the call goes on', async () => {
    const t = await dialTo(`${calling} digitsMatch="*1,22" digitsMatchBLeg="99"`);
    await t.call.dialOutcome('answer');
    await t.call.press('*1');
    await t.call.press('2');
    await t.call.press('2');
    await t.call.press('99', { by: 'BLeg' });
    const digits = t.asked.filter(({ params }) => params['DialAction'] === 'digits');
    expect(digits.map(({ params }) => [params['DialDigitsPressedBy'], params['DialDigitsMatch']])).toEqual([
      ['ALeg', '*1'],
      ['ALeg', '22'],
      ['BLeg', '99'],
    ]);
    expect(t.call.state.type).toBe('talking');
  });

  test('callbackUrl is notified on answer / connected / hangup', async () => {
    const t = await dialTo(calling);
    await t.call.dialOutcome('completed', { seconds: 42 });
    expect(t.asked.map(({ params }) => params['DialAction'])).toEqual([
      undefined,
      'answer',
      'connected',
      'hangup',
    ]);
    expect(t.params('/cb')).toMatchObject({ DialBLegDuration: '42', DialBLegTo: '15550000001' });
  });

  test('Caller hangs up while two talk: with redirect=true no request is made once the call is gone; with redirect=false Dial still sends its', async () => {
    const gone = await dialTo(acting);
    await gone.call.dialOutcome('answer');
    await gone.call.hangUp();
    expect(gone.paths()).toEqual(['POST /']);
    const told = await dialTo(`${acting} redirect="false"`);
    await told.call.dialOutcome('answer');
    await told.call.hangUp();
    expect(told.params('/act')).toMatchObject({ DialStatus: 'completed' });
  });

  test.each([
    ['sendDigits: sent after answer', '', ['answered', 'dtmf']],
    [
      'sendOnPreanswer: send during early media instead of after answer',
      'sendOnPreanswer="true"',
      ['dtmf', 'answered'],
    ],
  ])('%s', async (_, attribute, order) => {
    const t = await dialTo('', `<Number sendDigits="wW12" ${attribute}>15550000001</Number>`);
    await t.call.dialOutcome('answer');
    expect(t.all('dtmf')).toMatchObject([{ digits: 'wW12', leg: '15550000001' }]);
    const told = t.call.events.map((event) => (event.event === 'leg' ? event.status : event.event));
    expect(told.filter((name) => name === 'dtmf' || name === 'answered')).toEqual(order);
  });

  test('the Dial timeout without the attribute is what is assumed', async () => {
    expect((await dialTo()).call.state).toMatchObject({ until: 30 });
    expect((await dialTo('', two, { assume: { dialTimeout: 120 } })).call.state).toMatchObject({
      until: 120,
    });
  });
});
