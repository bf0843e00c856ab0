import { createApp } from 'plivo-jsx/fastify';
import { explore } from 'plivo-jsx/testing';
import 'plivo-jsx/testing/vitest';
import { expect, test, vi } from 'vitest';
import clinic from '../../flows/clinic/flow.ts';

// Three languages, three menus, and nine times that each is repeated.
vi.setConfig({ testTimeout: 240_000 });

test.each(['2026-11-25T10:00[Europe/Madrid]', '2026-11-28T23:00[Europe/Madrid]'])(
  'the clinic strands nobody who calls at %s',
  async (at) => {
    const app = await createApp({ flows: [clinic], development: true });
    const graph = await explore(app, '/clinic', { at });
    expect(graph).toStrandNobody({ warnings: true });
    expect(graph.state).toBe('request');
    expect(graph.nodes.flatMap(({ warnings }) => warnings)).toEqual([]);
  },
);
