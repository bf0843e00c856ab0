/**
 * Reads and checks the variables of the environment.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { isRedisUrl } from '../../store/redis-url.ts';
import { publicAddress } from '../../webhook/signature/public-address.ts';
import type { VariableName, Variables } from './variable-names.ts';

/** The settings in the environment. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly authId: string | undefined;
  readonly authTokens: readonly string[];
  readonly number: string | undefined;
  /** The address of Plivo's API; only tests set it. */
  readonly apiUrl: string | undefined;
  readonly allowUnsigned: boolean;
  /** Where `/metrics` is served; undefined when it is not. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** The Redis that the processes of an app share. */
  readonly redisUrl: string | undefined;
  readonly production: boolean;
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/**
 * Reads the variables.
 *
 * @param variables such as `process.env`; an empty one counts as not set
 * @throws {@link PlivoJsxError} `E_VARIABLE`, one error for all that cannot be used
 */
export function readEnvironment(variables: Variables): Environment {
  const get = (name: VariableName) => variables[name]?.trim() || undefined;
  const problems: PlivoJsxError[] = [];
  const checked = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      problems.push(error as PlivoJsxError);
      return undefined as T;
    }
  };
  const environment = {
    port: checked(() => port('PORT', get('PORT') ?? '5000')),
    host: get('HOST') ?? '127.0.0.1',
    publicUrl: checked(() => publicUrl(get('PUBLIC_URL'))),
    authId: get('PLIVO_AUTH_ID'),
    authTokens: checked(() => tokens(variables['PLIVO_AUTH_TOKEN'])),
    number: get('PLIVO_NUMBER'),
    apiUrl: get('PLIVO_API_URL'),
    metrics: checked(() => metrics(get('METRICS_PORT'), get('METRICS_HOST'))),
    redisUrl: checked(() => redisUrl(get('REDIS_URL'))),
    allowUnsigned: checked(() => allowUnsigned(get('ALLOW_UNSIGNED'))),
    production: get('NODE_ENV') === 'production',
  };
  if (problems.length > 0) throw problems.length === 1 ? problems[0] : oneError(problems);
  return environment;
}

function oneError(problems: readonly PlivoJsxError[]): PlivoJsxError {
  const facts = problems.map((error) => error.facts as Readonly<Record<string, string>>);
  const sentences = facts.map(({ variable, problem }) => `${variable} ${problem}`);
  const { variable = '' } = facts[0]!;
  return wrong(
    variable,
    sentences.join('. ').slice(variable.length + 1),
    facts.map(({ variable: name, suggestion }) => `for ${name}, ${suggestion}`).join('; '),
  );
}

/**
 * Checks what concerns only a server: it must not accept unsigned requests from other machines, and it cannot check
 * signatures without its public address.
 *
 * @throws {@link PlivoJsxError} `E_UNSIGNED`, `E_VARIABLE`
 */
export function checkForServing(environment: Environment): void {
  const { host, port: number, authTokens, allowUnsigned, publicUrl: address, metrics: scraped } = environment;
  const unsigned = authTokens.length === 0;
  if (unsigned && !allowUnsigned && !loopback.test(host)) throw new PlivoJsxError('E_UNSIGNED', { host });
  if (!unsigned && address === undefined) {
    throw wrong(
      'PUBLIC_URL',
      'is not set, and PLIVO_AUTH_TOKEN is: Plivo signs over the public address',
      'set PUBLIC_URL to it, such as https://ivr.example.com',
    );
  }
  if (number !== 0 && scraped?.port === number && scraped.host === host)
    throw wrong('METRICS_PORT', 'is the port of the app itself', 'give another one, such as 9464');
}

const wrong = (variable: string, problem: string, suggestion: string) =>
  new PlivoJsxError('E_VARIABLE', { variable, problem, suggestion });

// The address may hold a password, so it is not shown.
function redisUrl(text: string | undefined): string | undefined {
  if (text === undefined || isRedisUrl(text)) return text;
  throw wrong(
    'REDIS_URL',
    'is not the address of a Redis',
    'write it as redis://localhost:6379, or rediss:// for TLS',
  );
}

function port(variable: string, text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65_535) return number;
  throw wrong(
    variable,
    `is ${JSON.stringify(text)}, which is no port`,
    'give a whole number from 0 to 65535',
  );
}

const metrics = (text: string | undefined, host = '127.0.0.1'): Environment['metrics'] =>
  text === undefined ? undefined : { host, port: port('METRICS_PORT', text) };

function allowUnsigned(text: string | undefined): boolean {
  if (text === undefined || text === '0' || text === '1') return text === '1';
  throw wrong(
    'ALLOW_UNSIGNED',
    `is ${JSON.stringify(text)}, which is neither 0 nor 1`,
    'set it to 1 to let anyone pose as Plivo, or leave it out',
  );
}

function publicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const address = publicAddress(text);
  if (address.problem === undefined) return address.url;
  const { problem, suggestion, isSecret } = address;
  throw wrong('PUBLIC_URL', isSecret ? problem : `is ${JSON.stringify(text)}, which ${problem}`, suggestion);
}

function tokens(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return [];
  const all = text.split(',').map((token) => token.trim());
  const suggestion = 'give one token, or several separated by commas';
  if (all.some((token) => token === '' || /\s/.test(token)))
    throw wrong('PLIVO_AUTH_TOKEN', 'holds an empty token or white space', suggestion);
  // Such as quotation marks, which docker --env-file keeps, or a ${NAME} that was not replaced.
  if (all.some((token) => !/^[!-~]+$/.test(token) || /["'`$]/.test(token)))
    throw wrong(
      'PLIVO_AUTH_TOKEN',
      'holds a character that no token has, such as a quotation mark',
      suggestion,
    );
  return all;
}
