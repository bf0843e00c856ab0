import fc from 'fast-check';
import { PlivoJsxError } from 'plivo-jsx';
import { possibleActions, type ActionName, type PhoneCall, type PossibleAction } from 'plivo-jsx/phone';
import { describe, expect, test } from 'vitest';
import { sized } from '../../support/size.ts';
import { callTo, response } from '../documents.ts';

/** The actions of a call to a document, by name; the one that fits best first. */
async function actionsOf(elements: string, act?: (call: PhoneCall) => Promise<unknown>, options = {}) {
  const { call } = await callTo(response(elements), {}, options);
  await act?.(call);
  return possibleActions(call.state);
}

const find = (actions: readonly PossibleAction[], name: ActionName) =>
  actions.filter(({ type }) => type === name);
const names = (actions: readonly PossibleAction[]) => actions.map(({ type }) => type);
const heeded = (actions: readonly PossibleAction[]) => names(actions.filter(({ ignored }) => !ignored));

describe('what can be done', () => {
  test('while GetDigits asks: its valid keys, the key that ends them, and how many are left', async () => {
    const ask = '<GetDigits numDigits="4" validDigits="123" finishOnKey="#"/>';
    const actions = await actionsOf(ask, (call) => call.press('1', { more: true }));
    expect(heeded(actions)).toEqual(['press', 'wait', 'hangUp']);
    expect(actions[0]).toEqual({
      type: 'press',
      ignored: false,
      by: 'ALeg',
      validKeys: '123',
      invalidKeys: '4567890*',
      endKeys: '#',
      maxKeys: 3,
      sequences: [],
    });
  });

  test('while GetInput asks: keys and speech, with its language and hints; keys only once a key was pressed', async () => {
    const ask =
      '<GetInput inputType="dtmf speech" language="es-ES" hints="ventas, ayuda" digitEndTimeout="5"/>';
    const actions = await actionsOf(ask);
    expect(heeded(actions)).toEqual(['press', 'say', 'wait', 'hangUp']);
    expect(find(actions, 'say')).toEqual([
      { type: 'say', ignored: false, language: 'es-ES', hints: ['ventas', 'ayuda'] },
    ]);
    expect(heeded(await actionsOf(ask, (call) => call.press('1', { more: true })))).toEqual([
      'press',
      'wait',
      'hangUp',
    ]);
  });

  test('during the prompts of GetDigits: its keys; during other prompts nothing but to wait or hang up', async () => {
    const prompts = '<GetDigits validDigits="12"><Speak>menu</Speak></GetDigits>';
    const [press] = await actionsOf(prompts, undefined, { pace: 'step' });
    expect(press).toMatchObject({ type: 'press', ignored: false, validKeys: '12' });
    const alone = await actionsOf('<Speak>hello</Speak>', undefined, { pace: 'step' });
    expect(heeded(alone)).toEqual(['wait', 'hangUp']);
    expect(names(alone)).toEqual(['press', 'say', 'beep', 'wait', 'hangUp']);
    expect(heeded(await actionsOf('<Speak loop="0">on</Speak>'))).toEqual(['wait', 'hangUp']);
  });

  test('while Dial rings: six outcomes and an answer, for the legs that still ring', async () => {
    const dial =
      '<Dial confirmSound="{host}/s" confirmKey="5"><Number>15550000001</Number><User>sip:a@b.example</User></Dial>';
    const actions = await actionsOf(dial, (call) => call.dialOutcome('busy', { leg: 0 }));
    expect(find(actions, 'dialOutcome')).toEqual([
      {
        type: 'dialOutcome',
        ignored: false,
        outcomes: ['completed', 'busy', 'failed', 'timeout', 'no-answer', 'cancel', 'answer'],
        legs: [{ kind: 'User', to: 'sip:a@b.example' }],
        confirmKey: '5',
      },
    ]);
  });

  test('while two talk: one hangs up, and either presses what is listened to', async () => {
    const dial = '<Dial hangupOnStar="true" digitsMatchBLeg="12,3"><Number>15550000001</Number></Dial>';
    const actions = await actionsOf(dial, (call) => call.dialOutcome('answer'));
    expect(find(actions, 'dialOutcome')).toMatchObject([{ outcomes: ['completed'] }]);
    expect(find(actions, 'press')).toMatchObject([
      { by: 'ALeg', ignored: false, endKeys: '*', sequences: [] },
      { by: 'BLeg', ignored: false, endKeys: '', sequences: ['12', '3'] },
    ]);
  });

  test('while Record runs: to speak, what ends it, and until when', async () => {
    const actions = await actionsOf('<Record finishOnKey="1#" maxLength="20"/>');
    expect(heeded(actions)).toEqual(['record', 'press', 'say', 'wait', 'hangUp']);
    expect(actions[0]).toMatchObject({ endedBy: ['silence', 'hangup', '1', '#'], limit: 20 });
    expect(find(actions, 'wait')).toMatchObject([{ until: 15 }]);
    const speaking = await actionsOf('<Record finishOnKey="none"/>', (call) => call.record(5), {
      pace: 'step',
    });
    expect(heeded(speaking)).toEqual(['wait', 'hangUp']);
  });

  test('in a room: members join, leave and press keys; without members nobody presses', async () => {
    const options = { rooms: { r: ['Ann'] } };
    const conference = await actionsOf('<Conference digitsMatch="99">r</Conference>', undefined, options);
    expect(find(conference, 'press')).toMatchObject([{ ignored: false, sequences: ['99'] }]);
    expect(find(conference, 'memberLeaves')).toMatchObject([{ members: ['Ann', 'caller'] }]);
    expect(find(conference, 'memberPresses')).toMatchObject([{ members: ['Ann'] }]);
    const mpc = await actionsOf('<MultiPartyCall role="Agent">r</MultiPartyCall>');
    expect(names(mpc)).not.toContain('memberPresses');
    expect(heeded(mpc)).toEqual(['press', 'say', 'memberJoins', 'memberLeaves', 'wait', 'hangUp']);
  });

  test('while Wait listens and a stream plays: a beep, speech, the events of the stream', async () => {
    expect(heeded(await actionsOf('<Wait length="9" beep="true"/>'))).toEqual(['beep', 'wait', 'hangUp']);
    expect(heeded(await actionsOf('<Wait length="9" silence="true"/>'))).toEqual(['say', 'wait', 'hangUp']);
    const stream = await actionsOf('<Stream keepCallAlive="true">wss://a.example/</Stream>');
    expect(stream[0]).toEqual({ type: 'stream', ignored: false, events: ['stops', 'drops', 'degrades'] });
  });

  test('after the end: nothing', async () => {
    expect(await actionsOf('')).toEqual([]);
  });

  test('is known from a copy of the state, without the call', async () => {
    const { call } = await callTo(response('<GetDigits/>'));
    const copy = JSON.parse(JSON.stringify(call.state)) as typeof call.state;
    expect(possibleActions(copy)).toEqual(possibleActions(call.state));
  });
});

