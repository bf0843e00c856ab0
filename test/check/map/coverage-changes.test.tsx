import { describe, expect, test } from 'vitest';
import { createApp } from 'plivo-jsx/fastify';
import { coverageChanges, mapOf, toDot } from 'plivo-jsx/check';
import { call, explore, recordCalls } from 'plivo-jsx/testing';
import inspireWorks from '../../../flows/inspire-works/flow.ts';

describe('a map coloured by coverage', async () => {
  const app = await createApp({ flows: [inspireWorks], logger: false });
  const graph = await explore(app, '/ivr');

  test('is grey where no call went', () => {
    const { boxes, arrows } = coverageChanges(graph, recordCalls(app).coverageOf(graph));
    expect(new Set([...boxes.values(), ...arrows.values()])).toEqual(new Set(['unexplored']));
  });

  test('is green and amber where calls went', async () => {
    const calls = recordCalls(app);
    const phone = await call(app, '/ivr');
    await phone.press('1');
    await phone.press('1');
    const changes = coverageChanges(graph, calls.coverageOf(graph));
    expect(Object.fromEntries(changes.boxes)).toEqual({
      '/ivr': 'added',
      '/ivr/level2': 'added',
      '/ivr/action': 'added',
    });
    expect(changes.arrows.get('/ivr /ivr/level2')).toBe('changed');
    expect(changes.arrows.get('/ivr end hungUp')).toBe('unexplored');
    expect(toDot(mapOf(graph), changes)).not.toBe(toDot(mapOf(graph)));
  });
});
