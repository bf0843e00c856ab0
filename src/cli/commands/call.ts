/**
 * `plivo-jsx call`: places an outbound call that the flow answers.
 * @module
 */
import { CodedError, PlivoJsxError } from '../../errors.ts';
import { previewCall } from '../../rest/preview-call.ts';
import { validateCall } from '../../rest/validate-call.ts';
import { destinationProblem } from '../../rest/destination.ts';
import type { OutboundCall } from '../../rest/outbound-call.ts';
import { placeCall, type PlacedCall } from '../../rest/place-call.ts';
import { firstPath } from '../load-flows/first-path.ts';
import { readArguments, usageError } from '../arguments.ts';
import type { Invocation } from '../command.ts';
import { readEnvironment, type Environment } from '../environment/read-variables.ts';
import { printLine, type CommandIO } from '../io.ts';
import { asJson, multiLine, oneLine } from '../../console/sanitize.ts';

const options = {
  path: { type: 'string' },
  from: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** Where the options of a call come from on the command line. */
const variables: Readonly<Record<string, string>> = {
  authId: 'PLIVO_AUTH_ID',
  authToken: 'PLIVO_AUTH_TOKEN',
  from: 'PLIVO_NUMBER',
  answerUrl: 'PUBLIC_URL',
};

/** Places the call, or with `--dry-run` prints the request. */
export async function run({ args, io, definition: { usage } }: Invocation): Promise<number> {
  const { values, positionals } = readArguments(args, options, usage);
  if (positionals.length === 0) throw usageError('call takes at least one number or SIP address', usage);
  const to = positionals.join('<');
  const problem = destinationProblem(to);
  if (problem !== undefined) throw new PlivoJsxError('E_NUMBER', problem);
  if (values.path?.startsWith('/') === false) throw usageError('--path does not begin with a slash', usage);
  const environment = readEnvironment(io.env);
  const path = values.path ?? (await firstPath(environment.production));
  try {
    return await place(callOf(to, values.from, path, environment), environment, values, io);
  } catch (error) {
    throw withVariable(error);
  }
}

async function place(
  call: OutboundCall,
  { authId, authTokens, apiUrl }: Environment,
  values: { readonly 'dry-run': boolean; readonly json: boolean },
  io: CommandIO,
): Promise<number> {
  const account = { authId, authToken: authTokens[0], apiUrl };
  const warn = (warning: string) => {
    const sentence = warning.replace(/^\w+/, (option) => variables[option] ?? option);
    printLine(io.stderr, multiLine(`Warning: ${sentence}`));
  };
  if (values['dry-run']) {
    for (const warning of validateCall(call, account)) warn(warning);
    printLine(io.stdout, asJson(previewCall(call, account), 2));
    return 0;
  }
  const placed = await placeCall(call, { ...account, onWarning: warn });
  printLine(
    io.stdout,
    values.json ? asJson(placed) : `Plivo says: ${oneLine(placed.message)}.\n${requestLine(placed)}`,
  );
  return 0;
}

const requestLine = ({ requestUuids }: PlacedCall) =>
  `Request UUID${requestUuids.length === 1 ? '' : 's'}: ${requestUuids.map(oneLine).join(', ')}`;

function callOf(
  to: string,
  from: string | undefined,
  path: string,
  { authId, authTokens, number, publicUrl }: Environment,
): OutboundCall {
  const caller = from ?? number;
  const needed = { authId, authToken: authTokens[0], from: caller, answerUrl: publicUrl };
  const missing = Object.entries(needed).flatMap(([option, value]) =>
    value === undefined ? [variables[option]!] : [],
  );
  if (publicUrl !== undefined && caller !== undefined && missing.length === 0)
    return { to, from: caller, answerUrl: publicUrl + path };
  if (missing.length === 1 && publicUrl === undefined)
    throw new PlivoJsxError('E_PUBLIC_URL', { option: 'PUBLIC_URL', problem: 'is not set' });
  throw new PlivoJsxError('E_CREDENTIALS', { option: listOf(missing) });
}

/** `A, B and C`. */
const listOf = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names);

/** The same error with the name of the variable, if it names the option of a call. */
function withVariable(error: unknown): unknown {
  if (!(error instanceof CodedError)) return error;
  const { code, facts, cause } = error;
  const variable = variables[facts['option'] ?? ''];
  return variable === undefined ? error : new CodedError(code, { ...facts, option: variable }, { cause });
}
