/**
 * What `plivo-jsx check --coverage` says of the links that tests took.
 * @module
 */
import { describePlace } from '../../../check/links/place.ts';
import { coverageOf, type Coverage, type Graph } from '../../../check/index.ts';
import { oneLine } from '../../../console/sanitize.ts';
import { readTaken } from '../../../testing/coverage-folder.ts';
import { usageError } from '../../arguments.ts';

/**
 * Compares each flow with the links in a folder.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT` when the folder cannot be read
 */
export function coverageFrom(folder: string, graphs: readonly Graph[], usage: string): readonly Coverage[] {
  try {
    const taken = readTaken(folder);
    return graphs.map((graph) => coverageOf(graph, taken));
  } catch {
    throw usageError(
      '--coverage takes the folder that PLIVO_JSX_COVERAGE named when the tests ran, and there is no such one',
      usage,
    );
  }
}

/** The links that are left, each with a script that takes it, and the sum. */
export function coverageLines({ url, links, ratio }: Coverage, threshold: number): readonly string[] {
  const left = links.filter(({ taken }) => taken.length === 0);
  const percent = `${Math.floor(ratio * 100)} %`;
  const wanted = ratio < threshold ? `, less than ${Math.round(threshold * 100)} %` : '';
  return [
    ...left.map(
      ({ from, to, script }) =>
        `not taken  ${oneLine(`${script || 'silence'}: ${describePlace(from)} → ${describePlace(to)}`)}`,
    ),
    `${url}: tests take ${links.length - left.length} of ${links.length} links, ${percent}${wanted}.`,
  ];
}
