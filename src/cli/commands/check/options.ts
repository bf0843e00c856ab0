/**
 * Reads the command line of `plivo-jsx check`.
 * @module
 */
import { rules, type SwitchedOff } from '../../../check/index.ts';
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
  /** The rules that are switched off for a path. */
  readonly off: readonly SwitchedOff[];
}

const options = {
  'max-states': { type: 'string' },
  remote: { type: 'boolean', default: false },
  sign: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  off: { type: 'string', multiple: true, default: [] as string[] },
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
  const url = written === undefined ? undefined : answerUrl(written, variables);
  const { remote, sign, json } = values;
  const off = values.off.map((text) => readOff(text) ?? fail(wrong(offHelp)));
  if (url !== undefined && !remote && unreachableBecause(url) === undefined)
    throw wrong('The address is beyond this machine, and its app will get many requests; add --remote');
  return { url, maxStates: states === undefined ? undefined : Number(states), remote, sign, json, off };
}

const offHelp =
  '--off takes the number of a rule, a path and a reason, such as R106:/ivr:"The desk rings for ever."';

/** Reads `R106:/ivr:why`; undefined when a part is missing, or there is no such rule. */
function readOff(text: string): SwitchedOff | undefined {
  const [, rule = '', path = '', reason = ''] = /^(R\d{3}):(\/[^:]*):(.*)$/s.exec(text) ?? [];
  const isRule = rules.some(({ id }) => id === rule);
  return isRule && reason.trim() !== '' ? { rule, path, reason: reason.trim() } : undefined;
}

const fail = (error: Error): never => {
  throw error;
};
