import type { Rule } from '../finding.ts';

/** Plivo may deliver a request twice, for example when the first reply was lost on its way. */
export const secondDelivery: Rule = {
  id: 'R007',
  name: 'second-delivery',
  level: 'error',
  sentence: 'The second delivery of a request is answered differently.',
  why: 'Plivo sends a request again when a reply was lost on its way. What a level does once for each request then happens twice: two bookings, two messages.',
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
