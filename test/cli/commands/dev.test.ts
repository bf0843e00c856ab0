import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { signRequest } from 'plivo-jsx';
import { afterEach, expect, test, vi } from 'vitest';
import { projectWith } from '../project.ts';
import { outcomeOf, printed, startCommand } from '../run-command.ts';

vi.setConfig({ testTimeout: 120_000 });

let child: ChildProcess | undefined;

// Killed outright, dev would leave its server behind.
afterEach(async () => {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
});

const flow = (name: string) => `
import { flow, level, Response, Speak } from 'plivo-jsx';
const greeting = process.env['GREETING'] ?? 'no greeting';
const hello = level('/${name}', () => <Response><Speak>{greeting}</Speak></Response>);
export default flow('${name}', { levels: [hello] });
`;

const settings = (token: string, host = 'ivr.example.com') =>
  `PUBLIC_URL=https://${host}\nPLIVO_AUTH_TOKEN=${token}\nGREETING="Good morning"\n`;

const live = /starting again[^]*listens on (http:[^\s,]+), for Plivo at (\S+)[^]*must be signed/;
const local = /starting again[^]*listens on (http:\S+)[^]*Local use[^]*Try it/;

/** The status of a request that is signed with a token. */
async function statusOf(url: string, publicUrl: string, token: string): Promise<number> {
  const params = { CallUUID: `call-of-${token}` };
  const headers = { ...signRequest({ method: 'POST', url: `${publicUrl}/hello`, params }, token) };
  const body = new URLSearchParams(params);
  return (await fetch(`${url}/hello`, { method: 'POST', headers, body })).status;
}

test('dev takes a token and an address that change in .env, refuses the revoked one, and forgets what is removed', async () => {
  const folder = await projectWith({ 'flows/hello/flow.tsx': flow('hello'), '.env': settings('old-token') });
  const file = path.join(folder, '.env');
  child = startCommand(['dev'], { PORT: '0' }, folder);
  const [, first] = await printed(child, /listens on (http:[^\s,]+)[^]*must be signed/);
  expect(await statusOf(first!, 'https://ivr.example.com', 'old-token')).toBe(200);

  const changed = printed(child, live);
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
  const folder = await projectWith({ 'flows/hello/flow.tsx': flow('hello') });
  child = startCommand(['dev'], { PORT: '0' }, folder);
  const [, first] = await printed(child, /listens on (http:\S+)[^]*Try it/);
  expect(await (await fetch(`${first}/hello`)).text()).toContain('<Speak>no greeting</Speak>');

  const again = printed(child, /flow\.tsx changed; starting again[^]*listens on (http:\S+)[^]*Try it/);
  await writeFile(
    path.join(folder, 'flows/hello/flow.tsx'),
    flow('hello').replace('{greeting}', 'Good evening'),
  );
  const [, second] = await again;
  expect(await (await fetch(`${second}/hello`)).text()).toContain('<Speak>Good evening</Speak>');

  const outcome = outcomeOf(child);
  child.kill('SIGTERM');
  expect((await outcome).code).toBe(0);
});
