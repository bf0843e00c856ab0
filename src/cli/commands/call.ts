/**
 * `plivo-jsx call`: places an outbound call that the flow answers.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { previewCall } from '../../rest/preview-call.ts';
import { validateCall } from '../../rest/validate-call.ts';
import { isE164 } from '../../rest/e164.ts';
import type { OutboundCall } from '../../rest/outbound-call.ts';
import { placeCall } from '../../rest/place-call.ts';
import { answerPath } from '../load-flows/answer-path.ts';
import { readArguments, wrongArgument } from '../arguments.ts';
import { commands } from '../commands.ts';
import { readEnvironment, type Environment } from '../environment/environment.ts';
import { asJson, inLines, oneLine } from '../terminal.ts';

const { usage } = commands['call']!;

const known = {
  path: { type: 'string' },
  from: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** Places the call, or with `--dry-run` prints the request. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, known, usage);
  const [to, ...others] = positionals;
  if (to === undefined || others.length > 0) throw wrong('call takes one number');
  if (!isE164(to)) throw new PlivoJsxError('E_NUMBER', { which: 'The number to call' });
  if (values.path?.startsWith('/') === false) throw wrong('--path does not begin with a slash');
  const environment = readEnvironment(process.env);
  const call = callOf(to, values.from, values.path ?? (await answerPath()), environment);
  const { authId, authTokens, apiUrl } = environment;
  const options = { authId, authToken: authTokens[0], apiUrl };
  if (values['dry-run']) {
    for (const warning of validateCall(call, options)) warn(warning);
    console.log(asJson(previewCall(call, options), 2));
    return 0;
  }
  const placed = await placeCall(call, { ...options, onWarning: warn });
  console.log(
    values.json
      ? asJson(placed)
      : `Plivo says: ${oneLine(placed.message)}.\nRequest UUID: ${oneLine(placed.requestUuid)}`,
  );
  return 0;
}

// On the command line the answer URL comes from the environment.
const warn = (warning: string) =>
  console.error(inLines(`Warning: ${warning.replace('answerUrl', 'PUBLIC_URL')}`));

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

const wrong = (problem: string) => wrongArgument(problem, usage);
