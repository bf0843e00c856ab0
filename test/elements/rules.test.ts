import { describe, expect, test } from 'vitest';
import { definitions, type ElementView } from 'plivo-jsx';

type Tree = readonly [name: string, attributes?: Record<string, string>, inside?: readonly Tree[] | string];

/** What a rule sees of a written tree. */
function view([name, attributes = {}, inside = []]: Tree, parent?: ElementView, index = 0): ElementView {
  const children: ElementView[] = [];
  const text = typeof inside === 'string' ? inside : '';
  const element: ElementView = { name, attributes, text, children, parent, index };
  if (typeof inside !== 'string') {
    inside.forEach((child, position) => children.push(view(child, element, position)));
  }
  return element;
}

function brokenIn(element: ElementView): string[] {
  const own = (definitions.get(element.name)?.rules ?? [])
    .filter((rule) => rule.broken(element))
    .map(({ message, severity }) => `${severity ?? 'error'}: ${message}`);
  return [...own, ...element.children.flatMap(brokenIn)];
}

/** The broken rules of the elements of a document. */
const broken = (...elements: Tree[]) => brokenIn(view(['Response', {}, elements]));

const speak: Tree = ['Speak', {}, 'Goodbye'];
const number: Tree = ['Number', {}, '14155550100'];
const polly = { voice: 'Polly.Joanna' };

describe('Speak', () => {
  const pair = 'error: <Speak> has a language that its voice does not offer.';
  const unlisted = 'warning: <Speak> has a Polly voice that Plivo does not list.';
  test.each([
    [{ language: 'ja-JP' }, [pair]],
    [{ language: 'pt-PT' }, [pair]],
    [{ language: 'en' }, [pair]],
    [{ language: 'toString' }, [pair]],
    [{ voice: 'MAN', language: 'ru-RU' }, [pair]],
    [{ voice: 'Polly.Joanna', language: 'es-ES' }, [pair]],
    [{ voice: 'Polly.Nobody' }, [unlisted]],
    [{ voice: 'Polly.Nobody', language: 'es-ES' }, [unlisted]],
    [{}, []],
    [{ voice: 'MAN', language: 'pt-PT' }, []],
    [{ voice: 'Polly.Mia' }, []],
    [{ voice: 'Polly.Aditi', language: 'hi-IN' }, []],
  ])('%j breaks %j', (attributes, says) => {
    expect(broken(['Speak', attributes as Record<string, string>, 'Hi'])).toEqual(says);
  });

  test('SSML needs a Polly voice', () => {
    const pause: Tree = ['break', { time: '1s' }];
    const says = 'error: <Speak> has SSML inside and no Polly voice.';
    expect(broken(['Speak', {}, [pause]])).toEqual([says]);
    expect(broken(['Speak', { voice: 'MAN' }, [pause]])).toEqual([says]);
    expect(broken(['Speak', polly, [pause]])).toEqual([]);
  });
});

describe.each(['Speak', 'Play'])('%s for ever', (name) => {
  const forEver: Tree = [name, { loop: '0' }, 'https://example.com/music.mp3'];
  const says = `warning: What follows <${name} loop="0"> never runs, since it repeats for ever.`;
  test('hides what follows', () => expect(broken(forEver, speak)).toEqual([says]));
  test('hides later prompts', () => expect(broken(['GetDigits', {}, [forEver, speak]])).toEqual([says]));
  test('hides what follows the <PreAnswer> that holds it', () => {
    expect(broken(['PreAnswer', {}, [forEver]], ['Dial', {}, [number]])).toEqual([says]);
    expect(broken(['PreAnswer', {}, [forEver]])).toEqual([]);
  });
  test('may be last', () => expect(broken(['Hangup', { schedule: '9' }], forEver)).toEqual([]));
  test('is not meant when it repeats a number of times', () => {
    expect(broken([name, { loop: '3' }, 'https://example.com/music.mp3'], speak)).toEqual([]);
  });
});

test('Play is advised to use https, unless the file is on this machine', () => {
  const says = 'warning: <Play> fetches its file over http://.';
  const played = (address: string) => broken(['Play', {}, address]);
  expect(played('http://example.com/a.mp3')).toEqual([says]);
  expect(played('HTTP://example.com/a.mp3')).toEqual([says]);
  expect(played('https://example.com/a.mp3')).toEqual([]);
  expect(played('http://localhost:3000/a.mp3')).toEqual([]);
  expect(played('http://127.0.0.1:3000/a.mp3')).toEqual([]);
  expect(played('/a.mp3')).toEqual([]);
});

test('GetInput has limits for its hints', () => {
  const says = 'error: <GetInput> has too many hints, or one that is too long.';
  const hinted = (hints: string) => broken(['GetInput', { hints }]);
  const phrases = (count: number, length: number) =>
    Array.from({ length: count }, () => 'a'.repeat(length)).join(',');
  expect(hinted(phrases(501, 1))).toEqual([says]);
  expect(hinted(phrases(1, 101))).toEqual([says]);
  expect(hinted(phrases(101, 99))).toEqual([says]);
  expect(hinted(phrases(500, 19))).toEqual([]);
  expect(hinted(phrases(1, 100))).toEqual([]);
  expect(hinted('sales, support')).toEqual([]);
  expect(broken(['GetInput'])).toEqual([]);
});

