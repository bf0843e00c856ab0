import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { signRequest } from 'plivo-jsx';
import { expect, test, vi } from 'vitest';
import { projectWith } from '../project.ts';
import { outcomeOf, printed } from '../run-command.ts';
import { greetingFlow, servesPlivoAgain, settings, startDev } from './run-dev.ts';

vi.setConfig({ testTimeout: 120_000 });

const local = /starting again[^]*listens on (http:\S+)[^]*Local use[^]*Try it/;

/** The status of a request that is signed with a token. */
async function statusOf(url: string, publicUrl: string, token: string): Promise<number> {
  const params = { CallUUID: `call-of-${token}` };
  const headers = { ...signRequest({ method: 'POST', url: `${publicUrl}/hello`, params }, token) };
  const body = new URLSearchParams(params);
  return (await fetch(`${url}/hello`, { method: 'POST', headers, body })).status;
}

test('dev takes a token and an address that change in .env, rejects the revoked one, and forgets what is removed', async () => {
  const folder = await projectWith({
    'flows/hello/flow.tsx': greetingFlow('hello'),
    '.env': settings('old-token'),
  });
  const file = path.join(folder, '.env');
  const child = startDev(folder);
  const [, first] = await printed(child, /listens on (http:[^\s,]+)[^]*must be signed/);
  expect(await statusOf(first!, 'https://ivr.example.com', 'old-token')).toBe(200);

  const changed = printed(child, servesPlivoAgain);
  await writeFile(`${file}~`, settings('new-token', 'new.example.com'));
  await rename(`${file}~`, file);
  const [, second, address] = await changed;
  expect(address).toBe('https://new.example.com');
  expect(await statusOf(second!, address!, 'old-token')).toBe(403);
  expect(await statusOf(second!, address!, 'new-token')).toBe(200);

  const without = printed(child, local);
  await writeFile(file, '');
  const [, third] = await without;
  expect(await (await fetch(`${third}/hello`)).text()).toContain('<Speak>no greeting</Speak>');
});

test('dev serves a project without a tsconfig, starts again when a file changes, and stops at a signal', async () => {
  const folder = await projectWith({ 'flows/hello/flow.tsx': greetingFlow('hello') });
  const child = startDev(folder);
  const [, first] = await printed(child, /listens on (http:\S+)[^]*Try it/);
  expect(await (await fetch(`${first}/hello`)).text()).toContain('<Speak>no greeting</Speak>');

  const again = printed(child, /flow\.tsx changed; starting again[^]*listens on (http:\S+)[^]*Try it/);
  await writeFile(
    path.join(folder, 'flows/hello/flow.tsx'),
    greetingFlow('hello').replace('{greeting}', 'Good evening'),
  );
  const [, second] = await again;
  expect(await (await fetch(`${second}/hello`)).text()).toContain('<Speak>Good evening</Speak>');

  const outcome = outcomeOf(child);
  child.kill('SIGTERM');
  expect((await outcome).code).toBe(0);
});
