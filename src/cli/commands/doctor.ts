/**
 * `plivo-jsx doctor`: sends requests such as Plivo sends to a deployment, and prints what is wrong with it.
 * @module
 */
import { readArguments, readPublicAddress, usageError } from '../arguments.ts';
import type { Invocation } from '../command.ts';
import type { Variables } from '../environment/variable-names.ts';
import { printLine } from '../io.ts';
import { firstPath, defaultPath } from '../load-flows/first-path.ts';
import { asJson, oneLine } from '../../console/sanitize.ts';
import { examine } from './doctor/examine.ts';
import type { Finding } from './doctor/finding.ts';
import { addressFindings, findingOf, readSettings } from './doctor/variables.ts';
import { styleFor, type Style } from '../style.ts';

const options = {
  url: { type: 'string' },
  path: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Checks a deployment. The exit code is 1 when something is wrong; a warning does not change it. */
export async function run({ args, io, definition }: Invocation): Promise<number> {
  const { url, path: givenPath, json } = readOptions(args, definition.usage);
  const variables = io.env;
  const style = styleFor(io.stdout, variables);
  const findings: Finding[] = [];
  const report = (finding: Finding) => {
    findings.push(finding);
    if (!json) for (const line of linesOf(finding, style)) printLine(io.stdout, line);
  };
  const settings = readSettings(variables, url === undefined);
  if (url !== undefined) for (const finding of addressFindings(url, false)) report(finding);
  for (const finding of settings.findings) report(finding);
  const path = givenPath ?? (await pathOfFlows(variables, report));
  const base = url ?? settings.publicUrl;
  if (base !== undefined) {
    const port = variables['PORT']?.trim() || '5000';
    const localHosts = [`localhost:${port}`, `127.0.0.1:${port}`] as const;
    const { publicUrl, authTokens: tokens } = settings;
    for await (const finding of examine({ base, publicUrl, path, tokens, localHosts })) report(finding);
  }
  const problems = findings.filter(({ result }) => result === 'wrong').length;
  const result = { ok: problems === 0, url: base && base + path, checks: findings };
  printLine(io.stdout, json ? asJson(result) : summary(problems));
  return problems === 0 ? 0 : 1;
}

function readOptions(args: readonly string[], usage: string) {
  const wrong = (problem: string) => usageError(problem, usage);
  const { values, positionals } = readArguments(args, options, usage);
  if (positionals.length > 0) throw wrong(`doctor takes no argument "${positionals[0]}"`);
  const { url, path } = values;
  const address = url === undefined ? undefined : readPublicAddress('--url', url, usage);
  // A path must be text that the first line of an HTTP request can contain.
  if (path !== undefined && !/^\/[!-~]*$/.test(path)) throw wrong('--path is not a path such as /ivr');
  return { ...values, url: address };
}

/** Where calls begin, also when the flows cannot be loaded. */
async function pathOfFlows(variables: Variables, report: (finding: Finding) => void): Promise<string> {
  try {
    return await firstPath(variables['NODE_ENV']?.trim() === 'production');
  } catch (error) {
    report(findingOf(error, 'flows'));
    return defaultPath;
  }
}

function linesOf({ result, message, fix }: Finding, style: Style): string[] {
  const look = { ok: 'dim', warning: 'yellow', wrong: 'red' } as const;
  const line = `${style(look[result], result.padEnd(7))}  ${oneLine(message)}`;
  return fix === undefined ? [line] : [line, `         Fix: ${oneLine(fix)}`];
}

function summary(problems: number): string {
  if (problems === 0) return 'Nothing is wrong.';
  return problems === 1 ? 'One thing is wrong.' : `${problems} things are wrong.`;
}