/** The command for each action; `pick` chooses among what it allows. */
const commands: {
  readonly [Name in ActionName]: (call: PhoneCall, pick: Pick) => Promise<unknown>;
} = {
  press: (call, { action, from }) => {
    if (action?.type !== 'press') return call.press('1');
    const { by, validKeys, invalidKeys, endKeys, sequences } = action;
    const keys = [...validKeys, ...invalidKeys, ...endKeys, ...sequences];
    return call.press(from(keys.length === 0 ? ['7'] : keys), { by });
  },
  say: (call) => call.say('hello'),
  wait: (call) => call.wait(),
  hangUp: (call) => call.hangUp(),
  dialOutcome: (call, { action, from }) =>
    call.dialOutcome(from(action?.type === 'dialOutcome' ? action.outcomes : ['busy']), {
      leg: from(action?.type === 'dialOutcome' ? action.legs.map(({ to }) => to) : ['15550000001']),
    }),
  record: (call, { action, from }) =>
    call.record(2, { endedBy: from(action?.type === 'record' ? action.endedBy : ['silence']) }),
  beep: (call) => call.beep(),
  memberJoins: (call) => call.memberJoins('Bob'),
  memberLeaves: (call, { action, from }) =>
    call.memberLeaves(from(action?.type === 'memberLeaves' ? action.members : ['Ann'])),
  memberPresses: (call, { action, from }) =>
    call.memberPresses(from(action?.type === 'memberPresses' ? action.members : ['Ann']), '1'),
  stream: (call, { action, from }) =>
    call.stream(from(action?.type === 'stream' ? action.events : ['stops'])),
};

