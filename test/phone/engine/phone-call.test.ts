import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { PlivoJsxError } from 'plivo-jsx';
import { startCall, type CallOptions, type PhoneCall, type Transport } from '../../../src/phone/index.ts';
import { sized } from '../../support/size.ts';
import { callTo, response } from '../documents.ts';

const menu = response('<GetDigits action="{host}/act" numDigits="1"><Speak>menu</Speak></GetDigits>');
const next = { '/act': response('<Speak>next</Speak>') };

describe('commands', () => {
  test('a URL that is none cannot be called', async () => {
    await expect(startCall('/ivr')).rejects.toMatchObject({ code: 'E_PHONE_URL' });
    await expect(startCall('ftp://example.com')).rejects.toMatchObject({ code: 'E_PHONE_URL' });
    await expect(startCall('https://example.com', { hangupUrl: 'bye' })).rejects.toMatchObject({
      code: 'E_PHONE_URL',
      message: /^hangupUrl /,
    });
  });

  test('a method that is none is rejected', async () => {
    await expect(startCall('https://example.com', { answerMethod: 'PUT' as 'GET' })).rejects.toMatchObject({
      code: 'E_OPTION',
    });
  });

  test.each([
    [
      { direction: 'sideways' },
      'The option direction is "sideways".\nFix: write inbound or outbound. [E_OPTION]',
    ],
    [{ callee: 'sleeps' }, 'The option callee is "sleeps".'],
    [
      { callee: 'busy' },
      "The option callee is of outbound calls only.\nFix: add direction: 'outbound', or leave it out. [E_OPTION]",
    ],
    [{ pace: 'fast' }, 'The option pace is "fast".'],
    [
      { assume: { ringSecond: 1 } },
      'The option assume.ringSecond is nothing that the phone assumes.\nFix: write ringSeconds. [E_OPTION]',
    ],
    [
      { assume: { ringSeconds: -1 } },
      'The option assume.ringSeconds is not a number.\nFix: give 0 or more. [E_OPTION]',
    ],
    [{ assume: { comments: 'no' } }, 'The option assume.comments is neither true nor false.'],
    [
      { assume: { inputType: 'keys' } },
      'The option assume.inputType is "keys".\nFix: write dtmf, speech or dtmf speech.',
    ],
  ])('an option that is none is rejected: %j', async (options, says) => {
    await expect(callTo(menu, {}, options as CallOptions)).rejects.toThrow(says);
  });

  test('an option that is undefined is the default', async () => {
    const dial = response('<Dial><Number>15550123456</Number></Dial>');
    const { call } = await callTo(dial, {}, { direction: undefined, assume: { ringSeconds: undefined } });
    await call.dialOutcome('busy');
    expect(call.ended?.at).toBe(5);
  });

  test('keys that no telephone has are rejected, and the message does not repeat them', async () => {
    const { call } = await callTo(menu);
    await expect(call.press('12x')).rejects.toThrow('A telephone does not have these keys.');
    await expect(call.press('')).rejects.toThrow('A telephone does not have these keys.');
    expect(() => call.pressEarly('!')).toThrow('A telephone does not have these keys.');
  });

  test('a command that does not fit says what the call waits for', async () => {
    const { call } = await callTo(menu);
    await expect(call.dialOutcome('busy')).rejects.toMatchObject({
      code: 'E_PHONE_VERB',
      message:
        'dialOutcome does not fit: the call asks for keys or speech.\n' +
        'Fix: use what is possible now: press, wait, hangUp. [E_PHONE_VERB]',
    });
    await expect(call.record(3)).rejects.toMatchObject({ code: 'E_PHONE_VERB' });
    await expect(call.memberJoins('Ann')).rejects.toMatchObject({ code: 'E_PHONE_VERB' });
    await expect(call.stream('stops')).rejects.toMatchObject({ code: 'E_PHONE_VERB' });
    expect(call.state.type).toBe('asking');
  });

  test('a command after the end is rejected', async () => {
    const { call } = await callTo('<Response/>');
    await expect(call.press('1')).rejects.toMatchObject({
      code: 'E_PHONE_OVER',
      message: /^press came after the end of the call \(4010 End Of XML Instructions\)\./,
    });
    expect(() => call.pressEarly('1')).toThrow('pressEarly came after the end');
  });

  test('seconds are not negative', async () => {
    const { call } = await callTo(menu);
    await expect(call.wait(-1)).rejects.toThrow('The option seconds is not a number of seconds.');
    await expect(call.say('yes', { seconds: NaN })).rejects.toThrow('The option seconds is not');
    await expect(call.record(Infinity)).rejects.toThrow('The option seconds is not');
  });

  test('every misuse of a command rejects, and the call goes on', async () => {
    const { call } = await callTo(menu);
    const misuses = [
      call.dialOutcome('gone' as 'busy'),
      call.stream('ends' as 'stops'),
      call.memberPresses('Ann', 'x'),
      call.record(1, { endedBy: 'x' }),
    ];
    const outcomes = await Promise.allSettled(misuses);
    expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    expect(call.state.type).toBe('asking');
  });

  test('commands that are not awaited run one after another', async () => {
    const t = await callTo(
      response('<GetDigits action="{host}/" numDigits="1"><Speak>menu</Speak></GetDigits>'),
    );
    const commands = [t.call.press('1'), t.call.press('2'), t.call.hangUp()];
    await Promise.all(commands);
    expect(t.asked.map(({ params }) => params['Digits'])).toEqual([undefined, '1', '2']);
    expect(t.call.ended?.code).toBe(4000);
  });

  test('a signal hangs up at once, also while a reply is awaited, and what has to be told is told', async () => {
    const caller = new AbortController();
    const paths: string[] = [];
    const transport: Transport = ({ url, signal }) => {
      paths.push(new URL(url).pathname);
      if (url.endsWith('/bye')) return Promise.resolve({ status: 200, headers: {}, body: '' });
      setImmediate(() => caller.abort());
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('gone'))));
    };
    const options = { transport, signal: caller.signal, hangupUrl: 'https://a.example/bye' };
    const call = await startCall('https://a.example/slow', options);
    expect(paths).toEqual(['/slow', '/bye']);
    expect(call.ended).toMatchObject({ code: 1000, name: 'Canceled', source: 'Caller' });
    expect((await startCall('https://a.example/slow', options)).ended?.code).toBe(1000);
    expect(paths).toEqual(['/slow', '/bye', '/bye']);
  });

  test('a signal while something is told on a timer ends the call, and the command resolves', async () => {
    const caller = new AbortController();
    const transport: Transport = ({ url, signal }) => {
      const body =
        '<Response><Record recordSession="true" maxLength="3" callbackUrl="https://a.example/file"/><Wait length="60"/></Response>';
      if (!url.endsWith('/file')) return Promise.resolve({ status: 200, headers: {}, body });
      setImmediate(() => caller.abort());
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('gone'))));
    };
    const call = await startCall('https://a.example/', { transport, signal: caller.signal, pace: 'step' });
    expect((await call.wait(10)).state).toMatchObject({ type: 'ended', code: 4000, at: 3 });
  });

  test('who hangs up is told: the caller, with all the commands by which they do', async () => {
    const dial = response('<Dial><Number>15550123456</Number></Dial>');
    const ends = async (document: string, act: (call: PhoneCall) => Promise<unknown>) => {
      const t = await callTo(document);
      await act(t.call);
      return [t.all('hangup').length, t.call.ended?.code];
    };
    expect(await ends(menu, (call) => call.hangUp())).toEqual([1, 4000]);
    expect(await ends(dial, (call) => call.dialOutcome('cancel'))).toEqual([1, 1000]);
    expect(await ends(dial, (call) => call.dialOutcome('completed', { hungUpBy: 'ALeg' }))).toEqual([
      1, 4000,
    ]);
    expect(await ends(response('<Record/>'), (call) => call.record(1, { endedBy: 'hangup' }))).toEqual([
      1, 4000,
    ]);
    expect(await ends(menu, (call) => call.wait())).toEqual([0, 4010]);
  });

  test('what a listener throws reaches the one who called', async () => {
    const listener = () => {
      throw new Error('mine');
    };
    await expect(callTo(menu, {}, { onEvent: listener })).rejects.toThrow('mine');
  });

  test('the listener gets each event in order', async () => {
    const seen: unknown[] = [];
    const { call } = await callTo(menu, next, { onEvent: (event) => void seen.push(event) });
    await call.press('1');
    expect(seen).toEqual(call.events);
  });
});

