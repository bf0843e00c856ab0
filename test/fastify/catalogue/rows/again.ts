import { answered, says, type Row } from '../row.ts';

const at = '/ivr/action?lang=en';
const mine = 'CallUUID=b7c1d2e3&Digits=1&From=14155550100';
const goodbye = ['Hangup'];
const message = answered('call b7c1d2e3  getdigits-action  POST /ivr/action lang=en  →  Hangup  (… ms)');
const nonce = '31627761595286130198';
const ended = {
  level: 'info',
  event: 'stale',
  reason: 'hung_up',
  msg: '/ivr/action was requested for a call that has ended.',
};
const hungUp = answered('call b7c1d2e3  hangup  POST /ivr  →  nothing (a notice)  (… ms)');

const resplit = (what: string, form: string, path = at, method = 'POST'): Row => ({
  row: 34,
  what: `a signature that was used is 403 over other content: ${what}`,
  only: 'live',
  steps: [
    { path: at, form: mine, signed: { nonce }, next: goodbye },
    { method, path, form, signed: { nonce, path: at, form: mine, method: 'POST' }, status: 403 },
    // What was rejected has not taken the place of what was served.
    { path: at, form: mine, signed: { nonce }, next: goodbye },
  ],
  log: [
    message,
    {
      level: 'error',
      event: 'reject',
      reason: 'collision',
      msg: 'Rejected a request to /ivr/action: collision',
    },
    { level: 'info', event: 'duplicate', reason: 'signature' },
  ],
  metrics: ['ivr_duplicate_total{reason="signature"} 1', 'ivr_reject_total{reason="collision"} 1'],
});

/** What comes twice, late, or in another order. */
export const again: readonly Row[] = [
  {
    row: 33,
    what: 'the same request again gets the same bytes, and its level does not run again',
    only: 'live',
    steps: [
      { path: '/trouble/counts', form: says(), signed: { nonce }, said: ['Run 1.'], next: goodbye },
      {
        path: '/trouble/counts',
        form: says(),
        signed: { nonce },
        said: ['Run 1.'],
        next: goodbye,
        sameAgain: true,
      },
      { path: '/trouble/counts', form: says(), said: ['Run 2.'], next: goodbye },
    ],
    log: [
      answered('call b7c1d2e3  answer  POST /trouble/counts  →  Hangup  (… ms)'),
      {
        level: 'info',
        event: 'duplicate',
        reason: 'signature',
        msg: '/trouble/counts was requested again, and gives the same answer.',
      },
      answered('call b7c1d2e3  answer  POST /trouble/counts  →  Hangup  (… ms)'),
    ],
    metrics: ['ivr_duplicate_total{reason="signature"} 1', 'ivr_input_total{reason="none"} 2'],
  },
  {
    row: 33,
    what: 'the same notice again is 200 and nothing, and its handler does not run again',
    only: 'live',
    steps: [
      { path: '/trouble/noted', form: says(), signed: { nonce } },
      { path: '/trouble/noted', form: says(), signed: { nonce }, sameAgain: true },
      { path: '/trouble/notes', form: says(), said: ['1 note.'], next: goodbye },
    ],
    log: [
      { level: 'info', msg: 'call b7c1d2e3  answer  POST /trouble/noted  →  nothing (a notice)  (… ms)' },
      { level: 'info', event: 'duplicate', reason: 'signature' },
      { level: 'info' },
    ],
    metrics: ['ivr_duplicate_total{reason="signature"} 1', 'ivr_input_total{reason="none"} 1'],
  },
  resplit('a value that swallows the next field', 'CallUUID=b7c1d2e3&Digits=1From14155550100'),
  resplit('a name that swallows its value', 'CallUUIDb7c1d2e3Digits1From=14155550100'),
  resplit('all fields in one', 'CallUUID=b7c1d2e3Digits1From14155550100'),
  resplit('a form in another spelling', 'Digits=1&CallUUID=b7c1d2e3&From=14155550100'),
  {
    row: 36,
    what: 'callbacks that come out of order are answered by what their addresses say',
    steps: [
      { path: at, form: says('Digits=1'), next: goodbye },
      {
        path: '/ivr/level2',
        form: says('Digits=2'),
        next: ['GetDigits https://ivr.example.com/ivr/action?lang=es', 'Hangup'],
      },
    ],
    log: [
      message,
      answered(
        'call b7c1d2e3  getdigits-action  POST /ivr/level2  →  GetDigits /ivr/action?lang=es, Hangup  (… ms)',
      ),
    ],
    metrics: [],
  },
  {
    row: 37,
    what: 'a hang-up before the answer, or in mid-menu, is 200 and nothing',
    steps: [
      { path: '/ivr', form: says('Event=Hangup&HangupCauseName=Cancelled') },
      { path: '/ivr/action?lang=en', form: says('Event=Hangup&HangupCauseName=Normal+Hangup') },
    ],
    log: [hungUp, answered('call b7c1d2e3  hangup  POST /ivr/action  →  nothing (a notice)  (… ms)')],
    metrics: ['ivr_lifecycle_total{reason="hangup"} 2'],
  },
  {
    row: 37,
    what: 'an outbound call that rings is 200 and nothing, and is answered after it',
    steps: [
      { path: '/ivr', form: says('Event=Ring&CallStatus=ringing&Direction=outbound') },
      {
        path: '/ivr',
        form: says('Event=StartApp&Direction=outbound'),
        next: ['GetDigits https://ivr.example.com/ivr/level2', 'Hangup'],
      },
    ],
    log: [
      answered('call b7c1d2e3  ring  POST /ivr  →  nothing (a notice)  (… ms)'),
      answered('call b7c1d2e3  answer  POST /ivr  →  GetDigits /ivr/level2, Hangup  (… ms)'),
    ],
    metrics: ['ivr_lifecycle_total{reason="ring"} 1'],
  },
  {
    row: 38,
    what: 'an action callback after the hang-up gets <Hangup/>',
    steps: [
      { path: '/ivr', form: says('Event=Hangup') },
      { path: at, form: says('Digits=1'), said: [], next: goodbye },
      {
        path: at,
        form: 'CallUUID=another&Digits=1',
        said: [
          'Inspire Works helps people find work that they love. Thank you for listening.',
          'Thank you for calling Inspire Works. Goodbye.',
        ],
        next: goodbye,
      },
    ],
    log: [
      hungUp,
      ended,
      answered('call another  getdigits-action  POST /ivr/action lang=en  →  Hangup  (… ms)'),
    ],
    metrics: ['ivr_lifecycle_total{reason="hangup"} 1', 'ivr_stale_total{reason="hung_up"} 1'],
  },
  {
    row: 39,
    what: 'a call that this process has never seen goes on where its address says',
    steps: [
      {
        path: '/ivr/action?lang=es&try=2',
        form: says('Digits=9'),
        said: ['Opción no válida.'],
        next: ['Redirect https://ivr.example.com/ivr?try=3'],
      },
    ],
    log: [{ level: 'info', event: 'input', reason: 'unknown' }],
    metrics: ['ivr_input_total{reason="unknown"} 1'],
  },
];
