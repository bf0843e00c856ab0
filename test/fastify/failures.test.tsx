import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import inspireWorks from '../../flows/inspire-works/flow.ts';
import { heard, serve, type Served } from './served.ts';
import { gate, trouble } from './trouble.tsx';

const call = {
  CallUUID: 'b7c1d2e3-canary',
  From: '14155550100',
  To: '15550123456',
  CallerName: 'Ana Canary',
};
const canaries = /14155550100|15550123456|Ana Canary/;
const says = (fields: Record<string, string> | string) =>
  `${new URLSearchParams(call)}&${typeof fields === 'string' ? fields : new URLSearchParams(fields)}`;

const apology = { said: ['Sorry, goodbye.'], next: ['Hangup'] };

let app: Served;
let production: Served;

beforeAll(async () => {
  const options = { flows: [inspireWorks, trouble], deadline: 60 };
  app = await serve({ ...options, development: true });
  production = await serve({ ...options, development: false });
});

afterAll(() => Promise.all([app.close(), production.close()]));

afterEach(() => {
  app.taken();
  production.taken();
});

describe('keys on an action URL', () => {
  const noChoice = 'We did not get a choice.';
  const invalid = 'Invalid input.';
  const line = (kind: string) =>
    `call b7c1d2e3  ${kind}  POST /ivr/action lang=en  →  Redirect /ivr?try=2  (… ms)`;

  test.each([
    { row: 1, what: 'missing', body: '', said: noChoice, level: 'info', msg: line('answer') },
    { row: 2, what: 'empty', body: 'Digits=', said: noChoice, level: 'info', msg: line('getdigits-action') },
    {
      row: 3,
      what: 'no option',
      body: 'Digits=99',
      said: invalid,
      level: 'info',
      msg: line('getdigits-action'),
    },
    { row: 4, what: 'a star', body: 'Digits=*', said: invalid, level: 'info', msg: line('getdigits-action') },
    {
      row: 4,
      what: 'a hash',
      body: 'Digits=%23',
      said: invalid,
      level: 'info',
      msg: line('getdigits-action'),
    },
    {
      row: 5,
      what: 'letters',
      body: 'Digits=abc',
      said: noChoice,
      level: 'warn',
      msg: line('getdigits-action (keys: shape)'),
    },
    {
      row: 5,
      what: 'with a space',
      body: 'Digits=1+2',
      said: noChoice,
      level: 'warn',
      msg: line('getdigits-action (keys: shape)'),
    },
    {
      row: 5,
      what: 'of full width',
      body: 'Digits=%EF%BC%91',
      said: noChoice,
      level: 'warn',
      msg: line('getdigits-action (keys: shape)'),
    },
    {
      row: 6,
      what: 'ten thousand',
      body: `Digits=${'1'.repeat(10_000)}`,
      said: noChoice,
      level: 'warn',
      msg: line('getdigits-action (keys: too_long)'),
    },
    {
      row: 7,
      what: 'more than were asked for',
      body: 'Digits=12',
      said: invalid,
      level: 'info',
      msg: line('getdigits-action'),
    },
    {
      row: 8,
      what: 'repeated',
      body: 'Digits=1&Digits=2',
      said: noChoice,
      level: 'warn',
      msg: line('getdigits-action (keys: repeated)'),
    },
    {
      row: 9,
      what: 'in brackets',
      body: 'Digits[]=1&a[b]=c',
      said: noChoice,
      level: 'info',
      msg: line('answer'),
    },
  ])('row $row: keys that are $what ask the caller again', async ({ body, said, level, msg }) => {
    const { said: all, next } = await heard(await app.post('/ivr/action?lang=en', says(body)));
    expect(all).toEqual([said]);
    expect(next).toEqual(['Redirect https://ivr.example.com/ivr?try=2']);
    expect(app.taken()).toMatchObject([{ level, msg }]);
  });
});

