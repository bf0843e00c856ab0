import { createApp } from 'plivo-jsx/fastify';
import { explore } from 'plivo-jsx/testing';
import { afterEach, beforeAll, expect, test } from 'vitest';
import inspireWorks from '../../flows/inspire-works/flow.ts';
import { settings } from '../../flows/inspire-works/settings.ts';
import { check } from '../../src/check/check.ts';
import type { Found } from '../../src/check/finding.ts';

let app: Awaited<ReturnType<typeof createApp>>;

beforeAll(async () => {
  app = await createApp({ flows: [inspireWorks] });
});

/** What the user's document dictates. */
const wording = [
  'R201 /ivr says the key before the option: “Press 1 for English.”',
  'R201 /ivr/level2 says the key before the option: “Press 1 to hear our message.”',
  'R201 /ivr/level2 says the key before the option: “Oprima 1 para escuchar nuestro mensaje.”',
  'R202 /ivr/level2 blames the caller with “invalid”: “Invalid input.”',
  'R202 /ivr/level2 blames the caller with “no válida”: “Opción no válida.”',
];

const said = (findings: readonly Found[]) => findings.map(({ rule, sentence }) => `${rule.id} ${sentence}`);

const asTheyWere = { ...settings };

afterEach(() => {
  Object.assign(settings, asTheyWere);
});

test('Inspire Works strands nobody', async () => {
  const graph = await explore(app, '/ivr');
  expect(said(check(graph))).toEqual([...wording, 'R206 No key of /ivr leads to a person.']);
  expect(graph).toMatchObject({ isComplete: true, state: 'request', callsPlaced: 0 });
  expect(new Set(graph.nodes.map(({ request }) => request.path))).toEqual(
    new Set(['/ivr', '/ivr/level2', '/ivr/action']),
  );
});

test('Inspire Works with an associate strands nobody, whatever becomes of the transfer', async () => {
  settings.associate = '+15551234567';
  const graph = await explore(app, '/ivr');
  expect(said(check(graph))).toEqual(wording);
  expect(graph.nodes.filter(({ request }) => request.path === '/ivr/transferred').length).toBe(8);
});
