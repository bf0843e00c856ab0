import { expect } from 'vitest';
import { answered, apology, says, type Row } from '../row.ts';

const unaccepted = (path: string, sequel = 'the flow starts over') => [
  {
    level: 'warn',
    event: 'state',
    reason: 'params',
    // In development the reason follows.
    msg: expect.stringMatching(
      new RegExp(`^${path} was requested with parameters that it does not accept; ${sequel}\\.(?:\n|$)`),
    ) as string,
  },
];

/** A level that is asked with parameters that it does not accept: the flow starts over. */
const startsOver = (row: number, what: string, query: string): Row => ({
  row,
  what: `${what} starts the flow over`,
  steps: [
    {
      path: `/trouble/never?${query}`,
      form: says('Digits=1'),
      said: ['From the start.'],
      next: ['Redirect https://ivr.example.com/trouble?__again=1'],
    },
  ],
  log: unaccepted('/trouble/never'),
  metrics: ['ivr_state_total{reason="params"} 1'],
});

const forged = (row: number, what: string, query: string): Row => ({
  row,
  what: `${what} that Plivo did not sign is 403`,
  only: 'live',
  steps: [
    {
      path: `/trouble/never?${query}`,
      form: says('Digits=1'),
      signed: { path: '/trouble/never?lang=en' },
      status: 403,
    },
  ],
  log: [{ level: 'warn', event: 'auth', reason: 'mismatch' }],
  metrics: ['ivr_auth_total{reason="mismatch"} 1'],
});

/** Addresses of an older version, and of somebody else. */
export const state: readonly Row[] = [
  {
    row: 28,
    what: 'a level that is gone starts the flow over, in the caller’s language',
    steps: [
      {
        path: '/ivr/level9?lang=es',
        form: says('Digits=4711'),
        said: ['Empecemos de nuevo.'],
        next: ['Redirect https://ivr.example.com/ivr?__again=1'],
      },
    ],
    log: [
      {
        level: 'warn',
        event: 'state',
        reason: 'unknown_level',
        msg: 'The flow inspire-works has no such level; the flow starts over.',
      },
    ],
    metrics: ['ivr_state_total{reason="unknown_level"} 1'],
    secret: '4711',
  },
  {
    row: 28,
    what: 'a caller whom the first level sends to nowhere again hears an apology, and is not sent round for ever',
    steps: [
      {
        path: '/ivr/level9?__again=1',
        form: says(),
        said: [
          'We are sorry, something went wrong on our side. Please call again later. Goodbye.',
          'Lo sentimos, algo salió mal de nuestro lado. Por favor, llame más tarde. Adiós.',
        ],
        next: ['Hangup'],
      },
    ],
    log: [
      {
        level: 'warn',
        reason: 'unknown_level',
        msg: 'The flow inspire-works has no such level; the caller hears an apology.',
      },
    ],
    metrics: ['ivr_state_total{reason="unknown_level"} 1'],
  },
  {
    row: 28,
    what: 'a flow that is asked by GET alone starts over by GET',
    steps: [
      {
        method: 'GET',
        path: `/got/gone?${says()}`.replace(/&$/, ''),
        said: ['Let us start over.'],
        next: ['Redirect GET https://ivr.example.com/got?__again=1'],
      },
    ],
    log: [{ level: 'warn', event: 'state', reason: 'unknown_level' }],
    metrics: ['ivr_state_total{reason="unknown_level"} 1'],
  },
  {
    row: 28,
    what: 'a level that is gone is nowhere for who is no call',
    only: 'local',
    steps: [{ path: '/ivr/level9', form: 'From=14155550100', status: 404 }],
    log: [{ level: 'info', event: 'reject', reason: 'path' }],
    metrics: ['ivr_reject_total{reason="path"} 1'],
  },
  {
    row: 29,
    what: 'a language that the flow does not speak is answered in its first one',
    steps: [
      {
        path: '/ivr/action?lang=tlh',
        form: says('Digits=1'),
        said: [
          'Inspire Works helps people find work that they love. Thank you for listening.',
          'Thank you for calling Inspire Works. Goodbye.',
        ],
        next: ['Hangup'],
      },
    ],
    log: [{ level: 'warn', event: 'state', reason: 'language', params: { lang: 'en' } }],
    metrics: ['ivr_state_total{reason="language"} 1'],
  },
  {
    row: 29,
    what: 'where the schema insists on a language the flow starts over once, next says sorry',
    steps: [
      {
        path: '/trouble/never?lang=tlh',
        form: says(),
        said: ['From the start.'],
        next: ['Redirect https://ivr.example.com/trouble?__again=1'],
      },
      { path: '/trouble/never?lang=tlh&__again=1', form: says(), ...apology },
    ],
    log: [...unaccepted('/trouble/never'), ...unaccepted('/trouble/never', 'the caller hears an apology')],
    metrics: ['ivr_state_total{reason="params"} 2'],
  },
  {
    row: 29,
    what: 'a language that came twice is none',
    steps: [
      {
        path: '/ivr/level9?lang=es&lang=en',
        form: says(),
        said: ['Let us start over.', 'Empecemos de nuevo.'],
        next: ['Redirect https://ivr.example.com/ivr?__again=1'],
      },
    ],
    log: [{ level: 'warn', event: 'state', reason: 'unknown_level' }],
    metrics: ['ivr_state_total{reason="unknown_level"} 1'],
  },
  startsOver(30, 'a parameter that the level does not know', 'lang=en&admin=1'),
  {
    row: 30,
    what: 'a parameter with a name that every object has starts the flow over',
    steps: [
      {
        path: '/ivr/action?lang=en&constructor=1',
        form: says('Digits=1'),
        said: ['Let us start over.'],
        next: ['Redirect https://ivr.example.com/ivr?__again=1'],
      },
    ],
    log: unaccepted('/ivr/action'),
    metrics: ['ivr_state_total{reason="params"} 1'],
  },
  startsOver(30, 'a parameter that came twice', 'lang=en&lang=es'),
  forged(30, 'a parameter that was added', 'lang=en&admin=1'),
  {
    row: 30,
    what: 'of a GET the fields of Plivo are no parameters, whatever letter they begin with',
    steps: [
      {
        method: 'GET',
        path: `/ivr?${says({ STIRVerification: 'Verified', stir_verification: 'Verified', machine: 'false' })}`,
        next: ['GetDigits https://ivr.example.com/ivr/level2', 'Hangup'],
      },
    ],
    log: [answered('call b7c1d2e3  answer  GET /ivr  →  GetDigits /ivr/level2, Hangup  (… ms)')],
    metrics: [],
  },
  startsOver(31, 'a value that the level no longer takes', 'lang=fr'),
  forged(31, 'another value', 'lang=es'),
  startsOver(32, 'a parameter of an older version', 'menu=2&lang=en'),
  {
    row: 32,
    what: 'an address of an older version, with fewer parameters, is served',
    steps: [{ path: '/ivr/action', form: says('Digits=1'), next: ['Hangup'] }],
    log: [answered('call b7c1d2e3  getdigits-action  POST /ivr/action lang=en  →  Hangup  (… ms)')],
    metrics: [],
  },
];
