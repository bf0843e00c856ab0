/**
 * Checks a call before anything is sent.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { destinationProblem, isNumber, mayLackCountryCode } from './destination.ts';
import { callFields, type OutboundCall } from './outbound-call.ts';
import { unreachableBecause } from './public-url.ts';

/** The credentials of a Plivo account. */
export interface Credentials {
  /** The Auth ID: `MA` or `SA`, followed by 18 letters or digits. */
  readonly authId: string | undefined;
  /** The auth token of the same account. */
  readonly authToken: string | undefined;
}

/**
 * Checks a call without placing it.
 *
 * @param call the number to call, the caller's number and the URL of the flow
 * @param credentials the credentials of the account
 * @returns warnings, one sentence for each value that works but is not secure
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
  // Untyped callers can leave out either argument.
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
    throw new PlivoJsxError('E_OPTION', { option: unknown, problem: 'is not a field of a call', suggestion });
  }
  const warnings: string[] = [];
  for (const [name, { kind, expected, accepts }] of Object.entries(callFields)) {
    const value = call[name as keyof OutboundCall];
    if (kind === 'number' || kind === 'destinations') {
      checkNumber(kind, value);
      if (mayLackCountryCode(String(value))) warnings.push(countryCodeWarning(name));
    } else if (value === undefined && name !== 'answerUrl') continue;
    else if (kind === 'url') {
      checkUrl(name, value);
      if (/^http:/i.test(String(value))) warnings.push(insecureWarning(name));
    } else if (!accepts(value)) {
      const facts = { option: name, problem: 'has a value that Plivo does not accept' };
      throw new PlivoJsxError('E_OPTION', { ...facts, suggestion: `give ${expected}. Nothing was sent` });
    }
  }
  return warnings;
}

function checkCredentials({ authId, authToken }: Credentials): void {
  if (!authId || !authToken)
    throw new PlivoJsxError('E_CREDENTIALS', {
      option: authId ? 'authToken' : authToken ? 'authId' : 'authId and authToken',
    });
  if (!isAuthId(authId)) {
    throw new PlivoJsxError('E_CREDENTIALS_FORM', {
      option: 'authId',
      form: 'MA or SA and 18 letters or digits',
    });
  }
  // One token of printable characters. A list of tokens, as a server takes it while they are rotated, is a mistake here.
  if (!/^[!-~]+$/.test(authToken) || authToken.includes(',')) {
    const form = 'one token, without spaces or commas';
    throw new PlivoJsxError('E_CREDENTIALS_FORM', { option: 'authToken', form });
  }
}

/** The form that Plivo's Python and Java SDKs require: an account or a subaccount, 20 characters. */
export const isAuthId = (text: string): boolean => /^(MA|SA)[A-Z0-9]{18}$/i.test(text);

function checkNumber(kind: 'destinations' | 'number', value: unknown): void {
  const problem = kind === 'destinations' ? destinationProblem(value) : callerProblem(value);
  if (problem !== undefined) throw new PlivoJsxError('E_NUMBER', problem);
}

const callerProblem = (from: unknown) =>
  isNumber(from)
    ? undefined
    : { which: 'The number that the call comes from', expected: 'a phone number with its country code' };

function checkUrl(name: string, value: unknown): void {
  const problem = typeof value === 'string' ? unreachableBecause(value) : 'is not an address';
  if (problem === undefined) return;
  throw new PlivoJsxError('E_PUBLIC_URL', { option: name, problem });
}

const insecureWarning = (name: string) =>
  `${name} is http, so anyone on the way can read and change the call. Use https where you can.`;

const countryCodeWarning = (name: string) =>
  `${name} has a number of ten digits without a plus, so Plivo takes its first digits for the country code. Write 1 before a number of the USA or Canada.`;
