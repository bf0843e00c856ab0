import { explore, limitsOf, type Progress } from '../../../check/index.ts';
import { unreachableBecause } from '../../../rest/public-url.ts';
import { printLine, type CommandIO } from '../../io.ts';
import { readEnvironment } from '../../environment/read-variables.ts';
import { askYes } from './ask-yes.ts';
import type { Explored } from './explored.ts';
import type { CheckArguments } from './options.ts';
import type { ExploringArguments } from './exploring-options.ts';

/** Explores a server over HTTP. One beyond this machine only after a yes, if there is somebody to ask. */
export async function exploreAddress(
  { url = '', maxStates, token, at, off }: ExploringArguments & Partial<Pick<CheckArguments, 'off'>>,
  io: CommandIO,
  onProgress: (progress: Progress) => void,
): Promise<Explored> {
  const { maxRequests } = limitsOf({ maxStates });
  printLine(
    io.stderr,
    `${new URL(url).host} gets requests until every way is known, ${maxRequests} at most.`,
  );
  const isNear = unreachableBecause(url) !== undefined;
  if (!isNear && io.stdin.isTTY === true && !(await askYes(io, 'Go on? [y/N] ')))
    return { graphs: [], places: new Map() };
  // An app of this machine likely has the same `.env`, so its documents lead to `PUBLIC_URL`.
  const { publicUrl } =
    token !== undefined || isNear ? readEnvironment({ PUBLIC_URL: io.env['PUBLIC_URL'] }) : {};
  const graph = await explore(url, { maxStates, onProgress, publicUrl, token, at, off });
  return { graphs: [graph], places: new Map() };
}
