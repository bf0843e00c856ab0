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
import { readArguments, usageError } from '../arguments.ts';
import type { Invocation } from '../command.ts';
import { readEnvironment, type Environment } from '../environment/environment.ts';
import { printLine } from '../io.ts';
import { asJson, multiLine, oneLine } from '../sanitize.ts';

const options = {
  path: { type: 'string' },
  from: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** Places the call, or with `--dry-run` prints the request. */
export async function run({ args, io, definition: { usage } }: Invocation): Promise<number> {
  const { values, positionals } = readArguments(args, options, usage);
  const [to, ...others] = positionals;
  if (to === undefined || others.length > 0) throw usageError('call takes one number', usage);
  if (!isE164(to)) throw new PlivoJsxError('E_NUMBER', { which: 'The number to call' });
  if (values.path?.startsWith('/') === false) throw usageError('--path does not begin with a slash', usage);
  const environment = readEnvironment(io.env);
  const call = callOf(
    to,
    values.from,
    values.path ?? (await answerPath(environment.production)),
    environment,
  );
  const { authId, authTokens, apiUrl } = environment;
  const account = { authId, authToken: authTokens[0], apiUrl };
  // On the command line the answer URL comes from the environment.
  const warn = (warning: string) =>
    printLine(io.stderr, multiLine(`Warning: ${warning.replace('answerUrl', 'PUBLIC_URL')}`));
  if (values['dry-run']) {
    for (const warning of validateCall(call, account)) warn(warning);
    printLine(io.stdout, asJson(previewCall(call, account), 2));
    return 0;
  }
  const placed = await placeCall(call, { ...account, onWarning: warn });
  printLine(
    io.stdout,
    values.json
      ? asJson(placed)
      : `Plivo says: ${oneLine(placed.message)}.\nRequest UUID: ${oneLine(placed.requestUuid)}`,
  );
  return 0;
}

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