describe('Dial', () => {
  const dial = (attributes: Record<string, string>) => broken(['Dial', attributes, [number]]);
  test.each([
    ['confirmKey', '1', 'confirmSound'],
    ['confirmTimeout', '10', 'confirmSound'],
    ['digitsMatch', '*1', 'callbackUrl'],
    ['digitsMatchBLeg', '*1', 'callbackUrl'],
  ])('%s="%s" needs %s', (attribute, value, other) => {
    expect(dial({ [attribute]: value })).toEqual([`error: <Dial> has ${attribute} and no ${other}.`]);
    expect(dial({ [attribute]: value, [other]: 'https://example.com' })).toEqual([]);
  });
});

test.each([
  ['Dial', {}, [number]],
  ['Conference', {}, 'room'],
  ['Record', { recordSession: 'true' }, []],
  ['Record', { startOnDialAnswer: 'true' }, []],
] as const)(
  '<%s %j> with an action hides what follows, unless redirect is false',
  (name, attributes, inside) => {
    const action = 'https://example.com/next';
    const says = `warning: What follows <${name}> never runs, since the answer of its action replaces this document.`;
    expect(broken([name, { ...attributes, action }, inside], speak)).toEqual([says]);
    expect(broken([name, { ...attributes, action, redirect: 'true' }, inside], speak)).toEqual([says]);
    expect(broken([name, { ...attributes, action, redirect: 'false' }, inside], speak)).toEqual([]);
    expect(broken([name, { ...attributes, action }, inside])).toEqual([]);
    expect(broken([name, attributes, inside], speak)).toEqual([]);
  },
);

test.each(['GetDigits', 'GetInput', 'Record'])('<%s> may be followed, for when nothing comes', (name) => {
  expect(broken([name, { action: 'https://example.com/next' }], speak)).toEqual([]);
});

describe('User', () => {
  const user = (attributes: Record<string, string>) =>
    broken(['Dial', {}, [['User', attributes, 'sip:a@example.com']]]);
  test('needs a password with a name', () => {
    expect(user({ sipAuthUsername: 'a' })).toEqual([
      'error: <User> has sipAuthUsername and no sipAuthPassword.',
    ]);
    expect(user({ sipAuthUsername: 'a', sipAuthPassword: 'made-up-1' })).toEqual([]);
  });
  test.each([
    'PH-A=1',
    'Tier=gold, PlivoX=1',
    'FS-A=1',
    'SipAuthA=1',
    'ZT-A=1',
    'TwilioA=1',
    'ClientRegion=eu',
  ])('cannot send the header %s', (sipHeaders) => {
    expect(user({ sipHeaders })).toEqual([
      'warning: <User sipHeaders> has a name that Plivo keeps for itself.',
    ]);
  });
  test('can send other headers', () => {
    expect(user({ sipHeaders: 'Tier=Plivo,ClientRegions=2' })).toEqual([]);
  });
});

test('Conference needs a callbackUrl for digitsMatch', () => {
  const room = (attributes: Record<string, string>) => broken(['Conference', attributes, 'room']);
  expect(room({ digitsMatch: '*1' })).toEqual(['error: <Conference> has digitsMatch and no callbackUrl.']);
  expect(room({ digitsMatch: '*1', callbackUrl: 'https://example.com' })).toEqual([]);
});

describe('Record', () => {
  const says = 'warning: timeout, finishOnKey and playBeep do nothing in a <Record> in the background.';
  test.each(['timeout', 'finishOnKey', 'playBeep'])('%s does nothing in the background', (name) => {
    expect(broken(['Record', { [name]: '1', recordSession: 'true' }])).toEqual([says]);
    expect(broken(['Record', { [name]: '1', startOnDialAnswer: 'true' }])).toEqual([says]);
    expect(broken(['Record', { [name]: '1', recordSession: 'false' }])).toEqual([]);
    expect(broken(['Record', { [name]: '1' }])).toEqual([]);
  });
});

test('Redirect is last', () => {
  const redirect: Tree = ['Redirect', {}, 'https://example.com/menu'];
  expect(broken(redirect, speak)).toEqual(['warning: What follows <Redirect> never runs.']);
  expect(broken(speak, redirect)).toEqual([]);
});

describe('Hangup', () => {
  test('with a schedule is not last', () => {
    const scheduled: Tree = ['Hangup', { schedule: '60' }];
    expect(broken(speak, scheduled)).toEqual([
      'error: <Hangup schedule> is the last element, so the call ends at once.',
    ]);
    expect(broken(scheduled, speak)).toEqual([]);
  });
  test('without a schedule is last', () => {
    expect(broken(['Hangup'], speak)).toEqual(['warning: What follows <Hangup> never runs.']);
    expect(broken(speak, ['Hangup'])).toEqual([]);
  });
});