describe('an address of an older version', () => {
  test('row 28: a level that is gone starts the flow over, in the caller’s language', async () => {
    const { said, next } = await heard(await app.post('/ivr/level9?lang=es', says('Digits=4711')));
    expect(said).toEqual(['Empecemos de nuevo.']);
    expect(next).toEqual(['Redirect https://ivr.example.com/ivr?__again=1']);
    expect(app.taken()).toMatchObject([
      {
        level: 'warn',
        reason: 'unknown_level',
        msg: 'The flow inspire-works has no such level; it starts over.',
      },
    ]);
  });

  test('row 28: a caller whom the first level sends to nowhere again hears an apology, and is not sent round for ever', async () => {
    const { said } = await heard(await app.post('/ivr/level9?__again=1', says('')));
    expect(said).toEqual([
      'We are sorry, something went wrong on our side. Please call again later. Goodbye.',
      'Lo sentimos, algo salió mal de nuestro lado. Por favor, llame más tarde. Adiós.',
    ]);
  });

  test('row 28: without a call it is nowhere', async () => {
    expect((await app.post('/ivr/level9', 'From=14155550100')).status).toBe(404);
  });

  test('row 29: a language that the flow does not speak is answered in its first one', async () => {
    const { said } = await heard(await app.post('/ivr/action?lang=tlh', says('Digits=1')));
    expect(said[0]).toBe('Inspire Works helps people find work that they love. Thank you for listening.');
    expect(app.taken()).toMatchObject([{ level: 'warn', reason: 'language', params: { lang: 'en' } }]);
  });

  test('row 29: where the schema insists on a language the flow starts over once, next says sorry', async () => {
    const first = await heard(await app.post('/trouble/never?lang=tlh', says('')));
    expect(first).toMatchObject({
      said: ['From the start.'],
      next: ['Redirect https://ivr.example.com/trouble?__again=1'],
    });
    expect(app.taken()).toMatchObject([
      {
        level: 'warn',
        reason: 'params',
        msg: '/trouble/never was asked with parameters that it does not accept; the flow starts over.',
      },
    ]);
    expect(await heard(await app.post('/trouble/never?lang=tlh&__again=1', says('')))).toMatchObject(apology);
  });

  test('row 29: a language that came twice is none', async () => {
    const { said } = await heard(await app.post('/ivr/level9?lang=es&lang=en', says('')));
    expect(said).toEqual(['Let us start over.', 'Empecemos de nuevo.']);
  });
});

