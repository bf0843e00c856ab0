/**
 * `plivo-jsx call`: places an outbound call that the flow answers.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { callRequest, isE164, type OutboundCall } from '../rest/call-request.ts';
import { placeCall } from '../rest/place-call.ts';
import { readArguments } from './arguments.ts';
import { commands } from './commands.ts';
import { readEnvironment, type Environment } from './environment.ts';

const { usage } = commands['call']!;

const options = {
  path: { type: 'string', default: '/ivr' },
  from: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** Places the call, or with `--dry-run` prints the request. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options, usage);
  const [to, ...others] = positionals;
  if (to === undefined || others.length > 0) throw wrong('call takes one number');
  if (!isE164(to)) throw new PlivoJsxError('E_NUMBER', { which: 'The number to call' });
  if (!values.path.startsWith('/')) throw wrong('--path does not begin with a slash');
  const environment = readEnvironment(process.env);
  const call = callOf(to, values.from, values.path, environment);
  const { authId, authTokens, apiUrl } = environment;
  const credentials = { authId, authToken: authTokens[0] };
  const { method, url, headers, body } = callRequest(call, credentials, apiUrl);
  if (call.answerUrl.startsWith('http:')) console.error(insecure);
  if (values['dry-run']) {
    const shown = {
      method,
      url,
      headers: { ...headers, authorization: 'Basic ***' },
      body: JSON.parse(body) as unknown,
    };
    console.log(JSON.stringify(shown, undefined, 2));
    return 0;
  }
  const placed = await placeCall(call, { ...credentials, apiUrl });
  console.log(
    values.json
      ? JSON.stringify(placed)
      : `Plivo says: ${placed.message}.\nRequest UUID: ${placed.requestUuid}`,
  );
  return 0;
}

const insecure =
  'Warning: PUBLIC_URL is http, so anyone on the way can read and change the call. Use https where you can.';

function callOf(
  to: string,
  from: string | undefined,
  path: string,
  { number, publicUrl }: Environment,
): OutboundCall {
  const caller = from ?? number;
  if (caller === undefined) throw new PlivoJsxError('E_CREDENTIALS', { variable: 'PLIVO_NUMBER' });
  if (publicUrl === undefined) throw new PlivoJsxError('E_PUBLIC_URL', { problem: 'is not set' });
  return { to, from: caller, answerUrl: publicUrl + path };
}

const wrong = (problem: string) => new PlivoJsxError('E_ARGUMENT', { problem, usage });
