/**
 * Reads the command line of `plivo-jsx map`.
 * @module
 */
import path from 'node:path';
import { readArguments, usageError } from '../../arguments.ts';
import type { Variables } from '../../environment/variable-names.ts';
import { exploringOptions, readExploring, type ExploringArguments } from '../check/exploring-options.ts';

const formats = ['svg', 'mermaid', 'dot', 'json'] as const;

/** What is explored, and how it is drawn. */
export interface MapArguments extends ExploringArguments {
  /** The name of the only flow to draw. */
  readonly flow: string | undefined;
  readonly format: (typeof formats)[number];
  /** The file; missing for the standard output. */
  readonly out: string | undefined;
  /** A commit or a file to compare with. */
  readonly diff: string | undefined;
  /** A folder of links that calls of tests took: the map is coloured by it. */
  readonly coverage: string | undefined;
  /** Whether differences are told as JSON. */
  readonly json: boolean;
}

const options = {
  ...exploringOptions,
  flow: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  diff: { type: 'string' },
  coverage: { type: 'string' },
} as const;

/** The format of a file, by the end of its name. */
const byEnding: Readonly<Record<string, MapArguments['format']>> = {
  '.svg': 'svg',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.dot': 'dot',
  '.gv': 'dot',
  '.json': 'json',
};

/**
 * Reads the arguments.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT`, `E_PHONE_URL`
 */
export function readMapArguments(args: readonly string[], usage: string, variables: Variables): MapArguments {
  const wrong = (problem: string) => usageError(problem, usage);
  const { values, positionals } = readArguments(args, options, usage);
  const exploring = readExploring('map', values, positionals, usage, variables);
  const { flow, out, diff, json, coverage } = values;
  const written =
    values.format ?? (out === undefined ? 'svg' : (byEnding[path.extname(out).toLowerCase()] ?? 'svg'));
  const format = formats.find((known) => known === written);
  if (format === undefined) throw wrong(`--format takes ${formats.join(', ')}`);
  if (flow !== undefined && exploring.url !== undefined)
    throw wrong('--flow is for the flows of this project, not for an address');
  if (json && diff === undefined) throw wrong('--json is for --diff; a map is JSON with --format json');
  if (diff !== undefined && exploring.url !== undefined && !diff.endsWith('.json'))
    throw wrong(
      '--diff takes a commit for the flows of this project; for an address it takes a map in a .json file',
    );
  if (diff !== undefined && out === undefined && values.format !== undefined)
    throw wrong('The picture of --diff needs a file: add --out');
  if (diff !== undefined && coverage !== undefined) throw wrong('--diff and --coverage cannot be combined');
  return { ...exploring, coverage, flow, format, out, diff, json };
}
