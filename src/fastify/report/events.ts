/**
 * All events beside an ordinary answer, with their log levels. Their names are those of the metrics,
 * `ivr_<event>_total{reason}`.
 * @module
 */

/** A level of the log. */
export type Severity = 'debug' | 'info' | 'warn' | 'error';

/** The events, and the reasons of each. */
export const events = {
  input: {
    none: 'info',
    unknown: 'info',
    star: 'debug',
    hash: 'debug',
    shape: 'warn',
    too_long: 'warn',
    repeated: 'warn',
    escape: 'debug',
    utf8: 'warn',
    names: 'debug',
    from: 'warn',
  },
  reject: {
    media_type: 'warn',
    charset: 'warn',
    encoding: 'warn',
    method: 'warn',
    path: 'info',
    body_size: 'warn',
    params: 'warn',
    header_size: 'warn',
    url_size: 'warn',
    target: 'warn',
    escape: 'warn',
    names: 'warn',
    delimiter: 'warn',
    host: 'warn',
    http: 'debug',
    slow: 'debug',
    collision: 'error',
  },
  auth: {
    token: 'warn',
    missing: 'warn',
    nonce: 'warn',
    method: 'warn',
    url_size: 'warn',
    url: 'warn',
    url_escape: 'warn',
    names: 'warn',
    params: 'warn',
    mismatch: 'warn',
    url_hint: 'error',
  },
  route: { unknown: 'error' },
  state: { unknown_level: 'warn', language: 'warn', params: 'warn' },
  duplicate: { signature: 'info', running: 'info' },
  stale: { hung_up: 'info' },
  lifecycle: { hangup: 'info', ring: 'info', 'machine-detection': 'info' },
  xml_sanitized: { character: 'warn' },
  xml_truncated: { speak: 'warn' },
  render: {
    error: 'error',
    invalid: 'error',
    empty: 'warn',
    handler: 'error',
    example: 'error',
    phrases: 'error',
  },
  deadline: { deadline: 'error', late: 'warn' },
  loop_delay: { component: 'error' },
  callback: { callback: 'error', params: 'warn', deadline: 'warn' },
  aborted: { caller: 'debug' },
  shed: { loop_delay: 'warn' },
  store: { error: 'error' },
  session: { store: 'error', unfit: 'warn' },
  unhandled: { rejection: 'error', exception: 'error' },
  draining: { signal: 'info', parent: 'info' },
  log: { dropped: 'warn', error: 'warn' },
} as const satisfies Record<string, Record<string, Severity>>;

/** An event. */
export type EventName = keyof typeof events;

/** The reason of an event. */
export type ReasonOf<E extends EventName> = keyof (typeof events)[E] & string;
