/* Reference §2.2, Speak, Play, GetDigits and GetInput: each test is named by the sentence that it holds the phone to. */
import { describe, expect, test } from 'vitest';
import { callTo, host, response } from './documents.ts';

const menu = (attributes: string, after = '<Speak>after</Speak>') =>
  response(`<GetDigits action="{host}/act" ${attributes}><Speak>menu</Speak></GetDigits>${after}`);
const next = { '/act': response('<Speak>next</Speak>') };

describe('Speak and Play', () => {
  test('Finish, then next element', async () => {
    const { all } = await callTo(
      response('<Speak loop="2">one</Speak><Play>https://a.example/b.mp3</Play><Speak>two</Speak>'),
    );
    expect(all('speak').map(({ at, text }) => [at, text])).toEqual([
      [0, 'one'],
      [0.3, 'one'],
      [5.6, 'two'],
    ]);
  });

  test('loop=0 never ends (engine: 10 000 rounds)', async () => {
    const { call, heard } = await callTo(response('<Speak loop="0">again</Speak><Speak>never</Speak>'));
    expect(call.state).toMatchObject({ type: 'endless', element: 'Speak' });
    await call.wait(600);
    expect(heard()).toEqual(['again']);
    await call.hangUp();
    expect(call.ended).toMatchObject({ at: 600.3, code: 4000 });
  });

  test('Inside GetDigits/GetInput a key interrupts them', async () => {
    const { call, all } = await callTo(menu('numDigits="1"'), next, { pressEarly: '5' });
    expect(all('interrupt')).toEqual([{ at: 0, event: 'interrupt', element: 'Speak', heard: 0 }]);
    expect(call.ended?.code).toBe(4010);
  });

  test('at top level keys do not count as input', async () => {
    const t = await callTo(
      response('<Speak>a long greeting to everybody</Speak><GetDigits action="{host}/act" numDigits="1"/>'),
      next,
      {
        pace: 'step',
      },
    );
    await t.call.wait(1);
    await t.call.press('5');
    expect(t.all('press')).toEqual([
      { at: 1, event: 'press', keys: '5', by: 'ALeg', dropped: '5', during: 'Speak' },
    ]);
    await t.call.wait();
    expect(t.call.state).toMatchObject({ type: 'asking', typed: '' });
  });

  test('Play needs an absolute URL', async () => {
    const { call } = await callTo(response('<Play>/hello.mp3</Play>'));
    expect(call.ended).toMatchObject({
      code: 8011,
      message: 'The answer URL (/): <Play> has no absolute URL.',
    });
  });
});

