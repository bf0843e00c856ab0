import type { Graph, Progress } from '../../../check/index.ts';
import { explore } from '../../../testing/explore.ts';
import type { CommandIO } from '../../io.ts';
import { readEnvironment } from '../../environment/read-variables.ts';
import { findFlows } from '../../load-flows/find-flows.ts';
import type { Explored } from './explored.ts';
import type { CheckArguments } from './options.ts';

/** Explores the flows of the project in this process, each from its first level. */
export async function exploreFlows(
  { maxStates, at, off }: CheckArguments,
  io: CommandIO,
  onProgress: (progress: Progress) => void,
): Promise<Explored> {
  const { production } = readEnvironment(io.env);
  const [flows, { createApp }] = await Promise.all([
    findFlows('flows', production),
    import('../../../fastify/app.ts'),
  ]);
  const app = await createApp({ flows, development: !production });
  try {
    const graphs: Graph[] = [];
    for (const { firstLevel } of flows)
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
