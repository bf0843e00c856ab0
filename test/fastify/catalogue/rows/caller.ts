import { expect } from 'vitest';
import { answered, apology, says, type Line, type Row } from '../row.ts';

const menu = ['GetDigits https://ivr.example.com/ivr/level2', 'Hangup'];
const from = (From: string) => `${new URLSearchParams({ CallUUID: 'b7c1d2e3', From })}`;
const named = (CallerName: string) => `${new URLSearchParams({ CallUUID: 'b7c1d2e3', CallerName })}`;
const holding = (text: string): unknown => expect.stringContaining(text);

const sanitized: Line = { level: 'warn', event: 'xml_sanitized', reason: 'character', code: 'E_CHARACTER' };

const withheld = (From: string): Row => ({
  row: 40,
  what: `a call from "${From}" is a call like any other`,
  steps: [{ path: '/ivr', form: from(From), next: menu }],
  log: [answered('call b7c1d2e3  answer  POST /ivr  →  GetDigits /ivr/level2, Hangup  (… ms)')],
  metrics: [],
});

const notDialled = (what: string, From: string): Row => ({
  row: 41,
  what: `a caller who is ${what} is not dialled`,
  steps: [{ path: '/trouble/dials', form: from(From), ...apology }],
  log: [
    {
      level: 'error',
      event: 'render',
      reason: 'invalid',
      err: { type: 'RenderError' },
      msg: holding('The text of <Number> is not a telephone number with its country code.'),
    },
  ],
  metrics: ['ivr_render_total{reason="invalid"} 1'],
  secret: From,
});

const asText = (CallerName: string): Row => ({
  row: 42,
  what: `a caller named ${CallerName} is spoken as text`,
  steps: [
    { path: '/trouble/name', form: named(CallerName), said: [`Hello ${CallerName}.`], next: ['Hangup'] },
  ],
  log: [{ level: 'info', event: 'input', reason: 'none' }],
  metrics: ['ivr_input_total{reason="none"} 1'],
  secret: CallerName,
});

const noAddress = (sent: string): Row => ({
  row: 43,
  what: `a SIP header is no address when it says ${sent}`,
  steps: [{ path: '/trouble/address', form: says({ 'X-PH-Next': sent }), ...apology }],
  log: [
    {
      level: 'error',
      event: 'render',
      reason: 'invalid',
      msg: holding('action is a text of another shape; <Dial action> takes'),
    },
  ],
  metrics: ['ivr_render_total{reason="invalid"} 1'],
  secret: sent,
});

