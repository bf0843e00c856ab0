/* Reference §2.1: each test is named by the sentence that it holds the phone to. */
import { describe, expect, test } from 'vitest';
import { callTo, response } from './documents.ts';

const end = ({ code }: { code: number }) => code;

describe('the document', () => {
  test('Elements run in document order, each to its end', async () => {
    const { heard } = await callTo(
      response('<Speak>one</Speak><Play>https://a.example/b.mp3</Play><Speak>two</Speak>'),
    );
    expect(heard()).toEqual(['one', '[https://a.example/b.mp3]', 'two']);
  });

  test('After the last one the call is hung up, cause 4010 End Of XML Instructions', async () => {
    const { call } = await callTo(response('<Speak>one</Speak>'));
    expect(call.events.at(-1)).toEqual({
      at: 0.3,
      event: 'ended',
      code: 4010,
      name: 'End Of XML Instructions',
    });
  });

  test('An empty Response hangs up at once', async () => {
    const { call } = await callTo('<Response/>');
    expect(call.ended).toMatchObject({ at: 0, code: 4010 });
  });

  test.each([
    ['emphasis', 256, 4_000],
    ['emphasis', 256, 255],
    ['anything', 256, 4_000],
  ])('<%s> inside itself, deeper than %i elements, is no XML that is read (%i)', async (tag, most, depth) => {
    const nested = `<${tag}>`.repeat(depth) + 'x' + `</${tag}>`.repeat(depth);
    const { call } = await callTo(response(`<Speak voice="Polly.Joanna">${nested}</Speak>`));
    expect(call.ended).toMatchObject({
      code: 8011,
      message: `The answer URL (/): More than ${most} elements stand inside each other, and parsers of XML read no more.`,
    });
  });

  test('As many elements inside each other as parsers read are read', async () => {
    const nested = `${'<emphasis>'.repeat(254)}x${'</emphasis>'.repeat(254)}`;
    const { heard } = await callTo(response(`<Speak voice="Polly.Joanna">${nested}</Speak>`));
    expect(heard()).toEqual(['x']);
  });

  test('Root must be Response', async () => {
    const { call } = await callTo('<Speak>one</Speak>');
    expect(call.ended).toMatchObject({
      code: 8011,
      message: 'The answer URL (/): The document begins with <Speak>, and Plivo wants <Response>.',
    });
  });

  test.each([
    ['an unknown element', '<Speak>one</Speak><Shout/>'],
    ['an illegal child', '<Speak>one</Speak><Dial><Speak>no</Speak></Dial>'],
    ['a bad attribute value', '<Speak>one</Speak><Record fileFormat="ogg"/>'],
  ])('%s rejects the document and nothing runs', async (_, elements) => {
    const { call, heard } = await callTo(response(elements));
    expect(heard()).toEqual([]);
    expect(call.ended).toMatchObject({ at: 0, code: 8011, name: 'Invalid Answer XML' });
  });

  test.each([
    ['GetDigits in Dial', '<Dial><GetDigits/></Dial>'],
    ['Dial in GetDigits', '<GetDigits><Dial/></GetDigits>'],
    ['Response in Response', '<Response/>'],
  ])('There is no %s', async (_, elements) => {
    expect((await callTo(response(elements))).call.ended).toMatchObject({ at: 0, code: 8011 });
  });

  test('only direct children are looked at', async () => {
    const t = await callTo(
      response(
        '<GetDigits timeout="1"><Speak voice="Polly.Joanna">one<break time="1s"/></Speak></GetDigits>',
      ),
    );
    expect(t.heard()).toEqual(['one']);
    const deep = await callTo(response('<PreAnswer><Dial><Number>1555</Number></Dial></PreAnswer>'));
    expect(deep.call.ended?.code).toBe(8011);
  });

  test('unknown attributes are ignored, except on elements that take none (PreAnswer), where any attribute is an error', async () => {
    const ignored = await callTo(response('<Speak speed="2">one</Speak>'));
    expect(ignored.heard()).toEqual(['one']);
    expect(ignored.all('warning')).toMatchObject([
      { message: '<Speak> has no attribute speed; Plivo ignores it.' },
    ]);
    const rejected = await callTo(response('<PreAnswer speed="2"><Speak>one</Speak></PreAnswer>'));
    expect(rejected.call.ended?.code).toBe(8011);
  });

  test('booleans count as true only when exactly `true`', async () => {
    const { all } = await callTo(response('<GetDigits playBeep="True" timeout="1"/>'));
    expect(all('beep')).toEqual([]);
    expect(all('warning')).toMatchObject([
      {
        message: 'playBeep of <GetDigits> is "True", and it takes true or false; only "true" counts as true.',
      },
    ]);
  });

  test('method must be exactly GET or POST', async () => {
    const { call } = await callTo(response('<Redirect method="post">{host}/next</Redirect>'));
    expect(call.ended).toMatchObject({
      code: 7034,
      message: 'The method of the URL of <Redirect> is "post".',
    });
  });

  test('element text is trimmed; runs of white space in the document collapse to one space', async () => {
    const { heard } = await callTo(response('<Speak>\n  one\n\n   two </Speak>'));
    expect(heard()).toEqual(['one two']);
  });

  test('A non-numeric numDigits or timeout falls back to the default, a number below 1 is an error', async () => {
    const { call, all } = await callTo(response('<GetDigits timeout="soon"/>'));
    expect(all('ask')).toMatchObject([{ timeout: 5 }]);
    expect(call.state).toMatchObject({ type: 'asking', until: 5 });
    expect((await callTo(response('<GetDigits numDigits="0"/>'))).call.ended).toMatchObject({ code: 8011 });
  });

  test.each([
    ['finishOnKey="x"', { finishOnKey: '#' }],
    ['numDigits="500"', { numDigits: 99 }],
    ['action=""', { numDigits: 99 }],
  ])(
    'what an attribute does not take is warned of, and its default or greatest is taken: %s',
    async (attribute, asked) => {
      const { call, all } = await callTo(response(`<GetDigits ${attribute}/>`));
      expect(all('ask')).toMatchObject([asked]);
      await call.press('1');
      expect(call.ended?.code).toBe(4010);
    },
  );

  test('A new document replaces the rest of the old one. Nothing returns to the old document', async () => {
    const { heard } = await callTo(response('<Redirect>{host}/next</Redirect><Speak>old</Speak>'), {
      '/next': response('<Speak>new</Speak>'),
    });
    expect(heard()).toEqual(['new']);
  });

  test('Caller hangs up: the running element stops, no further element runs, hangup_url is called', async () => {
    const t = await callTo(
      response('<GetDigits/><Speak>later</Speak>'),
      {},
      { hangupUrl: 'https://app.example.com/bye' },
    );
    await t.call.hangUp();
    expect(t.heard()).toEqual([]);
    expect(t.call.ended).toMatchObject({ code: 4000, name: 'Normal Hangup', source: 'Caller' });
    expect(t.params('/bye')).toMatchObject({
      Event: 'Hangup',
      CallStatus: 'completed',
      HangupCauseName: 'Normal Hangup',
      HangupCauseCode: '4000',
      HangupSource: 'Caller',
      Duration: '0',
      BillDuration: '0',
    });
  });
});