describe('what a caller or their carrier chooses', () => {
  test.each(['anonymous', '', '+266696687', 'Anonymous Caller'])(
    'row 40: a call from "%s" is a call like any other',
    async (From) => {
      const { next } = await heard(await app.post('/ivr', { CallUUID: call.CallUUID, From }));
      expect(next).toEqual(['GetDigits https://ivr.example.com/ivr/level2', 'Hangup']);
      expect(app.taken()).toMatchObject([
        { level: 'info', msg: 'call b7c1d2e3  answer  POST /ivr  →  GetDigits /ivr/level2, Hangup  (… ms)' },
      ]);
    },
  );

  test('row 41: a caller of five kilobytes is cut at 256 characters', async () => {
    const { said } = await heard(
      await app.post('/trouble/from', { CallUUID: 'b7c1d2e3', From: 'x'.repeat(5000) }),
    );
    expect(said).toEqual([`You are ${'x'.repeat(256)}.`]);
    expect(JSON.stringify(app.taken())).not.toContain('xxx');
  });

  test.each(['x'.repeat(5000), 'sip:ana.canary@example.com', 'Ana'])(
    'row 41: a caller who is no number is not dialled (%#)',
    async (From) => {
      expect(await heard(await app.post('/trouble/dials', { CallUUID: 'b7c1d2e3', From }))).toMatchObject(
        apology,
      );
      const [line, ...others] = app.taken();
      expect(others).toEqual([]);
      expect(line).toMatchObject({ level: 'error', reason: 'invalid', err: { type: 'RenderError' } });
      expect(line?.msg).toContain('The text of <Number> is not a telephone number with its country code.');
      expect(JSON.stringify(line)).not.toContain(From);
    },
  );

  test.each(['"/><Hangup/>', ']]>', '&e;', '<break time="10s"/>', '<!-- -->', '<![CDATA[x]]>'])(
    'row 42: a caller named %s is spoken as text',
    async (CallerName) => {
      const { said, next } = await heard(
        await app.post('/trouble/name', { CallUUID: 'b7c1d2e3', CallerName }),
      );
      expect(said).toEqual([`Hello ${CallerName}.`]);
      expect(next).toEqual(['Hangup']);
      expect(JSON.stringify(app.taken())).not.toContain(JSON.stringify(CallerName).slice(1, -1));
    },
  );

  test('row 43: a SIP header with quotes stays in its attribute', async () => {
    const sent = `" action="https://evil.example/'>&`;
    const { xml, next } = await heard(await app.post('/trouble/header', says({ 'X-PH-Name': sent })));
    expect(xml).toContain(`callerName="&quot; action=&quot;https://evil.example/'&gt;&amp;"`);
    expect(next).toEqual(['Number +15550123456', 'Dial']);
    expect(app.taken()).toMatchObject([{ level: 'info' }]);
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    '//evil.example/x',
    'ftp://evil.example',
    'data:text/xml,x',
  ])('row 43: a SIP header is no address when it says %s', async (Next) => {
    expect(await heard(await app.post('/trouble/address', says({ 'X-PH-Next': Next })))).toMatchObject(
      apology,
    );
    const [line] = app.taken();
    expect(line).toMatchObject({ level: 'error', reason: 'invalid' });
    expect(line?.msg).toContain('action is a text of another shape; <Dial action> takes');
    expect(JSON.stringify(line)).not.toContain(Next);
  });

  test.each(['development', 'production'])(
    'row 44: two hundred kilobytes that are spoken back are cut at Plivo’s limit (%s)',
    async (mode) => {
      const served = mode === 'production' ? production : app;
      const Speech = 'canary '.repeat(7200);
      const { said, next } = await heard(
        await served.post('/trouble/speech', says({ Speech, InputType: 'speech' })),
      );
      expect(said[0]).toHaveLength(3000);
      expect(next).toEqual(['Hangup']);
      const lines = served.taken();
      expect(lines).toMatchObject([{ level: 'warn', code: 'E_LONG' }, { level: 'info' }]);
      expect(JSON.stringify(lines)).not.toContain('canary canary');
    },
  );

  test('row 44: a document that is too long for Plivo becomes an apology', async () => {
    const Speech = 'canary '.repeat(400);
    expect(await heard(await app.post('/trouble/speeches', says({ Speech })))).toMatchObject(apology);
    expect(app.taken()).toMatchObject([{ level: 'error', reason: 'invalid', err: { code: 'E_SIZE' } }]);
  });
});

