import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { projectWith } from '../../cli/project.ts';
import { freePort } from '../../support/free-port.ts';
import { bin } from '../../support/shipped.ts';

const files = {
  'flows/hello/flow.js': `
import { flow, level } from 'plivo-jsx';
import { jsx } from 'plivo-jsx/jsx-runtime';
const hello = level('/hello', () => jsx('Response', { children: jsx('Hangup', {}) }));
export default flow('hello', { levels: [hello] });
`,
};

/** As many files as the process may have; it needs some of them itself. */
const mostFiles = 200;

test('strangers who hold as many connections as the process may have files do not end it', async () => {
  const [port, metrics] = [await freePort(), await freePort()];
  const limited = `ulimit -n ${mostFiles}; exec "$0" "$@"`;
  const child = spawn('/bin/sh', ['-c', limited, process.execPath, bin, 'start'], {
    cwd: await projectWith(files),
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      PORT: `${port}`,
      METRICS_PORT: `${metrics}`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const answer = (url: string) =>
    fetch(url, { signal: AbortSignal.timeout(2_000) }).then(({ status }) => status, String);
  const ready = () => answer(`http://127.0.0.1:${port}/ready`);
  await expect.poll(ready, { timeout: 20_000 }).toBe(200);

  const sockets = Array.from({ length: 2 * mostFiles }, () =>
    connect(port, '127.0.0.1').on('error', () => {}),
  );
  // Longer than the process takes to look at itself again.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await answer(`http://127.0.0.1:${metrics}/metrics`);
  for (const socket of sockets) socket.destroy();

  await expect.poll(ready, { timeout: 20_000 }).toBe(200);
  await expect.poll(() => answer(`http://127.0.0.1:${metrics}/metrics`)).toBe(200);
  expect(child.exitCode).toBe(null);
}, 60_000);