describe('call time', () => {
  test('early presses come during the next prompts', async () => {
    const t = await callTo(
      response(
        '<GetDigits action="{host}/act" numDigits="1"><Speak>a long menu with many words</Speak></GetDigits>',
      ),
      next,
      { pressEarly: '1' },
    );
    expect(t.heard()).toEqual(['a long menu with many words', 'next']);
    const later = await callTo(menu, {
      '/act': response('<GetDigits numDigits="1"><Speak>a long menu with many words</Speak></GetDigits>'),
    });
    later.call.pressEarly('2', { after: 1 });
    await later.call.press('1');
    expect(later.all('interrupt')).toMatchObject([{ heard: 1 }]);
  });

  test('wait(seconds) passes exactly so long, and may stop in the middle of a prompt', async () => {
    const { call } = await callTo(
      response('<GetDigits timeout="2"/><Speak>nobody pressed a key, goodbye</Speak>'),
    );
    expect((await call.wait(3)).state).toEqual({ type: 'busy', element: 'Speak', until: 4.1 });
    expect(call.at).toBe(3);
  });

  test('the pace can change between commands: a caller hangs up in the middle of a later prompt', async () => {
    const { call } = await callTo(menu, next);
    call.pace = 'step';
    await call.press('1');
    await call.wait(0.2);
    await call.hangUp();
    expect(call.events.findLast(({ event }) => event === 'hangup')).toMatchObject({ during: 'Speak' });
    expect(() => (call.pace = 'fast' as 'skip')).toThrow('The option pace is "fast".');
  });

  test('with the pace `step` only wait lets time pass', async () => {
    const { call, heard } = await callTo(menu, next, { pace: 'step' });
    expect([call.at, call.due, heard()]).toEqual([0, 0.3, ['menu']]);
    await call.wait(0.1);
    expect(call.state).toMatchObject({ type: 'busy', element: 'Speak', until: 0.3 });
    await call.press('1');
    expect([call.at, heard()]).toEqual([0.1, ['menu', 'next']]);
    await call.wait();
    expect(call.ended?.code).toBe(4010);
  });

  test('an hour of prompts takes no time', async () => {
    const { call } = await callTo(response('<Speak loop="2000">This is said two thousand times</Speak>'));
    expect(call.at).toBe(4200);
  });

  test('a call ends when its longest time is over', async () => {
    const { call } = await callTo(
      response('<Speak loop="0">on</Speak>'),
      {},
      { assume: { callSeconds: 60 } },
    );
    await call.wait();
    expect(call.ended).toMatchObject({ at: 60, code: 6000 });
  });

  test('two calls at once are two calls', async () => {
    const [one, two] = await Promise.all([callTo(menu, next), callTo(menu, next)]);
    await Promise.all([one.call.press('1'), two.call.wait(1)]);
    expect(one.call.uuid).not.toBe(two.call.uuid);
    expect([one.call.ended?.code, two.call.state.type]).toEqual([4010, 'asking']);
  });

  test('whatever is done in whatever order: events never go back in time, and `ended` comes once, as the last', async () => {
    const command = fc.oneof(
      fc.constantFrom('1', '#', '12*', '9').map((keys) => ['press', keys] as const),
      fc.constantFrom(0, 0.5, 3, 60).map((seconds) => ['wait', seconds] as const),
      fc
        .constantFrom('busy', 'completed', 'answer', 'cancel')
        .map((outcome) => ['dialOutcome', outcome] as const),
      fc.constant(['wait', undefined] as const),
      fc.constant(['say', 'hello'] as const),
      fc.constant(['record', 3] as const),
      fc.constant(['memberLeaves', 'Ann'] as const),
      fc.constant(['hangUp'] as const),
    );
    const elements = fc.constantFrom(
      '<Speak>some words</Speak>',
      '<GetDigits action="{host}/" retries="2"><Speak>menu</Speak></GetDigits>',
      '<GetInput action="{host}/" inputType="dtmf speech" redirect="false"/>',
      '<Dial action="{host}/n" redirect="false" callbackUrl="{host}/n" hangupOnStar="true"><Number>1555</Number></Dial>',
      '<Record action="{host}/n" redirect="false" maxLength="5"/>',
      '<Conference hangupOnStar="true" stayAlone="false">r</Conference>',
      '<MultiPartyCall role="Agent">r</MultiPartyCall>',
      '<Wait length="4" silence="true"/>',
      '<Hangup schedule="40"/>',
      '<Redirect>{host}/</Redirect>',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(elements, { maxLength: 4 }),
        fc.array(command, { maxLength: 12 }),
        fc.constantFrom('skip', 'step'),
        async (document, commands, pace) => {
          const { call } = await callTo(
            response(document.join('')),
            {},
            { pace: pace as 'skip', rooms: { r: ['Ann'] } },
          );
          const unfit: unknown[] = [];
          for (const [name, argument] of commands) {
            if (call.ended !== undefined) break;
            const run = call[name] as (argument: unknown) => Promise<unknown>;
            await run.call(call, argument).catch((error: unknown) => unfit.push(error));
          }
          expect(unfit.map((error) => error instanceof PlivoJsxError && error.code)).toEqual(
            unfit.map(() => 'E_PHONE_VERB'),
          );
          if (call.ended === undefined) await call.hangUp();
          const times = call.events.map(({ at }) => at);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
          expect(call.events.filter(({ event }) => event === 'ended')).toEqual([call.events.at(-1)]);
        },
      ),
      { numRuns: sized(100, 300) },
    );
  });
});
