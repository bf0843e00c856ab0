import { answered, says, type Row } from '../row.ts';

const noChoice = 'We did not get a choice.';
const invalid = 'Invalid input.';
const next = ['Redirect https://ivr.example.com/ivr?try=2'];
const line = (kind: string) =>
  `call b7c1d2e3  ${kind}  POST /ivr/action lang=en  →  Redirect /ivr?try=2  (… ms)`;
const pressed = line('getdigits-action');

interface Keys {
  readonly row: number;
  readonly what: string;
  readonly form: string;
  readonly said: string;
  readonly level?: 'warn';
  readonly msg: string;
  readonly reason: string;
}

const ask = ({ row, what, form, said, level, msg, reason }: Keys): Row => ({
  row,
  what: `keys that are ${what} ask the caller again`,
  steps: [{ path: '/ivr/action?lang=en', form: says(form), said: [said], next }],
  log: [{ ...answered(msg, level), event: 'input', reason }],
  metrics: [`ivr_input_total{reason="${reason}"} 1`],
  // Ten thousand of them are one long run of the same key.
  secret: form.length > 1000 ? '1111111' : '[]=1',
});

/** What a caller presses at an action URL. */
export const keys: readonly Row[] = (
  [
    { row: 1, what: 'missing', form: '', said: noChoice, msg: line('answer'), reason: 'none' },
    { row: 2, what: 'empty', form: 'Digits=', said: noChoice, msg: pressed, reason: 'none' },
    { row: 3, what: 'no option', form: 'Digits=99', said: invalid, msg: pressed, reason: 'unknown' },
    { row: 4, what: 'a star', form: 'Digits=*', said: invalid, msg: pressed, reason: 'star' },
    { row: 4, what: 'a hash', form: 'Digits=%23', said: invalid, msg: pressed, reason: 'hash' },
    {
      row: 5,
      what: 'letters',
      form: 'Digits=abc',
      said: noChoice,
      level: 'warn',
      msg: line('getdigits-action (keys: shape)'),
      reason: 'shape',
    },
    {
      row: 5,
      what: 'with a space',
      form: 'Digits=1+2',
      said: noChoice,
      level: 'warn',
      msg: line('getdigits-action (keys: shape)'),
      reason: 'shape',
    },
    {
      row: 5,
      what: 'of full width',
      form: 'Digits=%EF%BC%91',
      said: noChoice,
      level: 'warn',
      msg: line('getdigits-action (keys: shape)'),
      reason: 'shape',
    },
    {
      row: 6,
      what: 'ten thousand',
      form: `Digits=${'1'.repeat(10_000)}`,
      said: noChoice,
      level: 'warn',
      msg: line('getdigits-action (keys: too_long)'),
      reason: 'too_long',
    },
    {
      row: 7,
      what: 'more than were asked for',
      form: 'Digits=12',
      said: invalid,
      msg: pressed,
      reason: 'unknown',
    },
    {
      row: 8,
      what: 'repeated',
      form: 'Digits=1&Digits=2',
      said: noChoice,
      level: 'warn',
      msg: line('getdigits-action (keys: repeated)'),
      reason: 'repeated',
    },
    {
      row: 9,
      what: 'in brackets',
      form: 'Digits[]=1&a[b]=c',
      said: noChoice,
      msg: line('answer'),
      reason: 'none',
    },
  ] satisfies readonly Keys[]
).map(ask);
