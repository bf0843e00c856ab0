import { says } from '../row.ts';

/** What is asked of a process that cannot keep up, and what it gets. */
export interface Overload {
  readonly row: number;
  readonly what: string;
  readonly method?: string;
  readonly path: string;
  readonly form: string;
  /** What the document says, and where it leads; nothing for a notice. */
  readonly document: { readonly said?: readonly string[]; readonly next?: readonly string[] };
  readonly log: object;
  readonly metric: string;
}

const held = (path: string) => ({
  level: 'warn',
  event: 'shed',
  reason: 'loop_delay',
  msg: `${path} asks the caller to hold: this process is overloaded.`,
});

export const overload: readonly Overload[] = [
  {
    row: 68,
    what: 'a caller is asked to hold, and comes again with the same address',
    path: '/ivr?try=2',
    form: says(),
    document: {
      said: ['One moment, please.', 'Un momento, por favor.'],
      next: ['Wait', 'Redirect https://ivr.example.com/ivr?try=2'],
    },
    log: held('/ivr'),
    metric: 'ivr_shed_total{reason="loop_delay"}',
  },
  {
    row: 68,
    what: 'a caller is asked to hold in their language',
    path: '/ivr/action?lang=es&try=2',
    form: says('Digits=1'),
    document: {
      said: ['Un momento, por favor.'],
      next: ['Wait', 'Redirect https://ivr.example.com/ivr/action?lang=es&try=2'],
    },
    log: held('/ivr/action'),
    metric: 'ivr_shed_total{reason="loop_delay"}',
  },
  {
    row: 68,
    what: 'a caller whose number answers by GET comes again without the fields of Plivo, which are sent anew',
    method: 'GET',
    path: `/ivr?try=2&${says({ stir_verification: 'Verified' })}&__again=1`,
    form: '',
    document: {
      said: ['One moment, please.', 'Un momento, por favor.'],
      next: ['Wait', 'Redirect https://ivr.example.com/ivr?try=2&__again=1'],
    },
    log: held('/ivr'),
    metric: 'ivr_shed_total{reason="loop_delay"}',
  },
  {
    row: 68,
    what: 'a caller of a level that takes GET alone comes again by GET',
    method: 'GET',
    path: `/got/slow?${says()}`.replace(/&$/, ''),
    form: '',
    document: {
      said: ['One moment, please.'],
      next: ['Wait', 'Redirect GET https://ivr.example.com/got/slow'],
    },
    log: held('/got/slow'),
    metric: 'ivr_shed_total{reason="loop_delay"}',
  },
  {
    row: 68,
    what: 'a notice is taken, since Plivo does not send it again',
    path: '/trouble/noted',
    form: says(),
    document: {},
    log: { level: 'info', msg: 'call b7c1d2e3  answer  POST /trouble/noted  →  nothing (a notice)  (… ms)' },
    metric: 'ivr_shed_total{reason="loop_delay"}',
  },
  {
    row: 68,
    what: 'the end of a call is heard',
    path: '/ivr',
    form: says('Event=Hangup'),
    document: {},
    log: { level: 'info' },
    metric: 'ivr_lifecycle_total{reason="hangup"}',
  },
];
