/**
 * `--format github`: findings as workflow commands, which GitHub shows beside the code.
 * @module
 */
import path from 'node:path';
import type { Source } from '../../../../jsx-runtime/element.ts';
import type { Found, Graph } from '../../../check/index.ts';
import { oneLine } from '../../../console/sanitize.ts';

/** GitHub has no level of style. */
const commands = { error: 'error', warning: 'warning', style: 'notice' } as const;

const data = (text: string) =>
  oneLine(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * A finding as one line.
 *
 * @param places where each level was created, by its path
 */
export function annotation(
  { nodes, url }: Graph,
  { rule, node, sentence, fix, script }: Found,
  places: ReadonlyMap<string, Source>,
): string {
  const request = node === undefined ? undefined : nodes[node]?.request;
  const place = places.get(request?.path ?? new URL(url).pathname);
  const where =
    place === undefined
      ? ''
      : `file=${property(path.relative('', place.fileName).replaceAll('\\', '/'))},line=${place.lineNumber},col=${place.columnNumber},`;
  const said = `${sentence} Fix: ${fix} Script: ${script === '' ? 'none, it is the first document' : script}`;
  return `::${commands[rule.level]} ${where}title=${property(`${rule.id} ${rule.name}`)}::${data(said)}`;
}
