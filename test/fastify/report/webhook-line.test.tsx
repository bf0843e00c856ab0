import { inspect } from 'node:util';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { callback, flow, Hangup, level, Redirect, Response, type Level } from 'plivo-jsx';
import { jsx } from 'plivo-jsx/jsx-runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { redactorFor } from '../../../src/fastify/report/redact.ts';
import { AuthoredValues } from '../../../src/flow/authored-values.ts';
import { heard, serve, type Served } from '../served.ts';
import { trouble } from '../trouble.tsx';

let app: Served;

beforeAll(async () => {
  app = await serve({ flows: [inspireWorks, trouble], deadline: 60 });
});

afterAll(() => app.close());

describe('the line of a webhook', () => {
  test('tells the call, what happened, the level, its parameters and where it leads', async () => {
    app.taken();
    await app.post('/ivr/level2?try=2', 'CallUUID=6f1f8a2c-0000&From=14155550100&Digits=2');
    expect(app.taken().map(({ msg }) => msg)).toEqual([
      'call 6f1f8a2c  getdigits-action  POST /ivr/level2 try=2  →  GetDigits /ivr/action?lang=es&try=2, Hangup  (… ms)',
    ]);
  });

  test('tells no PIN that was pressed a level before, wherever it travels on', async () => {
    const params = z.object({ pin: z.string().optional(), try: z.enum(['1', '2', '4711']).optional() });
    const pin: Level<'/pin', typeof params> = level('/pin', { params }, (props) =>
      jsx(Response, { children: jsx(Redirect, { children: pin(props.params) }) }),
    );
    const served = await serve({ flows: [flow('pin', { levels: [pin] })] });
    served.taken();
    await served.post('/pin?pin=4711&try=2', 'CallUUID=6f1f8a2c-0000&Digits=1');
    expect(served.taken().map(({ msg }) => msg)).toEqual([
      'call 6f1f8a2c  getdigits-action  POST /pin pin=[hidden] try=2  →  Redirect /pin?pin=[hidden]&try=2  (… ms)',
    ]);
    expect(served.written()).not.toContain('4711');
    await served.close();
  });

  test('of parameters it tells what the author wrote: words, truth values, a few small numbers', async () => {
    const params = z.object({
      topic: z.enum(['sales', 'support']),
      isNew: z.stringbool(),
      try: z.coerce.number().int().min(1).max(3).catch(1),
      name: z.string(),
      key: z.coerce.number().int().min(0).max(9),
      code: z.literal('911').or(z.string()),
    });
    const at = level('/order', { params }, () => jsx(Response, {}));
    const served = await serve({ flows: [flow('order', { levels: [at] })] });
    served.taken();
    await served.post(
      '/order?topic=sales&isNew=true&try=2&name=Lovelace&key=4&code=911',
      'CallUUID=6f1f8a2c',
    );
    const line = served.taken().at(-1)!;
    expect(line.params).toEqual({
      topic: 'sales',
      isNew: 'true',
      try: '2',
      name: '[hidden]',
      key: '[hidden]',
      code: '[hidden]',
    });
    expect(line.msg).toContain(
      'POST /order topic=sales isNew=true try=2 name=[hidden] key=[hidden] code=[hidden]  →',
    );
    await served.close();
  });

  test('of a schema that says nothing of itself it tells the language, if the flow speaks it', async () => {
    const mute: StandardSchemaV1<unknown, object> = {
      '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value: value as object }) },
    };
    const at = level('/mute', { params: mute }, () => jsx(Response, {}));
    const served = await serve({ flows: [flow('mute', { levels: [at], languages: ['en', 'es'] })] });
    served.taken();
    await served.post('/mute?lang=es&name=Lovelace', 'CallUUID=6f1f8a2c');
    expect(served.taken().at(-1)!.params).toEqual({ lang: 'es', '[hidden]': '[hidden]' });
    await served.post('/mute?lang=Lovelace', 'CallUUID=6f1f8a2c');
    expect(served.taken().at(-1)!.params).toEqual({ lang: '[hidden]' });
    await served.close();
  });

  test('tells nothing of a parameter that cannot become text, and keeps no caller from their document', async () => {
    const bare = z.string().transform((name) => Object.assign(Object.create(null) as object, { name }));
    const heardOf: unknown[] = [];
    const at = level('/bare', { params: z.object({ who: bare }) }, () =>
      jsx(Response, { children: jsx(Hangup, {}) }),
    );
    const about = callback('/bare/about', { params: z.object({ who: bare }) }, ({ params }) => {
      heardOf.push(params.who);
    });
    const served = await serve({ flows: [flow('bare', { levels: [at, about] })] });
    served.taken();
    const { next } = await heard(await served.post('/bare?who=Lovelace', 'CallUUID=6f1f8a2c'));
    expect(next).toEqual(['Hangup']);
    const reply = await served.post('/bare/about?who=Lovelace', 'CallUUID=6f1f8a2c');
    expect([reply.status, await reply.text(), heardOf.length]).toEqual([200, '', 1]);
    expect(served.taken().map(({ params }) => params)).toEqual([{ who: '[hidden]' }, { who: '[hidden]' }]);
    await served.close();
  });

  test('is JSON with the same in fields', async () => {
    app.taken();
    await app.post('/ivr/level2', 'CallUUID=6f1f8a2c-0000&From=14155550100&Digits=2');
    const line = JSON.parse(app.written().trim().split('\n').at(-1)!) as Record<string, unknown>;
    expect(line).toMatchObject({
      level: 30,
      call: '6f1f8a2c-0000',
      kind: 'getdigits-action',
      input: 'given',
      route: '/ivr/level2',
      params: {},
      to: 'GetDigits /ivr/action?lang=es, Hangup',
    });
    expect(Object.keys(line).toSorted()).toEqual([
      'call',
      'hostname',
      'input',
      'kind',
      'level',
      'milliseconds',
      'msg',
      'params',
      'pid',
      'reqId',
      'route',
      'time',
      'to',
    ]);
  });

  test('tells a notice, a call without an id, and a document that just ends', async () => {
    app.taken();
    await app.post('/ivr', 'CallUUID=6f1f8a2c-0000&Event=Hangup&HangupCause=NORMAL_CLEARING');
    await app.post('/ivr', '');
    await app.post('/trouble/empty', 'CallUUID=6f1f8a2c-0000');
    expect(app.taken().map(({ msg }) => msg)).toEqual([
      'call 6f1f8a2c  hangup  POST /ivr  →  nothing (a notice)  (… ms)',
      'call unknown  unknown  POST /ivr  →  GetDigits /ivr/level2, Hangup  (… ms)',
      '/trouble/empty has an empty document, so Plivo ends the call.',
      'call 6f1f8a2c  answer  POST /trouble/empty  →  end of document  (… ms)',
    ]);
  });
});