describe('a component that throws', () => {
  test.each([
    ['throws', 'an error', 'Error: cannot reach [hidden] with [hidden]', /trouble\.tsx:\d+:\d+/],
    ['rejects', 'an error later', 'Error: cannot reach [hidden] with [hidden]', /trouble\.tsx:\d+:\d+/],
    ['throws-text', 'a text', 'the text "the database is gone" was thrown', /caused by: the text/],
    [
      'throws-inside',
      'in a component below',
      'TypeError: a component below is broken',
      /trouble\.tsx:\d+:\d+/,
    ],
  ])('row 57: %s: %s is an apology, and the log says what and where', async (path, _, cause, place) => {
    for (const served of [app, production]) {
      expect(await heard(await served.post(`/trouble/${path}`, says('Digits=4711')))).toMatchObject(apology);
      const [line, ...others] = served.taken();
      expect(others).toEqual([]);
      expect(line).toMatchObject({ level: 'error', reason: 'error', err: { code: 'E_COMPONENT' } });
      expect(line?.msg).toContain(`/trouble/${path} failed; the caller hears an apology.\n`);
      expect(line?.msg).toContain(`Cause: ${cause}`);
      expect(line?.err?.stack).toMatch(place);
      expect(JSON.stringify(line)).not.toContain('4711');
    }
  });

  test.each(['throws-undefined', 'rejects-undefined'])('row 57: %s is an apology too', async (path) => {
    for (const served of [app, production]) {
      expect(await heard(await served.post(`/trouble/${path}`, says('')))).toMatchObject(apology);
      expect(served.taken()).toMatchObject([
        { level: 'error', reason: 'error', err: { code: 'E_COMPONENT' } },
      ]);
    }
  });

  test('row 57: the apology is in the caller’s language', async () => {
    const { said } = await heard(await app.post('/trouble/throws?lang=es', says('')));
    expect(said).toEqual(['Lo sentimos, adiós.']);
  });

  test('row 57: the causes of an error are told without the caller', async () => {
    await heard(await app.post('/trouble/rejects', says('Digits=4711')));
    expect(app.taken()[0]?.err?.stack).toContain('caused by: Error: [hidden] is busy');
  });

  test('row 57: a callback that throws is answered, and told', async () => {
    const reply = await app.post('/trouble/told', says(''));
    expect([reply.status, await reply.text()]).toEqual([200, '']);
    const [line, after] = app.taken();
    expect(line).toMatchObject({ level: 'error', reason: 'callback' });
    expect(line?.msg).toContain('/trouble/told failed on a notice.\ncould not store [hidden]');
    expect(after).toMatchObject({ level: 'info' });
  });
});

describe('a component that takes too long', () => {
  test('row 58: the caller hears "one moment" once, next an apology', async () => {
    const first = await heard(await app.post('/trouble/never?lang=es', says('Digits=4711')));
    expect(first.said).toEqual(['Un momento.']);
    expect(first.next).toEqual(['Redirect https://ivr.example.com/trouble/never?__again=1&lang=es']);
    expect(app.taken()).toMatchObject([
      {
        level: 'error',
        reason: 'deadline',
        msg:
          '/trouble/never took longer than 60 ms.\n' +
          'Fix: answer first and do slow work in the background, or give what you await a limit of its own. [E_DEADLINE]',
      },
    ]);
    const second = await heard(await app.post('/trouble/never?__again=1&lang=es', says('')));
    expect(second).toMatchObject({ said: ['Lo sentimos, adiós.'], next: ['Hangup'] });
    expect(app.taken()).toMatchObject([{ level: 'error', reason: 'deadline' }]);
  });

  test('row 58: a level without parameters is tried again as well', async () => {
    const { next } = await heard(await app.post('/trouble/plain-never', says('')));
    expect(next).toEqual(['Redirect https://ivr.example.com/trouble/plain-never?__again=1']);
  });

  test('row 58: a strict schema sees neither the mark nor, of a GET, the fields of Plivo', async () => {
    const { said, next } = await heard(await app.get(`/trouble/never?lang=es&${new URLSearchParams(call)}`));
    expect(said).toEqual(['Un momento.']);
    expect(next).toEqual(['Redirect https://ivr.example.com/trouble/never?__again=1&lang=es']);
    const again = await app.get(`/trouble/never?__again=1&lang=es&${new URLSearchParams(call)}`);
    expect(await heard(again)).toMatchObject({ said: ['Lo sentimos, adiós.'] });
    expect(app.taken()).toMatchObject([{ reason: 'deadline' }, { reason: 'deadline' }]);
  });

  test('row 58: the second try gets what the first one left running, since its keys do not come again', async () => {
    await heard(await app.post('/trouble/never', { CallUUID: 'slow', Digits: '2' }));
    gate.open();
    const line = await app.line('late');
    expect(line.level).toBe('warn');
    expect(line.msg).toBe('/trouble/never came back after the deadline; its second try gets what it gave.');
    const { said } = await heard(await app.post('/trouble/never?__again=1', { CallUUID: 'slow' }));
    expect(said).toEqual(['Too late.']);
  });

  test('row 58: a caller who presses a key is not on a second try any more', async () => {
    const { said } = await heard(await app.post('/trouble/never?__again=1', says('Digits=1')));
    expect(said).toEqual(['One moment.']);
  });

  test('row 59: what comes after the deadline of a second try is dropped and told, and is not told as answered', async () => {
    await heard(await app.post('/trouble/never?__again=1', { CallUUID: 'late' }));
    app.taken();
    gate.open();
    const line = await app.line('late');
    expect(line.level).toBe('warn');
    expect(line.msg).toBe('/trouble/never came back after the deadline; what it gave was dropped.');
    expect(app.taken()).toHaveLength(1);
  });

  test('row 59: an error after the deadline is told without the caller', async () => {
    await heard(await app.post('/trouble/never', says('')));
    app.taken();
    gate.fail(new Error(`no answer for ${call.From}`));
    const line = await app.line('late');
    expect(line.msg).toContain('Cause: Error: no answer for [hidden]');
  });

  test('row 59: a callback goes on in the background, and its late error is heard', async () => {
    expect((await app.post('/trouble/told-late', says(''))).status).toBe(200);
    expect(app.taken()).toMatchObject([{ level: 'warn', reason: 'deadline' }, { level: 'info' }]);
    gate.fail(new Error(`no answer for ${call.From}`));
    const line = await app.line('callback');
    expect(line).toMatchObject({ level: 'error' });
    expect(line.msg).toContain('/trouble/told-late failed on a notice.\nno answer for [hidden]');
  });

  test('row 60: a component that computes is served at its end, and told', async () => {
    const { said } = await heard(await app.post('/trouble/busy', says('')));
    expect(said).toEqual(['At last.']);
    expect(app.taken()).toMatchObject([{ level: 'error', event: 'loop_delay' }, { level: 'info' }]);
  });
});

