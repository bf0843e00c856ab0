import { expect } from 'vitest';
import { answered, apology, says, type Line, type Row } from '../row.ts';

const holding = (text: string): unknown => expect.stringContaining(text);

interface Thrown {
  readonly path: string;
  readonly what: string;
  readonly cause: string;
  readonly place: RegExp;
}

const throws = ({ path, what, cause, place }: Thrown): Row => ({
  row: 57,
  what: `a component that ${what} is an apology, and the log says what and where`,
  steps: [{ path: `/trouble/${path}`, form: says('Digits=4711'), ...apology }],
  log: [
    {
      level: 'error',
      event: 'render',
      reason: 'error',
      msg: expect.stringMatching(
        new RegExp(`^/trouble/${path} failed; the caller hears an apology\\.\\n[^]*Cause: ${cause}`),
      ),
      err: { code: 'E_COMPONENT', stack: expect.stringMatching(place) },
    },
  ],
  metrics: ['ivr_render_total{reason="error"} 1'],
  secret: '4711',
});

const throwsNothing = (path: string): Row => ({
  row: 57,
  what: `a component that ${path.replaceAll('-', ' ')} is an apology, too`,
  steps: [{ path: `/trouble/${path}`, form: says(), ...apology }],
  log: [{ level: 'error', event: 'render', reason: 'error', err: { code: 'E_COMPONENT' } }],
  metrics: ['ivr_render_total{reason="error"} 1'],
});

const late = (path: string, milliseconds = 60): Line => ({
  level: 'error',
  event: 'deadline',
  reason: 'deadline',
  msg:
    `${path} took longer than ${milliseconds} ms.\n` +
    'Fix: reply first and do slow work in the background, or set a timeout for what you await. [E_DEADLINE]',
});

const untaken = (path: string, code: string, text: string): Row => ({
  row: 61,
  what: `a document with a bad ${path} is an apology, and the log says why`,
  steps: [{ path: `/trouble/${path}`, form: says('Digits=4711'), ...apology }],
  log: [
    {
      level: 'error',
      event: 'render',
      reason: 'invalid',
      msg: holding(text),
      err: { type: 'RenderError', code },
    },
  ],
  metrics: ['ivr_render_total{reason="invalid"} 1'],
  secret: '4711',
});

const place = /trouble\.tsx:\d+:\d+/;
const twice = '/trouble/never?__again=1&lang=es';