/** What a caller or their carrier chooses. */
export const caller: readonly Row[] = [
  withheld('anonymous'),
  withheld(''),
  withheld('+266696687'),
  withheld('Anonymous Caller'),
  {
    row: 41,
    what: 'a caller of five kilobytes is cut at 256 characters',
    steps: [
      {
        path: '/trouble/from',
        form: from('x'.repeat(5000)),
        said: [`You are ${'x'.repeat(256)}.`],
        next: ['Hangup'],
      },
      { path: '/ivr', form: from('x'.repeat(5000)), next: menu },
    ],
    log: [
      { level: 'info', event: 'input', reason: 'none' },
      { level: 'warn', event: 'input', reason: 'from' },
    ],
    metrics: ['ivr_input_total{reason="from"} 1', 'ivr_input_total{reason="none"} 1'],
    secret: 'xxx',
  },
  ...['sip:ana.canary@example.com', 'Ana'].map((From): Row => ({
    row: 41,
    what: `a caller who is ${From} is served, and told`,
    steps: [{ path: '/ivr', form: from(From), next: menu }],
    log: [{ level: 'warn', event: 'input', reason: 'from' }],
    metrics: ['ivr_input_total{reason="from"} 1'],
    secret: From,
  })),
  notDialled('five kilobytes', 'x'.repeat(5000)),
  notDialled('a SIP address', 'sip:ana.canary@example.com'),
  notDialled('letters', 'Ana'),
  ...['"/><Hangup/>', ']]>', '&e;', '<break time="10s"/>', '<!-- -->', '<![CDATA[x]]>'].map(asText),
  {
    row: 42,
    what: 'a name that has become a parameter is spoken, and neither the log nor an error tells it',
    steps: [
      { path: '/trouble/greets?name=Lovelace', form: says(), said: ['Hello Lovelace.'], next: ['Hangup'] },
      { path: '/trouble/greets-nobody?name=Lovelace', form: says(), ...apology },
    ],
    log: [
      answered('call b7c1d2e3  answer  POST /trouble/greets name=[hidden]  →  Hangup  (… ms)'),
      { level: 'error', event: 'render', msg: holding('Cause: Error: nobody is called [hidden]') },
    ],
    metrics: ['ivr_input_total{reason="none"} 1', 'ivr_render_total{reason="error"} 1'],
    secret: 'Lovelace',
  },
  {
    row: 43,
    what: 'a SIP header with quotes stays in its attribute',
    steps: [
      {
        path: '/trouble/header',
        form: says({ 'X-PH-Name': `" action="https://evil.example/'>&` }),
        next: ['Number +15550123456', 'Dial'],
        holds: `callerName="&quot; action=&quot;https://evil.example/'&gt;&amp;"`,
      },
    ],
    log: [{ level: 'info', event: 'input', reason: 'none' }],
    metrics: ['ivr_input_total{reason="none"} 1'],
    secret: 'evil',
  },
  noAddress('javascript:alert(1)'),
  noAddress('file:///etc/passwd'),
  noAddress('//evil.example/x'),
  noAddress('ftp://evil.example'),
  noAddress('data:text/xml,x'),
  {
    row: 44,
    what: 'two hundred kilobytes that are spoken back are cut at Plivo’s limit',
    steps: [
      {
        path: '/trouble/speech',
        form: says({ Speech: 'canary '.repeat(7200), InputType: 'speech' }),
        said: ['canary '.repeat(7200).slice(0, 3000)],
        next: ['Hangup'],
      },
    ],
    log: [{ level: 'warn', code: 'E_LONG' }, { level: 'info' }],
    metrics: ['ivr_xml_truncated_total{reason="speak"} 1'],
    secret: 'canary canary',
  },
  {
    row: 44,
    what: 'a document that is too long for Plivo becomes an apology',
    steps: [{ path: '/trouble/speeches', form: says({ Speech: 'canary '.repeat(400) }), ...apology }],
    log: [{ level: 'error', event: 'render', reason: 'invalid', err: { code: 'E_SIZE' } }],
    metrics: ['ivr_render_total{reason="invalid"} 1'],
    secret: 'canary canary',
  },
  ...[
    ['NUL', '\0'],
    ['a control character', '\u001b'],
    ['a noncharacter', '\ufffe'],
  ].map(([what, character]): Row => ({
    row: 25,
    what: `${what} in what is spoken becomes a space, and the call goes on`,
    steps: [
      {
        path: '/trouble/name',
        form: named(`Ana${character}Lovelace`),
        said: ['Hello Ana Lovelace.'],
        next: ['Hangup'],
      },
    ],
    log: [sanitized, { level: 'info' }],
    metrics: ['ivr_input_total{reason="none"} 1', 'ivr_xml_sanitized_total{reason="character"} 1'],
    secret: 'Lovelace',
  })),
  {
    row: 70,
    what: 'line ends and colours in any field are no lines and colours of the log',
    steps: [
      {
        path: '/ivr',
        form: `${new URLSearchParams({
          CallUUID: 'b7\r\n{"level":60,"msg":"forged"}\u001b[31m',
          From: '1415555\r\n0100',
          CallerName: '\u001b]0;title\u0007',
          'X-PH-a\r\nb': '\r\n{"level":60}',
        })}`,
        next: menu,
      },
      {
        path: '/ivr/level2?a%0D%0Ab=%1B%5B31m',
        form: says('Digits=1'),
        next: ['Redirect https://ivr.example.com/ivr?__again=1'],
      },
      { path: '/wrong%0D%0A%1B%5B31m', form: says(), next: ['Hangup'] },
      {
        path: '/trouble/greets?name=Ana%0A12:00:00%20forged%1B%5B31m',
        form: says(),
        said: ['Hello Ana\n12:00:00 forged [31m.'],
        next: ['Hangup'],
      },
    ],
    log: [
      { level: 'warn', msg: 'call b7????le  answer  POST /ivr  →  GetDigits /ivr/level2, Hangup  (… ms)' },
      { level: 'warn', event: 'state', reason: 'params' },
      { level: 'error', event: 'route', reason: 'unknown' },
      { level: 'warn', code: 'E_CHARACTER' },
      answered('call b7c1d2e3  answer  POST /trouble/greets name=[hidden]  →  Hangup  (… ms)'),
    ],
    metrics: [
      'ivr_input_total{reason="from"} 1',
      'ivr_input_total{reason="none"} 1',
      'ivr_route_total{reason="unknown"} 1',
      'ivr_state_total{reason="params"} 1',
      'ivr_xml_sanitized_total{reason="character"} 1',
    ],
  },
  {
    row: 25,
    what: 'a lone surrogate in what is spoken becomes a space, and the call goes on',
    steps: [{ path: '/trouble/surrogate', form: says(), said: ['Hello Ana Lovelace.'], next: ['Hangup'] }],
    log: [sanitized, { level: 'info' }],
    metrics: ['ivr_input_total{reason="none"} 1', 'ivr_xml_sanitized_total{reason="character"} 1'],
  },
];
