/**
 * A webhook of Plivo's: a caller of their own somewhere in Inspire Works, some twenty fields, signed afresh.
 * @module
 */
import { randomInt, randomUUID } from 'node:crypto';
import { signRequest } from 'plivo-jsx';

export const publicUrl = 'https://ivr.example.com';
export const token = 'a-token-of-an-account-that-does-not-exist';

/** A request, and what its answer has to hold. */
export interface Webhook {
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
  readonly expected: string;
}

type Step = readonly [path: string, fields: { readonly [name: string]: string }, expected: string];

const steps: readonly Step[] = [
  ['/ivr', { Event: 'StartApp', CallStatus: 'ringing' }, `<GetDigits action="${publicUrl}/ivr/level2"`],
  ['/ivr/level2', { Digits: '1' }, `<GetDigits action="${publicUrl}/ivr/action?lang=en"`],
  ['/ivr/level2', { Digits: '2' }, `<GetDigits action="${publicUrl}/ivr/action?lang=es"`],
  ['/ivr/level2', { Digits: '7' }, `<Redirect>${publicUrl}/ivr?try=2</Redirect>`],
  ['/ivr/action?lang=en', { Digits: '1' }, 'Thank you for calling Inspire Works.'],
  ['/ivr/action?lang=es', { Digits: '2' }, 'no hay ningún asociado disponible'],
  ['/ivr/transferred?lang=en', { DialStatus: 'busy' }, 'All associates are on other calls.'],
];

const never: Step = ['/never', { Event: 'StartApp', CallStatus: 'ringing' }, 'One moment, please.'];

const number = () => `1415555${String(randomInt(10_000)).padStart(4, '0')}`;

/** Makes one; no two are alike, so none is answered from what was answered before. */
export function makeWebhook(flow: 'inspire-works' | 'never'): Webhook {
  const [path, fields, expected] = flow === 'never' ? never : steps[randomInt(steps.length)]!;
  const uuid = randomUUID();
  const params = {
    ALegRequestUUID: uuid,
    ALegUUID: uuid,
    BillRate: '0.002',
    CallStatus: 'in-progress',
    CallUUID: uuid,
    CallerName: 'Ann & Lee',
    Direction: 'inbound',
    Event: 'Redirect',
    ForwardedFrom: '',
    From: number(),
    ParentAuthID: 'MAXXXXXXXXXXXXXXXXXX',
    RequestUUID: uuid,
    STIRAttestation: 'A',
    STIRVerification: 'Verified',
    SessionStart: '2026-01-01 12:00:00.000000',
    StartTime: '2026-01-01 11:59:58',
    To: '14155550199',
    'X-PH-Region': 'west',
    ...fields,
  };
  const signature = signRequest({ method: 'POST', url: publicUrl + path, params }, token);
  const body = new URLSearchParams(params).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    ...signature,
  };
  return { path, headers, body, expected };
}
