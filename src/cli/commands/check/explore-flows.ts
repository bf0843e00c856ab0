import type { Graph, Progress } from '../../../check/index.ts';
import { explore } from '../../../testing/explore.ts';
import type { CommandIO } from '../../io.ts';
import { readEnvironment } from '../../environment/read-variables.ts';
import { findFlows } from '../../load-flows/find-flows.ts';
import { PlivoJsxError } from '../../../errors.ts';
import type { Explored } from './explored.ts';
import type { CheckArguments } from './options.ts';
import type { ExploringArguments } from './exploring-options.ts';

/** What is explored of the project. */
type ExploredFlows = Pick<ExploringArguments, 'maxStates' | 'at'> &
  Partial<Pick<CheckArguments, 'off'>> & {
    /** The name of the only flow that is explored. */
    readonly flow?: string | undefined;
  };

/** Explores the flows of the project in this process, each from its first level. */
export async function exploreFlows(
  { maxStates, at, off, flow: only }: ExploredFlows,
  io: CommandIO,
  onProgress: (progress: Progress) => void,
): Promise<Explored> {
  const { production } = readEnvironment(io.env);
  const [flows, { createApp }] = await Promise.all([
    findFlows('flows', production),
    import('../../../fastify/app.ts'),
  ]);
  if (only !== undefined && !flows.some(({ name }) => name === only))
    throw new PlivoJsxError('E_OPTION', {
      option: '--flow',
      problem: 'names no flow of this project',
      suggestion: `give one of ${flows.map(({ name }) => name).join(', ')}`,
    });
  const app = await createApp({ flows, development: !production });
  try {
    const graphs: Graph[] = [];
    for (const { name, firstLevel } of flows)
      if (only === undefined || name === only)
        graphs.push(await explore(app, firstLevel.path, { maxStates, onProgress, at, off }));
    const levels = flows.flatMap((flow) => flow.levels);
    return {
      graphs,
      places: new Map(levels.flatMap(({ path, source }) => (source ? [[path, source]] : []))),
    };
  } finally {
    await app.close();
  }
}
