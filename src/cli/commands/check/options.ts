/**
 * Reads the command line of `plivo-jsx check`.
 * @module
 */
import { rules, type Rule, type SwitchedOff } from '../../../check/index.ts';
import { readArguments, usageError } from '../../arguments.ts';
import type { Variables } from '../../environment/variable-names.ts';
import { exploringOptions, readExploring, type ExploringArguments } from './exploring-options.ts';
import { selectedRules, withEmptyRules } from './rules-option.ts';

/** What is explored, what is looked for, and how it is told. */
export interface CheckArguments extends ExploringArguments {
  /** The rules to apply; `list` prints them instead. */
  readonly rules: readonly Rule[] | 'list';
  readonly promptSeconds: number | undefined;
  /** Whether warnings and findings of style count as errors. */
  readonly strict: boolean;
  readonly json: boolean;
  readonly format: 'github' | undefined;
  /** The rules that are switched off for a path. */
  readonly off: readonly SwitchedOff[];
  /** A folder of links that calls of tests took, see `PLIVO_JSX_COVERAGE`. */
  readonly coverage: string | undefined;
  /** The part of the links that they shall take, from 0 to 1. */
  readonly threshold: number;
}

const options = {
  ...exploringOptions,
  rules: { type: 'string' },
  'prompt-seconds': { type: 'string' },
  strict: { type: 'boolean', default: false },
  format: { type: 'string' },
  off: { type: 'string', multiple: true, default: [] as string[] },
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
  const { values, positionals } = readArguments(withEmptyRules(args), options, usage);
  const { json, strict, format, coverage, threshold: percent, 'prompt-seconds': seconds } = values;
  if (percent !== undefined && !/^(?:100|\d{1,2})$/.test(percent))
    throw wrong('--threshold takes a whole number of percent from 0 to 100');
  if (percent !== undefined && coverage === undefined)
    throw wrong('--threshold needs --coverage, with the folder that the tests wrote');
  const off = values.off.map((text) => readOff(text) ?? fail(wrong(offHelp)));
  if (seconds !== undefined && !/^[1-9]\d{0,2}$/.test(seconds))
    throw wrong('--prompt-seconds takes a whole number from 1 to 999');
  if (format !== undefined && format !== 'github') throw wrong('--format takes github');
  if (format !== undefined && json) throw wrong('--format and --json cannot be combined');
  return {
    ...readExploring('check', values, positionals, usage, variables),
    rules:
      values.rules === '' ? 'list' : values.rules === undefined ? rules : selectedRules(values.rules, wrong),
    promptSeconds: seconds === undefined ? undefined : Number(seconds),
    strict,
    json,
    format,
    off,
    coverage,
    threshold: Number(percent ?? 0) / 100,
  };
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
