import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute, Link, type Attribute } from 'plivo-jsx';

const base = 'https://ivr.example.com';
const printed = (of: Attribute, values: readonly unknown[]) => values.map((value) => of.print(value, base));
const rejected = (of: Attribute, values: readonly unknown[]) =>
  values.filter((value) => of.print(value, base) !== undefined);
const nonsense = [{}, [], Object.create(null), () => '1', Symbol('1'), 1n, NaN, Infinity];

describe('a boolean', () => {
  const redirect = attribute.boolean({ default: true });
  test('takes true and false, as values or as words', () => {
    expect(printed(redirect, [true, false, 'true', 'false'])).toEqual(['true', 'false', 'true', 'false']);
  });
  test('rejects everything else', () => {
    expect(rejected(redirect, ['yes', 'TRUE', '', 0, 1, ['true'], ...nonsense])).toEqual([]);
  });
});

describe('one of a list', () => {
  const track = attribute.oneOf(['inbound', 'both'], {});
  test('takes its words', () => expect(printed(track, ['inbound', 'both'])).toEqual(['inbound', 'both']));
  test('rejects other words and other cases', () => {
    expect(rejected(track, ['outbound', 'Both', ' both', '', true, ['both'], ...nonsense])).toEqual([]);
  });
  test('tells its words', () => expect(track.expected).toBe('"inbound", "both"'));
});

describe('one of a list in any case', () => {
  const role = attribute.oneOfAnyCase(['Agent', 'ai-agent'], {});
  test('takes its words as they are written', () => {
    expect(printed(role, ['Agent', 'agent', 'AI-agent'])).toEqual(['Agent', 'agent', 'AI-agent']);
  });
  test('rejects the rest', () =>
    expect(rejected(role, ['Agents', '', 1, ['Agent'], ...nonsense])).toEqual([]));
});

describe('a method', () => {
  test('takes GET and POST alone', () => {
    expect(printed(attribute.method({}), ['GET', 'POST', 'get', 'PUT'])).toEqual([
      'GET',
      'POST',
      undefined,
      undefined,
    ]);
  });
});

describe('one of a list or a pattern', () => {
  const rate = attribute.oneOfOrPattern(['slow', 'fast'], /^\d+%$/, '90%' as `${number}%`, {});
  test('takes both', () => expect(printed(rate, ['slow', '90%'])).toEqual(['slow', '90%']));
  test('rejects the rest', () => expect(rejected(rate, ['x-high', '90', 90, '', ...nonsense])).toEqual([]));
  test('tells both', () => expect(rate.expected).toBe('"slow", "fast", or a value such as "90%"'));
});

describe('a voice', () => {
  const voice = attribute.voice(['WOMAN', 'MAN'], {});
  test('takes the built-in and the Polly ones', () => {
    expect(printed(voice, ['WOMAN', 'Polly.Joanna', 'Polly.Lupe-Standard'])).toEqual([
      'WOMAN',
      'Polly.Joanna',
      'Polly.Lupe-Standard',
    ]);
  });
  test('rejects the rest', () => {
    expect(rejected(voice, ['WOMEN', 'Polly.', 'Polly.A.B', 'Joanna', ...nonsense])).toEqual([]);
  });
});

describe('a whole number', () => {
  const timeout = attribute.integer({ min: 1, max: 60, unit: 's' });
  test('takes numbers and numeric texts in its range', () => {
    expect(printed(timeout, [1, 60, '5', '05'])).toEqual(['1', '60', '5', '5']);
  });
  test('rejects what is out of range, broken or no number', () => {
    expect(rejected(timeout, [0, 61, 1.5, '1.5', '', ' 5', '5s', '1e1', true, [5], ...nonsense])).toEqual([]);
  });
  test('tells its range and unit', () => {
    expect(timeout.expected).toBe('whole seconds from 1 to 60');
    expect(attribute.integer({ min: 0 }).expected).toBe('a whole number, 0 or more');
    expect(attribute.integer({ unit: 'ms' }).expected).toBe('whole milliseconds');
  });
  test('prints a number and its text alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (number) => {
        expect(timeout.print(number, base)).toBe(timeout.print(String(number), base));
      }),
    );
  });
  test('rejects every number outside its range', () => {
    const outside = fc.integer().filter((number) => number < 1 || number > 60);
    fc.assert(
      fc.property(outside, (number) => {
        expect(timeout.print(number, base)).toBeUndefined();
      }),
    );
  });
});

describe('a whole number or a word', () => {
  const end = attribute.integerOr(['auto'], { min: 2, max: 10, unit: 's' });
  test('takes both', () => expect(printed(end, ['auto', 2, '10'])).toEqual(['auto', '2', '10']));
  test('rejects the rest', () => expect(rejected(end, ['none', 1, 11, '', ...nonsense])).toEqual([]));
});

describe('a text', () => {
  const password = attribute.string({ min: 8, max: 10 });
  test('takes texts and numbers of its length', () => {
    expect(printed(password, ['12345678', 1234567890])).toEqual(['12345678', '1234567890']);
  });
  test('rejects what is shorter, longer or no text', () => {
    expect(rejected(password, ['1234567', '12345678901', true, null, ...nonsense])).toEqual([]);
  });
  test('tells its length', () => {
    expect(password.expected).toBe('a text of 8 to 10 characters');
    expect(attribute.string({ max: 50 }).expected).toBe('a text of at most 50 characters');
  });
});

