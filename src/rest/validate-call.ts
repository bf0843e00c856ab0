/**
 * Everything about a call that can be wrong before anything is sent.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { callFields } from './call-fields.ts';
import { isE164 } from './e164.ts';
import type { OutboundCall } from './outbound-call.ts';
import { unreachable } from './public-url.ts';

/** Who places it. */
export interface Credentials {
  /** Plivo's Auth ID: `MA` or `SA`, and 18 letters or digits. */
  readonly authId: string | undefined;
  /** The auth token that belongs to it. */
  readonly authToken: string | undefined;
}

/**
 * Checks a call without placing it.
 *
 * @param call whom to call, and where the flow is
 * @param credentials of the account
 * @returns warnings, one sentence each: what works and should not stay so
 * @throws {@link PlivoJsxError} `E_CREDENTIALS`, `E_CREDENTIALS_FORM`, `E_NUMBER`, `E_PUBLIC_URL`, `E_OPTION`
 * @example
 * ```ts
 * import { validateCall } from 'plivo-jsx';
 *
 * const warnings = validateCall(
 *   { to: '+15551234567', from: '+15557654321', answerUrl: 'https://ivr.example.com/ivr' },
 *   { authId: process.env['PLIVO_AUTH_ID'], authToken: process.env['PLIVO_AUTH_TOKEN'] },
 * );
 * ```
 */
export function validateCall(call: OutboundCall, credentials: Credentials): readonly string[] {
  // Callers of plain JavaScript can leave either out.
  checkCredentials(credentials ?? { authId: undefined, authToken: undefined });
  if (typeof call !== 'object' || call === null) {
    throw new PlivoJsxError('E_OPTION', {
      option: 'call',
      problem: 'is missing',
      suggestion: 'give { to, from, answerUrl }. Nothing was sent',
    });
  }
  const unknown = Object.keys(call).find((name) => !Object.hasOwn(callFields, name));
  if (unknown !== undefined) {
    const suggestion = `use one of ${Object.keys(callFields).join(', ')}. Nothing was sent`;
    throw new PlivoJsxError('E_OPTION', { option: unknown, problem: 'is no field of a call', suggestion });
  }
  const warnings: string[] = [];
  for (const [name, { as, expected, accepts }] of Object.entries(callFields)) {
    const value = call[name as keyof OutboundCall];
    if (as === 'number') checkNumber(name, value);
    else if (value === undefined && name !== 'answerUrl') continue;
    else if (as === 'url') {
      checkAddress(name, value);
      if (/^http:/i.test(String(value))) warnings.push(insecure(name));
    } else if (!accepts(value)) {
      const facts = { option: name, problem: 'has a value that Plivo does not take' };
      throw new PlivoJsxError('E_OPTION', { ...facts, suggestion: `give ${expected}. Nothing was sent` });
    }
  }
  return warnings;
}

function checkCredentials({ authId, authToken }: Credentials): void {
  if (!authId) throw new PlivoJsxError('E_CREDENTIALS', { variable: 'PLIVO_AUTH_ID' });
  if (!authToken) throw new PlivoJsxError('E_CREDENTIALS', { variable: 'PLIVO_AUTH_TOKEN' });
  if (!isAuthId(authId)) {
    throw new PlivoJsxError('E_CREDENTIALS_FORM', {
      variable: 'PLIVO_AUTH_ID',
      form: 'MA or SA and 18 letters or digits',
    });
  }
  // Printable, and one token: PLIVO_AUTH_TOKEN may list several while they are changed.
  if (!/^[!-~]+$/.test(authToken) || authToken.includes(',')) {
    const form = 'one token, without spaces or commas';
    throw new PlivoJsxError('E_CREDENTIALS_FORM', { variable: 'PLIVO_AUTH_TOKEN', form });
  }
}

/** The form that Plivo's Python and Java SDKs ask for: an account or a subaccount, 20 characters. */
export const isAuthId = (text: string): boolean => /^(MA|SA)[A-Z0-9]{18}$/i.test(text);

function checkNumber(name: string, value: unknown): void {
  if (isE164(value as string)) return;
  const which = name === 'to' ? 'The number to call' : 'The number that the call comes from';
  throw new PlivoJsxError('E_NUMBER', { which });
}

function checkAddress(name: string, value: unknown): void {
  const problem = typeof value === 'string' ? unreachable(value) : 'is no address';
  if (problem === undefined) return;
  throw new PlivoJsxError('E_PUBLIC_URL', { problem, field: name === 'answerUrl' ? undefined : name });
}

const insecure = (name: string) =>
  `${name} is http, so anyone on the way can read and change the call. Use https where you can.`;
