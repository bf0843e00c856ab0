/**
 * Reads what `plivo-jsx check` and `plivo-jsx map` have in common: what is explored, how far, and as whom.
 * @module
 */
import { callTimeForm, readCallTime } from '../../../phone/engine/call-time.ts';
import { unreachableBecause } from '../../../rest/public-url.ts';
import { usageError } from '../../arguments.ts';
import type { Variables } from '../../environment/variable-names.ts';
import { answerUrl } from '../phone/answer-url.ts';
import { tokenOf } from '../phone/token-of.ts';

/** What is explored, and how far. */
export interface ExploringArguments {
  /** Missing for the flows of the project. */
  readonly url: string | undefined;
  readonly maxStates: number | undefined;
  /** Whether the address may be beyond this machine and its network. */
  readonly remote: boolean;
  /** Signs requests; missing when they are not signed. */
  readonly token: string | undefined;
  /** When the calls take place. */
  readonly at: string | undefined;
}

/** The options of both commands. */
export const exploringOptions = {
  'max-states': { type: 'string' },
  remote: { type: 'boolean', default: false },
  sign: { type: 'boolean', default: false },
  token: { type: 'string' },
  at: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** The values of these options. */
interface ExploringValues {
  readonly 'max-states'?: string | undefined;
  readonly remote: boolean;
  readonly sign: boolean;
  readonly token?: string | undefined;
  readonly at?: string | undefined;
}

/**
 * Reads what is explored.
 *
 * @param command its name, for errors
 * @throws {@link PlivoJsxError} `E_ARGUMENT`, `E_PHONE_URL`
 */
export function readExploring(
  command: string,
  { 'max-states': states, remote, sign, token, at }: ExploringValues,
  [written, ...others]: readonly string[],
  usage: string,
  variables: Variables,
): ExploringArguments {
  const wrong = (problem: string) => usageError(problem, usage);
  if (others.length > 0) throw wrong(`${command} takes one address, or none for the flows of this project`);
  if (states !== undefined && !/^[1-9]\d{0,6}$/.test(states))
    throw wrong('--max-states takes a whole number from 1 to 9999999');
  if (at !== undefined && readCallTime(at) === undefined)
    throw wrong(`--at ${JSON.stringify(at)} is no date and time such as ${callTimeForm}`);
  const url = written === undefined ? undefined : answerUrl(written, variables);
  if (url === undefined && (sign || token !== undefined))
    throw wrong('--sign and --token are for an address; the flows of this project need no signature');
  if (url !== undefined && !remote && unreachableBecause(url) === undefined)
    throw wrong('The address is beyond this machine, and its app will get many requests; add --remote');
  return {
    url,
    maxStates: states === undefined ? undefined : Number(states),
    remote,
    token: tokenOf(token, sign, variables, wrong),
    at,
  };
}
