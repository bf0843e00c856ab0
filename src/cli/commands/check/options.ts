/**
 * Reads the command line of `plivo-jsx check`.
 * @module
 */
import { unreachableBecause } from '../../../rest/public-url.ts';
import { readArguments, usageError } from '../../arguments.ts';
import type { Variables } from '../../environment/variable-names.ts';
import { answerUrl } from '../phone/answer-url.ts';

/** What is explored, how far, and how it is told. */
export interface CheckArguments {
  /** Missing for the flows of the project. */
  readonly url: string | undefined;
  readonly maxStates: number | undefined;
  /** Whether the address may be beyond this machine and its network. */
  readonly remote: boolean;
  /** Whether requests are signed with the token of the environment. */
  readonly sign: boolean;
  readonly json: boolean;
  /** A folder of links that calls of tests took, see `PLIVO_JSX_COVERAGE`. */
  readonly coverage: string | undefined;
  /** The part of the links that they shall take, from 0 to 1. */
  readonly threshold: number;
}

const options = {
  'max-states': { type: 'string' },
  remote: { type: 'boolean', default: false },
  sign: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  coverage: { type: 'string' },
  threshold: { type: 'string' },
} as const;

/**
 * Reads the arguments.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT`, `E_PHONE_URL`
 */
export function readCheckArguments(
  args: readonly string[],
  usage: string,
  variables: Variables,
): CheckArguments {
  const wrong = (problem: string) => usageError(problem, usage);
  const { values, positionals } = readArguments(args, options, usage);
  const [written, ...others] = positionals;
  if (others.length > 0) throw wrong('check takes one address, or none for the flows of this project');
  const states = values['max-states'];
  if (states !== undefined && !/^[1-9]\d{0,6}$/.test(states))
    throw wrong('--max-states takes a whole number from 1 to 9999999');
  const percent = values.threshold;
  if (percent !== undefined && !/^(?:100|\d{1,2})$/.test(percent))
    throw wrong('--threshold takes a whole number of percent from 0 to 100');
  if (percent !== undefined && values.coverage === undefined)
    throw wrong('--threshold needs --coverage, with the folder that the tests wrote');
  const url = written === undefined ? undefined : answerUrl(written, variables);
  const { remote, sign, json, coverage } = values;
  if (url !== undefined && !remote && unreachableBecause(url) === undefined)
    throw wrong('The address is beyond this machine, and its app will get many requests; add --remote');
  const maxStates = states === undefined ? undefined : Number(states);
  return { url, maxStates, remote, sign, json, coverage, threshold: Number(percent ?? 0) / 100 };
}
