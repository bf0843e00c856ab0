import { describe, expect, test } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { isFull } from '../../support/size.ts';
import { serve } from '../served.ts';
import { exchange } from '../socket.ts';
import { slow } from './rows/slow.ts';

// As long as Node takes: 3 seconds for headers, and 10 for a request, which only the long form waits for.
const rows = isFull ? slow : slow.filter(({ row }) => row === 45);

describe.concurrent('slow', () => {
  test.each(rows)('row $row: $what is 408, and the connection is closed', async ({ bytes, metrics }) => {
    const app = await serve({ flows: [inspireWorks] });
    app.taken();
    const { replies, closed } = await exchange(app.port, bytes);
    expect(replies.map(({ status }) => status)).toEqual([408]);
    expect(closed).toBe(true);
    expect(app.taken()).toMatchObject([
      { level: 'debug', event: 'reject', reason: 'slow', msg: 'Rejected a connection: slow' },
    ]);
    expect(await app.counted()).toEqual(metrics);
    await app.close();
  });
});
