/**
 * The checks that send no request: of the variables, and of the spelling of the address.
 * @module
 */
import { fixOf, PlivoJsxError, sentenceOf } from '../../../errors.ts';
import { isAuthId } from '../../../rest/validate-call.ts';
import { isNumber } from '../../../rest/destination.ts';
import { unreachableBecause } from '../../../rest/public-url.ts';
import { readEnvironment } from '../../environment/read-variables.ts';
import type { Variables } from '../../environment/variable-names.ts';
import { usualSpelling } from '../../../webhook/signature/public-address.ts';
import { ok, warning, wrong, type Check, type Finding } from './finding.ts';

/** The values of variables, and the findings about them. */
export interface Settings {
  readonly publicUrl: string | undefined;
  readonly authTokens: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Reads each variable by itself, so that all mistakes are found.
 *
 * @param isTarget requests will be sent to `PUBLIC_URL`
 */
export function readSettings(variables: Variables, isTarget: boolean): Settings {
  const findings: Finding[] = [];
  const only = (name: string, check: Check) => {
    try {
      return readEnvironment({ [name]: variables[name] });
    } catch (error) {
      findings.push(findingOf(error, check));
      return undefined;
    }
  };
  const address = only('PUBLIC_URL', 'public-url');
  const publicUrl = address?.publicUrl;
  if (isTarget && address !== undefined) findings.push(...addressFindings(publicUrl, true));
  const tokens = only('PLIVO_AUTH_TOKEN', 'auth-token');
  if (tokens !== undefined) findings.push(tokenFinding(tokens.authTokens));
  const { authId, number } = readEnvironment({
    PLIVO_AUTH_ID: variables['PLIVO_AUTH_ID'],
    PLIVO_NUMBER: variables['PLIVO_NUMBER'],
  });
  findings.push(authIdFinding(authId), numberFinding(number));
  return { publicUrl, authTokens: tokens?.authTokens ?? [], findings };
}

/** An error of plivo-jsx as a finding. */
export function findingOf(error: unknown, check: Check): Finding {
  if (!(error instanceof PlivoJsxError)) throw error;
  const { code, facts } = error;
  return wrong(check, sentenceOf(code, facts), fixOf(code, facts));
}

/** Whether Plivo can reach an address, as far as its text shows, and whether it is https. */
export function addressFindings(address: string | undefined, isPublic: boolean): Finding[] {
  if (address === undefined)
    return [
      wrong(
        'public-url',
        'PUBLIC_URL is not set, so there is no address to check.',
        'set it to the address of your tunnel or server, or give another one with --url.',
      ),
    ];
  const problem = unreachableBecause(address);
  const name = isPublic ? 'PUBLIC_URL' : 'The address';
  const message = problem === undefined ? '' : `Plivo cannot reach ${address}: it ${problem}.`;
  const fix = 'give Plivo the address of a tunnel or server, such as https://ivr.example.com.';
  return [
    problem === undefined
      ? ok('public-url', `${name} is ${address}.`)
      : isPublic
        ? wrong('public-url', message, fix)
        : warning('public-url', message, fix),
    ...spellingFindings(name, address),
    /^https:/i.test(address)
      ? ok('https', `${name} is https.`)
      : warning(
          'https',
          `${name} is http, so anyone on the way can read and change the call.`,
          'use https where you can; a tunnel has it.',
        ),
  ];
}

/** Plivo's documentation does not say whether it signs the text of its console or the usual spelling of it. */
function spellingFindings(name: string, address: string): Finding[] {
  const usual = usualSpelling(address);
  if (usual === address) return [];
  return [
    warning(
      'public-url',
      `${name} is ${address}, which is usually written ${usual}, and a signature covers each letter.`,
      `write ${usual}, here and in Plivo's console.`,
    ),
  ];
}

function tokenFinding(tokens: readonly string[]): Finding {
  if (tokens.length > 0)
    return ok(
      'auth-token',
      `PLIVO_AUTH_TOKEN is set${tokens.length > 1 ? `: ${tokens.length} tokens` : ''}.`,
    );
  return wrong(
    'auth-token',
    'PLIVO_AUTH_TOKEN is not set: without it an app cannot tell Plivo from anyone else.',
    "set it to the token in Plivo's console, here and for the app.",
  );
}

function authIdFinding(authId: string | undefined): Finding {
  if (authId === undefined) return ok('auth-id', 'PLIVO_AUTH_ID is not set; only placing calls needs it.');
  if (isAuthId(authId)) return ok('auth-id', 'PLIVO_AUTH_ID is set.');
  return wrong(
    'auth-id',
    'PLIVO_AUTH_ID is not MA or SA and 18 letters or digits.',
    "copy PLIVO_AUTH_ID from Plivo's console again.",
  );
}

function numberFinding(number: string | undefined): Finding {
  if (number === undefined) return ok('number', 'PLIVO_NUMBER is not set; only placing calls needs it.');
  if (isNumber(number)) return ok('number', 'PLIVO_NUMBER is set.');
  return wrong(
    'number',
    'PLIVO_NUMBER is not a phone number with its country code.',
    'write it as +15551234567.',
  );
}