describe('nothing of the caller is in the log', () => {
  const canary = {
    From: '14155550100',
    To: '+15550123456',
    CallerName: 'Ana Canary',
    ForwardedFrom: '+4915112345678',
    Digits: '471108',
    Speech: 'my card number is four one one one',
    'X-PH-Account': 'acct-canary-9',
    DialBLegTo: '15550199999',
    StableSpeech: 'the canary sings',
  };
  const fields = { CallUUID: '6f1f8a2c-0000', InputType: 'dtmf speech', ...canary };
  const troubles =
    'throws rejects throws-text throws-inside never nesting element attribute nan object promise empty ' +
    'from dials name header address speech told';
  const others =
    '/ivr /ivr/level2 /ivr/action?lang=en /ivr/transferred?lang=es /ivr/nowhere /nowhere /debug /test-xml';
  const paths = troubles
    .split(' ')
    .map((name) => `/trouble/${name}`)
    .concat(others.split(' '));

  function leaked(): string[] {
    return Object.values(canary)
      .flatMap((value) => [value, encodeURIComponent(value), value.replaceAll(' ', '+')])
      .filter((form) => app.written().includes(form));
  }

  test.each(paths)('after a POST to %s', async (path) => {
    await app.post(path, fields);
    expect(leaked()).toEqual([]);
  });

  test.each([...paths, '/trouble/never?lang=xx'])('after a GET of %s', async (path) => {
    await app.get(`${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(fields)}`);
    expect(leaked()).toEqual([]);
  });

  test('after a body that is too large, or that is none of Plivo’s', async () => {
    await app.post('/ivr', { ...fields, Speech: `${canary.Speech} `.repeat(4000) });
    await app.post('/ivr', fields, { 'content-type': 'application/json' });
    await app.post('/ivr', fields, { 'content-type': 'text/plain' });
    expect(leaked()).toEqual([]);
  });

  test('and a level hears all of it', async () => {
    const { said } = await heard(await app.post('/trouble/from', fields));
    expect(said).toEqual(['You are 14155550100.']);
  });
});