describe('a document that Plivo would not take', () => {
  test.each([
    ['nesting', 'E_NESTING', '<Speak> cannot be inside <Dial>.'],
    ['element', 'E_ELEMENT', 'There is no Plivo element <Sepak>. Did you mean <Speak>?'],
    ['attribute', 'E_ATTRIBUTE', '<Hangup> has no attribute reson. Did you mean reason?'],
    ['nan', 'E_VALUE', 'timeout is NaN; <GetDigits timeout> takes'],
    ['object', 'E_CHILD', '<Speak> got an object with the keys {'],
    ['promise', 'E_VALUE', 'action is a promise; <GetDigits action> takes'],
  ])('row 61: %s is an apology, and the log says why', async (path, code, says1) => {
    for (const served of [app, production]) {
      expect(await heard(await served.post(`/trouble/${path}`, says('Digits=4711')))).toMatchObject(apology);
      const [line, ...others] = served.taken();
      expect(others).toEqual([]);
      expect(line).toMatchObject({ level: 'error', reason: 'invalid', err: { type: 'RenderError', code } });
      expect(line?.msg).toContain(says1);
    }
  });

  test('row 61: in development the log has the place, and never the document itself', async () => {
    await heard(await app.post('/trouble/nesting', says('')));
    const [line] = app.taken();
    expect(line?.msg).toMatch(/at <Speak> \(test\/fastify\/trouble\.tsx:\d+:\d+\)/);
    expect(JSON.stringify(line)).not.toContain('Please hold');
  });

  test.each(['development', 'production'])(
    'row 62: an empty document is served as written, with a warning (%s)',
    async (mode) => {
      const served = mode === 'production' ? production : app;
      const { said, next } = await heard(await served.post('/trouble/empty', says('')));
      expect([said, next]).toEqual([[], []]);
      expect(served.taken()).toMatchObject([
        { level: 'warn', reason: 'empty', msg: '/trouble/empty says nothing, so Plivo ends the call.' },
        { level: 'info' },
      ]);
    },
  );
});

test('after all of this neither a number nor a name is in the log', () => {
  expect(app.written() + production.written()).not.toMatch(canaries);
});
