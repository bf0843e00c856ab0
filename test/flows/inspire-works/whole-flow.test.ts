/** The whole flow: nobody is stranded, and every document is as its snapshot says. */
import { createApp } from 'plivo-jsx/fastify';
import { explore } from 'plivo-jsx/testing';
import 'plivo-jsx/testing/vitest';
import { afterEach, beforeAll, expect, test } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { settings } from '../../../flows/inspire-works/settings.ts';

let app: Awaited<ReturnType<typeof createApp>>;

beforeAll(async () => {
  app = await createApp({ flows: [inspireWorks] });
});

const asTheyWere = { ...settings };

afterEach(() => {
  Object.assign(settings, asTheyWere);
});

test('with an associate nobody is stranded, and every document is as its snapshot says', async () => {
  settings.associate = '+15550123456';
  const graph = await explore(app, '/ivr');
  expect(graph).toStrandNobody();
  expect(graph).toMatchFlowSnapshot({ name: 'inspire-works', every: true });
});

test('with a recorded message and no associate nobody is stranded, and every document is as its snapshot says', async () => {
  settings.audioMessage = 'https://media.example.com/message.mp3';
  const graph = await explore(app, '/ivr');
  expect(graph).toStrandNobody();
  expect(graph).toMatchFlowSnapshot({ name: 'inspire-works-without-associate' });
});
