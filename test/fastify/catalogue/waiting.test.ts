import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serve, type Served } from '../served.ts';
import { forget, trouble } from '../trouble.tsx';
import { canaries, publicUrl, rowsOf, setUp } from './row.ts';
import { waiting } from './rows/waiting.ts';

let app: Served;

beforeEach(() => forget());
afterEach(() => app.close());

describe.each(['local', 'live'] as const)('%s', (mode) => {
  const rows = rowsOf(waiting, mode);

  test.each(rows)('row $row: $what', async ({ deadline, run, metrics }) => {
    app = await serve({ flows: [trouble], publicUrl, deadline, ...setUp[mode] });
    app.taken();
    await run(app, mode);
    expect(await app.counted()).toEqual(metrics);
    expect(app.written()).not.toMatch(canaries);
  });
});
