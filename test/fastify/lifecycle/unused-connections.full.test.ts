import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { connected, form } from './connected.ts';

// Longer than Plivo waits for a reply, since such a client may still read.
test('an app closes although somebody never reads what they asked for', async () => {
  const { app, socket, ended } = await connected('');
  socket.pause();
  const body = 'a='.padEnd(60_000, 'b');
  const request = `POST /debug HTTP/1.1\r\n${form.replace('100', '60000')}${body}`;
  for (let left = 200; left > 0; left--) socket.write(request);
  await wait(1_000);
  const closed = app.close().then(() => 'closed');
  expect(await Promise.race([closed, wait(25_000, 'still open')])).toBe('closed');
  socket.resume();
  await ended;
}, 40_000);
