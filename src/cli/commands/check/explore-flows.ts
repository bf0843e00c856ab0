import type { Graph, Progress } from '../../../check/index.ts';
import { explore } from '../../../testing/explore.ts';
import type { CommandIO } from '../../io.ts';
import { readEnvironment } from '../../environment/read-variables.ts';
import { findFlows } from '../../load-flows/find-flows.ts';
import type { CheckArguments } from './options.ts';

/** Explores the flows of the project in this process, each from its first level. */
export async function exploreFlows(
  { maxStates, off }: CheckArguments,
  io: CommandIO,
  onProgress: (progress: Progress) => void,
): Promise<readonly Graph[]> {
  const { production } = readEnvironment(io.env);
  const [flows, { createApp }] = await Promise.all([
    findFlows('flows', production),
    import('../../../fastify/app.ts'),
  ]);
  const app = await createApp({ flows, development: !production });
  try {
    const graphs: Graph[] = [];
    for (const { firstLevel } of flows)
      graphs.push(await explore(app, firstLevel.path, { maxStates, onProgress, off }));
    return graphs;
  } finally {
    await app.close();
  }
}