describe('a list', () => {
  const hints = attribute.list({ like: 'sales,support', max: 20 });
  test('takes a text of at most its length', () => {
    expect(printed(hints, ['sales,support', '', 12])).toEqual(['sales,support', '', '12']);
  });
  test('rejects longer ones and arrays', () => {
    expect(rejected(hints, ['sales,support,billing', ['sales'], true, ...nonsense])).toEqual([]);
  });

  const events = attribute.listOf(['start', 'end'], {});
  test('of words takes some of them, in any order', () => {
    expect(printed(events, ['start', 'end,start', 'end, start'])).toEqual([
      'start',
      'end,start',
      'end, start',
    ]);
  });
  test('of words rejects any other', () => {
    expect(rejected(events, ['', 'start,', 'start;end', 'stop', ['start'], ...nonsense])).toEqual([]);
  });
});

describe('keys of a telephone', () => {
  const key = attribute.digits({ pattern: /^[0-9*#]$/, expected: 'one key' });
  test('takes keys, as text or number', () => expect(printed(key, ['#', '0', 5])).toEqual(['#', '0', '5']));
  test('rejects the rest', () => expect(rejected(key, ['', '12', 12, 'a', true, ...nonsense])).toEqual([]));
});

describe('a time', () => {
  const time = attribute.duration({ max: 10_000 });
  test('takes seconds and milliseconds up to its most', () => {
    expect(printed(time, ['500ms', '1.5s', '10s', '10000ms'])).toEqual(['500ms', '1.5s', '10s', '10000ms']);
  });
  test('rejects none, more, and numbers without a unit', () => {
    expect(rejected(time, ['0s', '0ms', '10.1s', '10001ms', '500', 500, '1 s', '', ...nonsense])).toEqual([]);
  });
});

describe('a boolean or settings', () => {
  const beep = attribute.booleanOr(/^(true|false|duration=\d+)$/, 'duration=300' as `duration=${string}`, {});
  test('takes both', () => {
    expect(printed(beep, [true, 'false', 'duration=300'])).toEqual(['true', 'false', 'duration=300']);
  });
  test('rejects the rest', () => {
    expect(rejected(beep, ['duration', 'yes', 1, '', ['true'], ...nonsense])).toEqual([]);
  });
});

describe('a URL', () => {
  const action = attribute.url('xml', {});
  test('takes links and paths, which it makes absolute, and absolute URLs', () => {
    expect(
      printed(action, [
        new Link('/menu?lang=en', '/menu'),
        '/menu',
        'http://a.example/x',
        'https://a.example',
      ]),
    ).toEqual([
      'https://ivr.example.com/menu?lang=en',
      'https://ivr.example.com/menu',
      'http://a.example/x',
      'https://a.example',
    ]);
  });
  test('rejects other schemes, relative paths and half addresses', () => {
    const wrong = [
      'menu',
      '//a.example',
      'ftp://a.example',
      'wss://a.example',
      'https://',
      '',
      1,
      ...nonsense,
    ];
    expect(rejected(action, wrong)).toEqual([]);
  });
  test('rejects a path when the app has no address', () => {
    expect(action.print('/menu', undefined)).toBeUndefined();
    expect(action.print('https://a.example', undefined)).toBe('https://a.example');
  });
  test('of a WebSocket takes wss alone', () => {
    const stream = attribute.url('websocket', {});
    expect(printed(stream, ['wss://a.example/s', 'ws://a.example', 'https://a.example', '/s'])).toEqual([
      'wss://a.example/s',
      undefined,
      undefined,
      undefined,
    ]);
  });
  test('or a word takes both', () => {
    const sound = attribute.urlOr('xml-sound', ['', 'beep:1'], {});
    expect(printed(sound, ['', 'beep:1', '/sound', 'beep:3', 'none'])).toEqual([
      '',
      'beep:1',
      'https://ivr.example.com/sound',
      undefined,
      undefined,
    ]);
  });
});

test('an attribute is optional, documented and without a default unless it says otherwise', () => {
  const { required, evidence, default: assumed } = attribute.string({});
  expect({ required, evidence, assumed }).toEqual({
    required: false,
    evidence: 'docs',
    assumed: undefined,
  });
  expect(attribute.string({ required: true, evidence: 'new', default: 'a' })).toMatchObject({
    required: true,
    evidence: 'new',
    default: 'a',
  });
});

test('a number above the documented greatest is printed where it is only warned of', () => {
  const members = attribute.integer({ min: 1, max: 20, warnsAbove: true });
  expect(printed(members, [20, 100, '200', 0, -1])).toEqual(['20', '100', '200', undefined, undefined]);
});

test('a text that must not be empty is more than white space', () => {
  const src = attribute.string({ required: true, isFilled: true });
  expect(printed(src, ['14155550100', 1, '', ' ', '\t\n'])).toEqual([
    '14155550100',
    '1',
    undefined,
    undefined,
    undefined,
  ]);
  expect(src.expected).toBe('a text that is not empty');
});

describe('a language', () => {
  const language = attribute.language(['en-US', 'arb'], {});
  test('takes those that are known, and any other of their shape', () => {
    expect(printed(language, ['en-US', 'arb', 'es-ES', 'cmn-hans-cn', 'yue-Hant-HK'])).toEqual([
      'en-US',
      'arb',
      'es-ES',
      'cmn-hans-cn',
      'yue-Hant-HK',
    ]);
  });
  test('rejects everything else', () => {
    expect(rejected(language, ['english', 'en', 'en_US', '', 'en-US ', 1, ...nonsense])).toEqual([]);
  });
});