describe('answering an inbound call', () => {
  test('Hangup first: never answered; cause rejected (3020) by default or with reason=rejected, busy (3010) with reason=busy', async () => {
    expect((await callTo(response('<Hangup/>'))).call.ended).toMatchObject({ code: 3020, name: 'Rejected' });
    expect((await callTo(response('<Hangup reason="rejected"/>'))).call.ended!.code).toBe(3020);
    const busy = await callTo(response('<Hangup reason="busy"/>'));
    expect(busy.call.ended).toMatchObject({ code: 3010, name: 'Busy Line' });
    expect(busy.all('answer')).toEqual([]);
  });

  test('Wait first: delays answering by its length', async () => {
    const { all } = await callTo(response('<Wait length="7"/><Speak>one</Speak>'));
    expect(all('answer')).toEqual([{ at: 7, event: 'answer' }]);
  });

  test('PreAnswer first: early media: children are heard, not billed; afterwards the call is still unanswered: the next element decides', async () => {
    const early = await callTo(
      response('<PreAnswer><Speak>early</Speak><Wait length="2"/></PreAnswer><Speak>later</Speak>'),
    );
    expect(early.heard()).toEqual(['early', 'later']);
    expect(early.all('answer')).toEqual([{ at: 2.3, event: 'answer' }]);
    const busy = await callTo(response('<PreAnswer><Speak>early</Speak></PreAnswer><Hangup reason="busy"/>'));
    expect(end(busy.call.ended!)).toBe(3010);
  });

  test('Dial first: A hears ringback; A is answered when B answers', async () => {
    const { call, all } = await callTo(response('<Dial><Number>15551234567</Number></Dial>'));
    expect(all('answer')).toEqual([]);
    await call.dialOutcome('completed', { rings: 4, seconds: 10 });
    expect(all('answer')).toEqual([{ at: 4, event: 'answer' }]);
  });

  test.each([
    '<Speak>one</Speak>',
    '<Record/>',
    '<GetDigits/>',
    '<Conference>room</Conference>',
    '<DTMF>1</DTMF>',
  ])('anything else: answered at once; %s', async (element) => {
    expect((await callTo(response(element))).all('answer')).toEqual([{ at: 0, event: 'answer' }]);
  });

  test('the call stays unanswered while the elements met are Wait, PreAnswer, Hangup or Dial. The first other element answers it', async () => {
    const t = await callTo(
      response(
        '<Wait length="2"/><PreAnswer><Speak>early</Speak></PreAnswer><Hangup schedule="90"/><Dial timeout="10"><Number>1555</Number></Dial><Message src="1" dst="2">Hi</Message>',
      ),
    );
    expect([t.call.state.type, t.all('answer')]).toEqual(['dialing', []]);
    await t.call.dialOutcome('timeout');
    expect(t.all('answer')).toMatchObject([{ at: t.all('message')[0]?.at }]);
  });

  test('CallStatus goes from ringing to in-progress', async () => {
    const t = await callTo(response('<Speak>one</Speak><Redirect>{host}/next</Redirect>'));
    expect(t.params('/')).toMatchObject({ CallStatus: 'ringing' });
    expect(t.params('/next')).toMatchObject({ CallStatus: 'in-progress' });
  });

  test('An outbound call is already answered when its answer_url is requested', async () => {
    const t = await callTo(
      '<Response/>',
      {},
      { direction: 'outbound', ringUrl: 'https://app.example.com/ring' },
    );
    expect(t.paths()).toEqual(['POST /ring', 'POST /']);
    expect(t.params('/ring')).toMatchObject({ Event: 'Ring', CallStatus: 'ringing', Direction: 'outbound' });
    expect(t.params('/')).toMatchObject({
      CallStatus: 'in-progress',
      Event: 'StartApp',
      Direction: 'outbound',
    });
    expect(t.params('/')['RequestUUID']).toBe(t.call.uuid);
  });
});