describe('Wait', () => {
  const waits = (attributes: Record<string, string>) => broken(['Wait', attributes]);
  test('waits for silence or a beep, not for both', () => {
    const says = 'error: <Wait> waits for silence and for a beep.';
    expect(waits({ length: '10', silence: 'true', beep: 'true' })).toEqual([says]);
    expect(waits({ length: '10', silence: 'true', beep: 'duration=300' })).toEqual([says]);
    expect(waits({ length: '10', silence: 'true', beep: 'false' })).toEqual([]);
    expect(waits({ length: '10', silence: 'false', beep: 'true' })).toEqual([]);
  });
  test('is longer than the silence that it waits for', () => {
    const says = 'error: <Wait> is over before its minSilence can be.';
    expect(waits({ silence: 'true' })).toEqual([says]);
    expect(waits({ length: '2', silence: 'true' })).toEqual([says]);
    expect(waits({ length: '3', silence: 'true', minSilence: '3000' })).toEqual([says]);
    expect(waits({ length: '3', silence: 'true' })).toEqual([]);
    expect(waits({ length: '3', silence: 'true', minSilence: '2999' })).toEqual([]);
    expect(waits({ minSilence: '3000' })).toEqual([]);
  });
});

describe('PreAnswer', () => {
  const early: Tree = ['PreAnswer', {}, [speak]];
  test('comes first', () => {
    const says = 'error: <PreAnswer> comes after the call is answered.';
    expect(broken(speak, early)).toEqual([says]);
    expect(broken(['Wait'], speak, early)).toEqual([says]);
    expect(broken(['Wait'], early, early, speak)).toEqual([]);
  });
});

describe('Stream', () => {
  const stream = (attributes: Record<string, string>, url = 'wss://example.com/agent') =>
    broken(['Stream', attributes, url]);
  test('in both directions sends the inbound track', () => {
    const says = 'error: <Stream bidirectional> sends another track than the inbound one.';
    expect(stream({ bidirectional: 'true', audioTrack: 'both' })).toEqual([says]);
    expect(stream({ bidirectional: 'true', audioTrack: 'outbound' })).toEqual([says]);
    expect(stream({ bidirectional: 'true', audioTrack: 'inbound' })).toEqual([]);
    expect(stream({ bidirectional: 'true' })).toEqual([]);
    expect(stream({ bidirectional: 'false', audioTrack: 'both' })).toEqual([]);
  });
  test('has a URL of at most 2,048 characters', () => {
    const url = (length: number) => 'wss://example.com/'.padEnd(length, 'a');
    expect(stream({}, url(2049))).toEqual(['error: <Stream> has a URL of more than 2,048 characters.']);
    expect(stream({}, url(2048))).toEqual([]);
  });
});

test('prosody changes something', () => {
  const says = 'error: <prosody> changes nothing.';
  expect(broken(['Speak', polly, [['prosody']]])).toEqual([says]);
  expect(broken(['Speak', polly, [['prosody', { pitch: 'low' }]]])).toEqual([]);
});

test('say-as has a format only for dates', () => {
  const said = (attributes: Record<string, string>) => broken(['Speak', polly, [['say-as', attributes]]]);
  expect(said({ 'interpret-as': 'time', format: 'mdy' })).toEqual([
    'warning: <say-as format> does nothing unless it is a date.',
  ]);
  expect(said({ 'interpret-as': 'date', format: 'mdy' })).toEqual([]);
  expect(said({ 'interpret-as': 'time' })).toEqual([]);
});

describe('a number without a country code', () => {
  const says = 'warning: <Number> has a number without a country code.';
  test.each([
    ['5551234', [says]],
    ['911', [says]],
    ['0044 20 7946 0000', [says]],
    ['020 7946 0000', [says]],
    ['1234567890123456', [says]],
    ['+14155550100', []],
    ['14155550100', []],
    ['+290 22222', []],
    ['+44 (20) 7946-0000', []],
  ])('%s breaks %j', (text, breaks) => {
    expect(broken(['Dial', {}, [['Number', {}, text]]])).toEqual(breaks);
  });

  test('receives no message', () => {
    const sent = (dst: string) => broken(['Message', { src: '14155550100', dst }, 'Hello']);
    const message = 'warning: <Message dst> has a number without a country code.';
    expect(sent('5551234')).toEqual([message]);
    expect(sent('14155550199<5551234')).toEqual([message]);
    expect(sent('14155550199<14155550198')).toEqual([]);
  });
});

test.each([
  ['Conference', 'maxMembers', 20],
  ['Dial', 'timeLimit', 86_400],
])('%s has a warning of %s above what Plivo documents', (name, attribute, most) => {
  const of = (value: number) =>
    broken([name, { [attribute]: String(value) }, name === 'Dial' ? [number] : 'room']);
  const says = `warning: <${name} ${attribute}> is above ${most}, the greatest value that Plivo documents.`;
  expect(of(most + 1)).toEqual([says]);
  expect(of(most)).toEqual([]);
});

test('every rule is a sentence with one fix', () => {
  const rules = [...definitions.values()].flatMap((element) => element.rules);
  expect(rules.filter(({ message, fix }) => !message.endsWith('.') || !/^[a-z].*\.$/.test(fix))).toEqual([]);
});