interface Pick {
  readonly action?: PossibleAction;
  from<Item>(items: readonly Item[]): Item;
}

const elements = fc.constantFrom(
  '<Speak>some words</Speak>',
  '<GetDigits action="{host}/" retries="2" numDigits="2" validDigits="123"><Speak>menu</Speak></GetDigits>',
  '<GetDigits action="{host}/"><Speak loop="0">menu</Speak></GetDigits>',
  '<GetInput action="{host}/" inputType="dtmf speech" hints="yes,no"><Play>https://a.example/a.mp3</Play></GetInput>',
  '<GetInput inputType="speech" redirect="false"/>',
  '<Dial hangupOnStar="true" digitsMatchBLeg="12"><Number>15550000001</Number><Number>15550000002</Number></Dial>',
  '<Dial action="{host}/" confirmSound="{host}/s" confirmKey="1"><User>sip:a@b.example</User></Dial>',
  '<Record action="{host}/" redirect="false" maxLength="5"/>',
  '<Record finishOnKey="none" timeout="3"/>',
  '<Conference hangupOnStar="true" stayAlone="false">r</Conference>',
  '<Conference digitsMatch="12">s</Conference>',
  '<MultiPartyCall role="Agent">r</MultiPartyCall>',
  '<Wait length="4" silence="true"/>',
  '<Wait length="4" beep="true"/>',
  '<Wait length="4"/>',
  '<Stream keepCallAlive="true" streamTimeout="60">wss://a.example/</Stream>',
  '<Hangup schedule="40"/>',
);

test('the call accepts every action that is listed, rejects every other one, and drops exactly the keys that are ignored', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(elements, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 25 }),
      fc.constantFrom('skip', 'step'),
      async (document, choices, pace) => {
        const options = { pace: pace as 'skip', rooms: { r: ['Ann'] } };
        const { call } = await callTo(response(document.join('')), {}, options);
        for (const choice of choices) {
          const possible = possibleActions(call.state);
          for (const [name, command] of Object.entries(commands)) {
            if (possible.some(({ type }) => type === name)) continue;
            const rejected = await command(call, { from: (items) => items[0]! }).catch(
              (error: unknown) => error,
            );
            const code = call.ended === undefined ? 'E_PHONE_VERB' : 'E_PHONE_OVER';
            expect([name, rejected instanceof PlivoJsxError && rejected.code]).toEqual([name, code]);
          }
          if (call.ended !== undefined) return;
          const action = possible[choice % possible.length]!;
          const [before, { type }] = [call.events.length, call.state];
          await commands[action.type](call, { action, from: (items) => items[choice % items.length]! });
          // In a conversation keys are heard by the others, so nothing is dropped.
          if (action.type !== 'press' || type === 'talking' || type === 'conference') continue;
          const pressed = call.events.slice(before).find((event) => event.event === 'press')!;
          expect([type, pressed.dropped === pressed.keys]).toEqual([type, action.ignored]);
        }
      },
    ),
    { numRuns: sized(100, 300) },
  );
});
