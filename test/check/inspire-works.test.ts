import { createApp } from 'plivo-jsx/fastify';
import { explore } from 'plivo-jsx/testing';
import { afterEach, beforeAll, expect, test } from 'vitest';
import inspireWorks from '../../flows/inspire-works/flow.ts';
import { settings } from '../../flows/inspire-works/settings.ts';
import { check } from '../../src/check/check.ts';

let app: Awaited<ReturnType<typeof createApp>>;

beforeAll(async () => {
  app = await createApp({ flows: [inspireWorks] });
});

const asTheyWere = { ...settings };

afterEach(() => {
  Object.assign(settings, asTheyWere);
});

test('Inspire Works strands nobody', async () => {
  const graph = await explore(app, '/ivr');
  expect(check(graph)).toEqual([]);
  expect(graph).toMatchObject({ isComplete: true, state: 'request', callsPlaced: 0 });
  expect(new Set(graph.nodes.map(({ request }) => request.path))).toEqual(
    new Set(['/ivr', '/ivr/level2', '/ivr/action']),
  );
});

test('Inspire Works with an associate strands nobody, whatever becomes of the transfer', async () => {
  settings.associate = '+15551234567';
  const graph = await explore(app, '/ivr');
  expect(check(graph)).toEqual([]);
  expect(graph.nodes.filter(({ request }) => request.path === '/ivr/transferred').length).toBe(8);
});