describe('GetDigits', () => {
  test('Nested prompts play in order. The first key stops them (barge-in)', async () => {
    const document = response(
      '<GetDigits action="{host}/act" numDigits="1"><Speak>one</Speak><Speak>two words here</Speak><Speak>three</Speak></GetDigits>',
    );
    const { call, heard } = await callTo(document, next, { pace: 'step' });
    await call.wait(0.5);
    await call.press('7');
    expect(heard()).toEqual(['one', 'two words here', 'next']);
  });

  test('With playBeep a beep follows the prompts', async () => {
    expect((await callTo(menu('playBeep="true"'))).heard()).toEqual(['menu', '(beep)']);
  });

  test('Without a key, `timeout` starts when the prompts end', async () => {
    const { call } = await callTo(menu('timeout="9"'));
    expect(call.state).toMatchObject({ type: 'asking', typed: '', until: 9.3 });
  });

  test('After the first key, collection ends at numDigits', async () => {
    const t = await callTo(menu('numDigits="3"'), next);
    await t.call.press('12', { more: true });
    expect(t.call.state).toMatchObject({ type: 'asking', typed: '12' });
    await t.call.press('3');
    expect(t.params('/act')).toMatchObject({ Digits: '123', CallStatus: 'in-progress' });
  });

  test('at finishOnKey. Digits excludes finishOnKey', async () => {
    const t = await callTo(menu('finishOnKey="*"'), next);
    await t.call.press('12*');
    expect(t.params('/act')).toMatchObject({ Digits: '12' });
  });

  test('finishOnKey none or empty switches it off', async () => {
    for (const none of ['none', '']) {
      const t = await callTo(menu(`finishOnKey="${none}"`), next);
      await t.call.press('1#');
      expect(t.params('/act')).toMatchObject({ Digits: '1#' });
    }
  });

  test('or when no key comes for digitTimeout. Partial input when digitTimeout ends it (fewer than numDigits): submitted as it is', async () => {
    const t = await callTo(menu('numDigits="4" digitTimeout="3"'), next);
    await t.call.press('12', { more: true });
    expect(t.call.state).toMatchObject({ type: 'asking', until: 3.3 });
    await t.call.wait();
    expect(t.params('/act')).toMatchObject({ Digits: '12' });
  });

  test('keys beyond numDigits are dropped', async () => {
    const t = await callTo(menu('numDigits="1"'), next);
    await t.call.press('123');
    expect(t.params('/act')).toMatchObject({ Digits: '1' });
    expect(t.all('press')).toMatchObject([{ keys: '123', dropped: '23' }]);
  });

  test('A result with a key outside validDigits plays invalidDigitsSound and counts as a failed attempt', async () => {
    const t = await callTo(
      menu('numDigits="1" validDigits="12" invalidDigitsSound="{host}/no.mp3" retries="2"'),
      next,
    );
    await t.call.press('9');
    expect(t.heard()).toEqual(['menu', `[${host}/no.mp3]`, 'menu']);
    expect(t.call.state).toMatchObject({ type: 'asking', attempt: 2, attempts: 2 });
    await t.call.press('9');
    expect(t.paths()).toEqual(['POST /']);
    expect(t.heard().at(-1)).toBe('after');
  });

  test('the pattern is checked on the whole input', async () => {
    const t = await callTo(menu('numDigits="3" validDigits="12"'), next);
    await t.call.press('192');
    expect(t.all('input')).toMatchObject([{ outcome: 'invalid', digits: '192', sent: false }]);
  });

  test('A failed attempt (nothing typed, or invalid) replays the prompts until `retries` attempts are used up', async () => {
    const t = await callTo(menu('retries="3"'), next);
    await t.call.wait();
    await t.call.wait();
    expect(t.heard()).toEqual(['menu', 'menu', 'menu']);
    await t.call.wait();
    expect(t.heard()).toEqual(['menu', 'menu', 'menu', 'after']);
  });

  test('`retries` is the total: 1 means one attempt', async () => {
    const t = await callTo(menu('retries="1"'), next);
    await t.call.wait();
    expect(t.heard()).toEqual(['menu', 'after']);
  });

  test('Success with action: the action URL is requested with Digits. redirect=true: its XML replaces the document', async () => {
    const t = await callTo(menu('numDigits="1"'), next);
    await t.call.press('1');
    expect(t.paths()).toEqual(['POST /', 'POST /act']);
    expect(t.heard()).toEqual(['menu', 'next']);
  });

  test('method GET: parameters are added to the URL’s query', async () => {
    const t = await callTo(menu('numDigits="1" method="GET"'), next);
    await t.call.press('1');
    expect(t.asked.at(-1)).toMatchObject({ method: 'GET', path: '/act', params: { Digits: '1' } });
  });

  test('redirect=false: the reply is ignored and the next sibling runs', async () => {
    const t = await callTo(menu('numDigits="1" redirect="false"'), next);
    await t.call.press('1');
    expect(t.paths()).toEqual(['POST /', 'POST /act']);
    expect(t.heard()).toEqual(['menu', 'after']);
  });

  test('redirect=false: fire and forget, not waited for', async () => {
    const slow = { '/act': { body: '<Response/>', seconds: 12 } };
    const t = await callTo(menu('numDigits="1" redirect="false"'), slow);
    await t.call.press('1');
    const [menuAt, afterAt] = t.all('speak').map(({ at }) => at);
    expect([menuAt, afterAt]).toEqual([0, t.all('press')[0]?.at]);
  });

  test('Success without action: next sibling runs; digits are lost', async () => {
    const t = await callTo(response('<GetDigits numDigits="1"/><Speak>after</Speak>'));
    await t.call.press('1');
    expect(t.paths()).toEqual(['POST /']);
    expect(t.heard()).toEqual(['after']);
  });

  test('No input: action is not requested; the next sibling runs', async () => {
    const t = await callTo(menu(''), next);
    await t.call.wait();
    expect(t.paths()).toEqual(['POST /']);
    expect(t.heard()).toEqual(['menu', 'after']);
  });

  test('finishOnKey pressed with no digit before it: unknown; a failed attempt, or an empty input if so assumed', async () => {
    const failed = await callTo(menu(''), next);
    await failed.call.press('#');
    expect(failed.heard()).toEqual(['menu', 'after']);
    const submitted = await callTo(menu(''), next, { assume: { finishOnKeyAlone: 'submitted' } });
    await submitted.call.press('#');
    expect(submitted.params('/act')).toMatchObject({ Digits: '' });
  });

  test('A prompt with loop=0 inside hides later prompts and never reaches the timeout', async () => {
    const document = response(
      '<GetDigits action="{host}/act" numDigits="1" timeout="1"><Speak loop="0">on</Speak><Speak>off</Speak></GetDigits>',
    );
    const t = await callTo(document, next);
    await t.call.wait(120);
    expect(t.heard()).toEqual(['on']);
    await t.call.press('1');
    expect(t.heard()).toEqual(['on', 'next']);
  });

  test('Wait inside, as SDKs write it, pauses and can be interrupted', async () => {
    const t = await callTo(
      response(
        '<GetDigits action="{host}/act" numDigits="1"><Wait length="10"/><Speak>menu</Speak></GetDigits>',
      ),
      next,
      { pressEarly: '1' },
    );
    expect(t.all('interrupt')).toMatchObject([{ element: 'Wait' }]);
    expect(t.heard()).toEqual(['next']);
  });
});

