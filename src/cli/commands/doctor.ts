/**
 * `plivo-jsx doctor`: asks a deployment as Plivo would, and says what is wrong with it.
 * @module
 */
import { answerPath, usualPath } from '../load-flows/answer-path.ts';
import { readArguments, wrongArgument } from '../arguments.ts';
import { commands } from '../commands.ts';
import { publicAddress } from '../../webhook/signature/public-address.ts';
import { examine } from './doctor/examine.ts';
import type { Finding } from './doctor/finding.ts';
import { addressFindings, readSettings, toldBy } from './doctor/variables.ts';
import { styleFor, type Style } from './phone/style.ts';
import { asJson, oneLine } from '../terminal.ts';

const { usage } = commands['doctor']!;

const known = {
  url: { type: 'string' },
  path: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Checks, and says by the exit code whether something is wrong; warnings are not. */
export async function run(args: readonly string[]): Promise<number> {
  const { url, path: given, json } = readWanted(args);
  const style = styleFor(process.stdout, process.env);
  const findings: Finding[] = [];
  const tell = (finding: Finding) => {
    findings.push(finding);
    if (!json) for (const line of linesOf(finding, style)) console.log(line);
  };
  const settings = readSettings(process.env, url === undefined);
  if (url !== undefined) for (const finding of addressFindings(url, false)) tell(finding);
  for (const finding of settings.findings) tell(finding);
  const path = given ?? (await pathOrUsual(tell));
  const base = url ?? settings.publicUrl;
  if (base !== undefined) {
    const port = process.env['PORT']?.trim() || '5000';
    const localHosts = [`localhost:${port}`, `127.0.0.1:${port}`] as const;
    const { publicUrl, authTokens: tokens } = settings;
    for await (const finding of examine({ base, publicUrl, path, tokens, localHosts })) tell(finding);
  }
  const problems = findings.filter(({ result }) => result === 'wrong').length;
  if (json) console.log(asJson({ ok: problems === 0, url: base && base + path, checks: findings }));
  else console.log(summary(problems));
  return problems === 0 ? 0 : 1;
}

function readWanted(args: readonly string[]) {
  const { values, positionals } = readArguments(args, known, usage);
  if (positionals.length > 0) throw wrong(`doctor takes no argument "${positionals[0]}"`);
  const { url, path } = values;
  const address = url === undefined ? undefined : publicAddress(url);
  if (address?.problem !== undefined) throw wrong(`--url ${address.problem}; ${address.suggestion}`);
  if (path !== undefined && !(path.startsWith('/') && isAscii(path)))
    throw wrong('--path is no path such as /ivr');
  return { ...values, url: address?.url };
}

/** Where calls begin, also when that cannot be found out. */
async function pathOrUsual(tell: (finding: Finding) => void): Promise<string> {
  try {
    return await answerPath();
  } catch (error) {
    tell(toldBy(error, 'flows'));
    return usualPath;
  }
}

/** What an HTTP request line can carry. */
const isAscii = (text: string) => /^[!-~]+$/.test(text);

function linesOf({ result, says, fix }: Finding, style: Style): string[] {
  const look = { ok: 'dim', warning: 'yellow', wrong: 'red' } as const;
  const line = `${style(look[result], result.padEnd(7))}  ${oneLine(says)}`;
  return fix === undefined ? [line] : [line, `         Fix: ${oneLine(fix)}`];
}

function summary(problems: number): string {
  if (problems === 0) return 'Nothing is wrong.';
  return problems === 1 ? 'One thing is wrong.' : `${problems} things are wrong.`;
}

const wrong = (problem: string) => wrongArgument(problem, usage);