describe('redactorFor', () => {
  const hide = redactorFor({
    From: '+14155550100',
    CallerName: 'Ana (home)',
    Digits: ['123', '9'],
    CallStatus: 'ringing',
    'X-PH-City': 'São Paulo',
  });

  test.each([
    ['calls +14155550100 back', 'calls [hidden] back'],
    ['calls 14155550100 back', 'calls [hidden] back'],
    ['https://api.example.com/?q=pin%3D123%26x', 'https://api.example.com/?q=pin%3D[hidden]%26x'],
    [
      'https://api.example.com/?n=%2B14155550100&c=S%C3%A3o%20Paulo',
      'https://api.example.com/?n=[hidden]&c=[hidden]',
    ],
    ['pressed 123, Ana (home)', 'pressed [hidden], [hidden]'],
    ['somebody else: +49 (151) 223-45678.', 'somebody else: [hidden].'],
    ['sip:15550199@example.com', 'sip:[hidden]@example.com'],
    ['on 2026-11-23 12:00:00 at 192.168.10.20:5432', 'on 2026-11-23 12:00:00 at 192.168.10.20:5432'],
    ['call 3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36', 'call 3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36'],
    ['flow.tsx:123:9 and flow.tsx:1:123', 'flow.tsx:123:9 and flow.tsx:1:123'],
    ['order 91234 of 9, ringing', 'order 91234 of 9, ringing'],
  ])('%s', (text, hidden) => {
    expect(hide(text)).toBe(hidden);
  });

  test.each([
    ['in JSON', JSON.stringify({ name: 'Ana "A" <ana>\r\n' })],
    ['as Node inspects it', inspect({ name: 'Ana "A" <ana>\r\n' })],
    ['in a form', String(new URLSearchParams({ name: 'Ana "A" <ana>\r\n' }))],
    ['in XML', '<Speak>Ana "A" &lt;ana&gt;&#13;\n</Speak>'],
  ])('knows a value %s', (_, text) => {
    expect(redactorFor({ CallerName: 'Ana "A" <ana>\r\n' })(text)).not.toMatch(/ana/i);
  });

  test.each(["Ana!(O'Neil)~*", 'ana~smith'])('knows %s in a form, which escapes more than a URL', (name) => {
    const text = String(new URLSearchParams({ name }));
    expect(redactorFor({ CallerName: name })(text)).toBe('name=[hidden]');
  });

  test('knows a long value by its beginning, however much of it there is', () => {
    const Speech = 'my card number is four one one one, and my name is Ana Canary';
    const hides = redactorFor({ Speech });
    expect(hides(`heard ${Speech.slice(0, 55)}... and ${Speech}!`)).toBe('heard [hidden]... and [hidden]!');
    expect(hides(JSON.stringify(Speech.slice(0, 45)))).toBe('"[hidden]"');
  });

  test('knows what travels in an address, as it came and as a schema read it, but for the author’s own words', () => {
    const words = new AuthoredValues(z.object({ topic: z.enum(['sales']), name: z.string() }), []);
    const given: object[] = [{ topic: 'sales', name: 'TG92ZWxhY2U' }];
    const hides = redactorFor({}, given, words);
    expect(hides('no Lovelace, TG92ZWxhY2U, in sales')).toBe('no Lovelace, [hidden], in sales');
    given.push({ topic: 'sales', name: 'Lovelace', parts: [{ code: 911 }] });
    expect(hides('no Lovelace, TG92ZWxhY2U, in sales 911')).toBe('no [hidden], [hidden], in sales [hidden]');
  });

  test('takes a value for text, whatever is in it', () => {
    expect(redactorFor({ Speech: '$& (a|b)* \uD800 [x' })('heard $& (a|b)* \uD800 [x twice')).toBe(
      'heard [hidden] twice',
    );
  });
});
