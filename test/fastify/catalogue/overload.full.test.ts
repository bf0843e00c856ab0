import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { heard, serve, type Served } from '../served.ts';
import { forget, got, trouble } from '../trouble.tsx';
import { ask } from './ask.ts';
import { setUp } from './row.ts';
import { overload } from './rows/overload.ts';

/** Keeps the process from doing anything else. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe.each(['local', 'live'] as const)('%s: an overloaded process', (mode) => {
  let app: Served;

  beforeAll(async () => {
    app = await serve({ flows: [inspireWorks, trouble, got], ...setUp[mode] });
  });
  afterAll(() => app.close());

  /** Blocks until the process notices: it looks at the delay of the event loop every half second. */
  async function overloaded(): Promise<void> {
    const shed = async () => {
      block(600);
      await ask(app.port, mode, { path: '/trouble/from', form: 'CallUUID=other' });
      return app.taken().at(-1)?.event;
    };
    await expect.poll(shed, { timeout: 20_000, interval: 1 }).toBe('shed');
  }

  test.each(overload)(
    'row $row: $what',
    async ({ method = 'POST', path, form, document, log, metric }) => {
      forget();
      await overloaded();
      const { replies } = await ask(app.port, mode, { method, path, form });
      const [reply] = replies;
      expect(reply!.status).toBe(200);
      const isEmpty = (await reply!.clone().text()) === '';
      expect(isEmpty ? {} : await heard(reply!)).toMatchObject(document);
      expect(app.taken()).toMatchObject([log]);
      expect((await app.counted()).some((line) => line.startsWith(`${metric} `))).toBe(true);
    },
    30_000,
  );

  test('row 68: a process that keeps up again serves again', async () => {
    await overloaded();
    const served = async () => {
      const { replies } = await ask(app.port, mode, { path: '/ivr', form: 'CallUUID=later' });
      return (await heard(replies[0]!)).next;
    };
    await expect
      .poll(served, { timeout: 20_000 })
      .toEqual(['GetDigits https://ivr.example.com/ivr/level2', 'Hangup']);
  }, 30_000);
});