/** What an author's component does. */
export const component: readonly Row[] = [
  ...[
    {
      path: 'throws',
      what: 'throws an error',
      cause: 'Error: cannot reach \\[hidden\\] with \\[hidden\\]',
      place,
    },
    {
      path: 'rejects',
      what: 'throws an error later',
      cause: 'Error: cannot reach \\[hidden\\] with \\[hidden\\]',
      place,
    },
    {
      path: 'throws-text',
      what: 'throws a text',
      cause: 'the text "the database is gone" was thrown',
      place: /caused by: the text/,
    },
    {
      path: 'throws-inside',
      what: 'has one below that throws',
      cause: 'TypeError: a component below is broken',
      place,
    },
  ].map(throws),
  throwsNothing('throws-undefined'),
  throwsNothing('rejects-undefined'),
  throwsNothing('throws-oddly'),
  throwsNothing('rejects-oddly'),
  throwsNothing('throws-a-promise'),
  throwsNothing('rejects-with-a-promise'),
  {
    row: 57,
    what: 'a schema that throws a promise is an apology, and the process goes on',
    steps: [{ path: '/trouble/checks-with-a-promise', form: says(), ...apology }],
    log: [{ level: 'error', event: 'render', reason: 'error' }],
    metrics: ['ivr_render_total{reason="error"} 1'],
  },
  {
    row: 57,
    what: 'callbacks that throw or return promises which reject are 200 and nothing, and the process goes on',
    steps: [
      { path: '/trouble/told-a-promise', form: says() },
      { path: '/trouble/told-promises', form: says() },
    ],
    log: [{ level: 'error', event: 'callback', reason: 'callback' }, { level: 'info' }, { level: 'info' }],
    metrics: ['ivr_callback_total{reason="callback"} 1'],
  },
  {
    row: 61,
    what: 'promises as content that reject are an apology, and the process goes on',
    steps: [{ path: '/trouble/holds-promises', form: says(), ...apology }],
    log: [
      {
        level: 'error',
        event: 'render',
        reason: 'invalid',
        msg: holding('<Response> got a promise as content.'),
        err: { type: 'RenderError', code: 'E_CHILD' },
      },
    ],
    metrics: ['ivr_render_total{reason="invalid"} 1'],
  },
  {
    row: 57,
    what: 'a callback that throws what cannot be read is 200 and nothing, and told',
    steps: [{ path: '/trouble/told-oddly', form: says() }],
    log: [
      {
        level: 'error',
        event: 'callback',
        reason: 'callback',
        msg: '/trouble/told-oddly failed on a notice.\nwhat was thrown cannot be read',
      },
      { level: 'info' },
    ],
    metrics: ['ivr_callback_total{reason="callback"} 1'],
  },
  {
    row: 57,
    what: 'the apology is in the caller’s language',
    steps: [
      { path: '/trouble/throws?lang=es', form: says(), said: ['Lo sentimos, adiós.'], next: ['Hangup'] },
    ],
    log: [{ level: 'error', event: 'render', reason: 'error' }],
    metrics: ['ivr_render_total{reason="error"} 1'],
  },
  {
    row: 57,
    what: 'the causes of an error are told without the caller',
    steps: [{ path: '/trouble/rejects', form: says('Digits=4711'), ...apology }],
    log: [{ level: 'error', err: { stack: holding('caused by: Error: [hidden] is busy') } }],
    metrics: ['ivr_render_total{reason="error"} 1'],
    secret: '4711',
  },
  {
    row: 57,
    what: 'a callback that throws is 200 and nothing, and told',
    steps: [{ path: '/trouble/told', form: says() }],
    log: [
      {
        level: 'error',
        event: 'callback',
        reason: 'callback',
        msg: holding('/trouble/told failed on a notice.\ncould not store [hidden]'),
      },
      { level: 'info' },
    ],
    metrics: ['ivr_callback_total{reason="callback"} 1'],
  },
  {
    row: 58,
    what: 'of a component that never comes back the caller hears "one moment" once, next an apology',
    options: { deadline: 60 },
    steps: [
      {
        path: '/trouble/never?lang=es',
        form: says('Digits=4711'),
        said: ['Un momento.'],
        next: [`Redirect https://ivr.example.com${twice}`],
      },
      { path: twice, form: says(), said: ['Lo sentimos, adiós.'], next: ['Hangup'] },
    ],
    log: [late('/trouble/never'), late('/trouble/never')],
    metrics: ['ivr_deadline_total{reason="deadline"} 2'],
    secret: '4711',
  },
  {
    row: 58,
    what: 'a level without parameters is tried again as well',
    options: { deadline: 60 },
    steps: [
      {
        path: '/trouble/plain-never',
        form: says(),
        said: ['One moment.'],
        next: ['Redirect https://ivr.example.com/trouble/plain-never?__again=1'],
      },
    ],
    log: [late('/trouble/plain-never')],
    metrics: ['ivr_deadline_total{reason="deadline"} 1'],
  },
  {
    row: 58,
    what: 'a strict schema sees neither the mark nor, of a GET, the fields of Plivo',
    options: { deadline: 60 },
    steps: [
      {
        method: 'GET',
        path: `/trouble/never?lang=es&${says()}`.replace(/&$/, ''),
        said: ['Un momento.'],
        next: [`Redirect https://ivr.example.com${twice}`],
      },
      {
        method: 'GET',
        path: `${twice}&${says()}`.replace(/&$/, ''),
        said: ['Lo sentimos, adiós.'],
        next: ['Hangup'],
      },
    ],
    log: [late('/trouble/never'), late('/trouble/never')],
    metrics: ['ivr_deadline_total{reason="deadline"} 2'],
  },
  {
    row: 58,
    what: 'a caller who presses a key is not on a second try any more',
    options: { deadline: 60 },
    steps: [
      {
        path: '/trouble/never?__again=1',
        form: says('Digits=1'),
        said: ['One moment.'],
        next: ['Redirect https://ivr.example.com/trouble/never?__again=1'],
      },
    ],
    log: [late('/trouble/never')],
    metrics: ['ivr_deadline_total{reason="deadline"} 1'],
  },
  ...[
    ['leaves a message', 'RecordUrl=https://media.plivo.com/a.mp3&RecordingDuration=60&Digits='],
    ['has talked to somebody', 'DialStatus=completed&DialBLegUUID=b-leg'],
    ['was in a conference', 'ConferenceName=room&ConferenceMemberID=12'],
    ['says something', 'InputType=speech&Digits=&Speech=sales'],
  ].map(([what, event]): Row => ({
    row: 58,
    what: `a caller who ${what} is not on a second try any more`,
    options: { deadline: 60 },
    steps: [
      {
        path: '/trouble/never?__again=1',
        form: says(event),
        said: ['One moment.'],
        next: ['Redirect https://ivr.example.com/trouble/never?__again=1'],
      },
    ],
    log: [late('/trouble/never')],
    metrics: ['ivr_deadline_total{reason="deadline"} 1'],
  })),
  ...[
    ['whom nobody answered', 'DialStatus=timeout&DialRingStatus=true'],
    [
      'whose recording in the background has begun',
      'RecordUrl=https://a.example&RecordingDuration=-1&Digits=',
    ],
    ['who pressed nothing', 'Digits='],
    ['who is sent on', 'Event=Redirect'],
  ].map(([what, event]): Row => ({
    row: 58,
    what: `a caller ${what} is still on the second try`,
    options: { deadline: 60 },
    steps: [{ path: '/trouble/never?__again=1', form: says(event), ...apology }],
    log: [late('/trouble/never')],
    metrics: ['ivr_deadline_total{reason="deadline"} 1'],
  })),
  {
    row: 58,
    what: 'a level that takes GET alone is tried again by GET',
    options: { deadline: 60 },
    steps: [
      {
        method: 'GET',
        path: `/got/slow?${says()}`.replace(/&$/, ''),
        said: ['One moment, please.'],
        next: ['Redirect GET https://ivr.example.com/got/slow?__again=1'],
      },
    ],
    log: [late('/got/slow')],
    metrics: ['ivr_deadline_total{reason="deadline"} 1'],
  },
  {
    row: 60,
    what: 'a component that computes is served at its end, and told',
    options: { deadline: 60 },
    steps: [{ path: '/trouble/busy', form: says(), said: ['At last.'], next: ['Hangup'] }],
    log: [{ ...late('/trouble/busy'), event: 'loop_delay', reason: 'component' }, { level: 'info' }],
    metrics: ['ivr_input_total{reason="none"} 1', 'ivr_loop_delay_total{reason="component"} 1'],
  },
  untaken('nesting', 'E_NESTING', '<Speak> cannot be inside <Dial>.'),
  untaken('element', 'E_ELEMENT', 'There is no Plivo element <Sepak>. Did you mean <Speak>?'),
  untaken('attribute', 'E_ATTRIBUTE', '<Hangup> has no attribute reson. Did you mean reason?'),
  untaken('nan', 'E_VALUE', 'timeout is NaN; <GetDigits timeout> takes'),
  untaken('object', 'E_CHILD', '<Speak> got an object with the keys {'),
  untaken('promise', 'E_VALUE', 'action is a promise; <GetDigits action> takes'),
  {
    row: 61,
    what: 'in development the log has the place, and never the document itself',
    only: 'local',
    steps: [{ path: '/trouble/nesting', form: says(), ...apology }],
    log: [
      { level: 'error', msg: expect.stringMatching(/at <Speak> \(test\/fastify\/trouble\.tsx:\d+:\d+\)/) },
    ],
    metrics: ['ivr_render_total{reason="invalid"} 1'],
    secret: 'Please hold',
  },
  {
    row: 62,
    what: 'an empty document is served as written, with a warning',
    steps: [{ path: '/trouble/empty', form: says(), said: [], next: [] }],
    log: [
      {
        level: 'warn',
        event: 'render',
        reason: 'empty',
        msg: '/trouble/empty has an empty document, so Plivo ends the call.',
      },
      answered('call b7c1d2e3  answer  POST /trouble/empty  →  end of document  (… ms)'),
    ],
    metrics: ['ivr_input_total{reason="none"} 1', 'ivr_render_total{reason="empty"} 1'],
  },
];
