import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { runMain } from '../../run-main.ts';

/** A server that answers any request, and what it got of the time. */
async function listening(goesByTheTime: boolean) {
  const times: unknown[] = [];
  const server = createServer((request, response) => {
    const time = request.headers['x-plivo-jsx-at'];
    times.push(time);
    if (goesByTheTime) response.setHeader('x-plivo-jsx-at', time!);
    response.setHeader('content-type', 'text/xml');
    response.end(
      request.url === '/'
        ? '<Response><Wait length="20"/><Redirect>/next</Redirect></Response>'.replace(
            '/next',
            `${base()}/next`,
          )
        : '<Response><Hangup/></Response>',
    );
  });
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `${base()}/`, times };
}

test('plivo-jsx phone --at says when the call starts, and sends the time, which passes with the call', async () => {
  const { url, times } = await listening(true);
  const { code, stdout, stderr } = await runMain([
    'phone',
    url,
    '--script',
    '',
    '--at',
    '2026-12-24T18:00[Europe/Madrid]',
  ]);
  expect(stderr).toBe('The call starts at 2026-12-24T18:00:00+01:00[Europe/Madrid].\n');
  expect(times).toEqual(['2026-12-24T17:00:00.000Z', '2026-12-24T17:00:20.000Z']);
  expect(stdout).not.toContain('warning');
  expect(code).toBe(0);
});

test('it says once that a server does not go by the time', async () => {
  const { url, times } = await listening(false);
  const { stdout } = await runMain(['phone', url, '--script', '', '--at', '2026-12-24T18:00Z']);
  expect(times.length).toBe(2);
  expect(stdout.match(/The server does not go by the time of the call that was set\./g)).toHaveLength(1);
});

test('without --at it sends no time, and says nothing of it', async () => {
  const { url, times } = await listening(false);
  const { stdout, stderr } = await runMain(['phone', url, '--script', '']);
  expect(times).toEqual([undefined, undefined]);
  expect(stdout + stderr).not.toContain('time');
});

test.each(['tomorrow', '2026-02-30T18:00', '2026-12-24T18:00[Europe/Madird]'])(
  'a time that does not exist is refused: %s',
  async (at) => {
    const { code, stderr } = await runMain(['phone', 'http://127.0.0.1:9/', '--script', '', '--at', at]);
    expect(stderr).toContain(`--at "${at}" is no date and time such as 2026-12-24T18:00`);
    expect(code).toBe(2);
  },
);
