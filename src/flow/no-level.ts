import { didYouMean } from '../did-you-mean.ts';
import { PlivoJsxError } from '../errors.ts';
import type { Flow } from './flow.ts';

/** The most levels that the error lists. */
const mostListed = 20;

/** The error for a path that no level has. */
export function noLevelAt(path: string, flows: readonly Flow[]): PlivoJsxError {
  const levels = flows.flatMap((flow) => flow.levels.filter(({ kind }) => kind === 'level'));
  const paths = levels.map((level) => level.path);
  const listed = paths.slice(0, mostListed).join(', ') || 'your own routes, since no flow has a level';
  const rest = paths.length > mostListed ? ` and ${paths.length - mostListed} more` : '';
  return new PlivoJsxError('E_NO_LEVEL', { path, guess: didYouMean(path, paths), paths: listed + rest });
}