describe('GetInput', () => {
  const ask = (attributes: string) =>
    response(
      `<GetInput action="{host}/act" ${attributes}><Speak>say it</Speak></GetInput><Speak>after</Speak>`,
    );

  test('executionTimeout runs from the end of the prompts; nothing heard or typed by then: action not requested, next sibling', async () => {
    const t = await callTo(ask('inputType="dtmf speech" executionTimeout="20"'), next);
    expect(t.call.state).toMatchObject({
      type: 'asking',
      element: 'GetInput',
      inputTypes: ['dtmf', 'speech'],
      until: 20.4,
    });
    await t.call.wait();
    expect(t.paths()).toEqual(['POST /']);
    expect(t.heard()).toEqual(['say it', 'after']);
  });

  test('No retries unless the skill-only attribute is set', async () => {
    const t = await callTo(ask('inputType="dtmf" retries="2"'), next);
    await t.call.wait();
    expect(t.heard()).toEqual(['say it', 'say it']);
  });

  test('inputType "dtmf speech": the first kind detected wins; the other is then ignored', async () => {
    const t = await callTo(ask('inputType="dtmf speech" numDigits="2"'), next);
    await t.call.press('1', { more: true });
    await t.call.say('sales');
    await t.call.press('2');
    expect(t.params('/act')).toMatchObject({ InputType: 'dtmf', Digits: '12', Speech: '' });
  });

  test('dtmf ends at finishOnKey, numDigits or digitEndTimeout; finishOnKey has precedence', async () => {
    const t = await callTo(ask('inputType="dtmf" numDigits="2" finishOnKey="*"'), next);
    await t.call.press('1*');
    expect(t.params('/act')).toMatchObject({ Digits: '1' });
    const slow = await callTo(ask('inputType="dtmf" digitEndTimeout="7"'), next);
    await slow.call.press('1', { more: true });
    expect(slow.call.state).toMatchObject({ until: 7.4 });
  });

  test('speech ends after speechEndTimeout of silence', async () => {
    const t = await callTo(ask('inputType="speech" speechEndTimeout="4"'), next);
    await t.call.say('sales', { seconds: 1 });
    expect(t.all('request').at(-1)).toMatchObject({ at: 5.4, kind: 'getinput-action' });
  });

  test('Action parameters: InputType dtmf with Digits filled and Speech empty, or speech with Speech and SpeechConfidenceScore filled and Digits empty', async () => {
    const t = await callTo(ask('inputType="dtmf speech"'), next);
    await t.call.say('sales please', { confidence: 0.72 });
    expect(t.params('/act')).toMatchObject({
      InputType: 'speech',
      Speech: 'sales please',
      SpeechConfidenceScore: '0.72',
      Digits: '',
    });
    const keys = await callTo(ask('inputType="dtmf speech"'), next);
    await keys.call.press('4');
    expect(keys.params('/act')).toMatchObject({
      InputType: 'dtmf',
      Digits: '4',
      Speech: '',
      SpeechConfidenceScore: '',
    });
  });

  test('Interim results go to interimSpeechResultsCallback while the caller is speaking; the reply is ignored', async () => {
    const t = await callTo(ask('inputType="speech" interimSpeechResultsCallback="{host}/interim"'), {
      ...next,
      '/interim': { status: 500, body: 'no' },
    });
    await t.call.say('a large pizza please');
    expect(t.paths()).toEqual(['POST /', 'POST /interim', 'POST /interim', 'POST /act']);
    expect(t.params('/interim')).toMatchObject({ StableSpeech: 'a large pizza please', SequenceNumber: '1' });
  });

  test('profanityFilter masks listed words (first letter plus asterisks)', async () => {
    const t = await callTo(ask('inputType="speech" profanityFilter="true"'), next);
    await t.call.say('where the hell');
    expect(t.params('/act')).toMatchObject({ Speech: 'where the h***' });
  });

  test('As GetDigits: redirect=false ignores the reply, and without action what is said is lost', async () => {
    const ignoring = await callTo(
      response(
        '<GetInput action="{host}/act" inputType="dtmf speech" redirect="false"/><Speak>after</Speak>',
      ),
      next,
    );
    await ignoring.call.say('hello');
    expect([ignoring.paths(), ignoring.heard()]).toEqual([['POST /', 'POST /act'], ['after']]);
    const lost = await callTo(response('<GetInput inputType="dtmf speech"/><Speak>after</Speak>'), next);
    await lost.call.press('1#');
    expect([lost.paths(), lost.heard()]).toEqual([['POST /'], ['after']]);
  });

  test('speech interrupts the prompts', async () => {
    const t = await callTo(ask('inputType="speech"'), next, { pace: 'step' });
    await t.call.wait(0.2);
    await t.call.say('sales');
    expect(t.all('interrupt')).toMatchObject([{ element: 'Speak', heard: 0.2 }]);
  });
});
