import type { Rule } from '../finding.ts';

/** Plivo may deliver a request twice, for example when the first reply was lost on its way. */
export const secondDelivery: Rule = {
  id: 'R007',
  name: 'second-delivery',
  level: 'error',
  check: (graph) =>
    graph.nodes.flatMap(({ id, request: { method, path }, script, secondDelivery: how }) =>
      how === undefined
        ? []
        : [
            {
              node: id,
              sentence: `${method} ${path} is answered differently when Plivo delivers the same request a second time. ${how}`,
              fix: 'do what must happen once by the CallUUID and the step, and answer the second delivery as the first one.',
              script,
            },
          ],
    ),
};
