import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { signRequest } from 'plivo-jsx';
import { afterEach, expect, test, vi } from 'vitest';
import { projectWith } from '../../project.ts';
import { printed, startCommand } from '../../run-command.ts';

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

test('dev keeps to the environment that it was given itself', async () => {
  const folder = await projectWith({ 'flows/hello/flow.tsx': flow('hello'), '.env': settings('a-token') });
  child = startCommand(['dev'], { PORT: '0', PLIVO_AUTH_TOKEN: '', GREETING: 'Hi' }, folder);
  await printed(child, /Local use[^]*Try it/);
  const again = printed(
    child,
    /\.env changed; starting again[^]*listens on (http:[^\s,]+)[^]*Local use[^]*Try it/,
  );
  await writeFile(path.join(folder, '.env'), settings('another-token'));
  const [, url] = await again;
  expect(await (await fetch(`${url}/hello`)).text()).toContain('<Speak>Hi</Speak>');
});

test('dev bears a .env that cannot be used, from its start, and serves once it is mended', async () => {
  const folder = await projectWith({ 'flows/hello/flow.tsx': flow('hello'), '.env': 'METRICS_PORT=80a' });
  const file = path.join(folder, '.env');
  child = startCommand(['dev'], { PORT: '0' }, folder);
  await printed(child, /METRICS_PORT is "80a", which is no port/);

  const unread = printed(child, /Line 1 of \.env opens a quotation mark that is not closed/);
  await writeFile(file, 'PLIVO_AUTH_TOKEN="a-token');
  await unread;

  const misspelt = printed(child, /PLIVO_AUTHTOKEN is not read, and PLIVO_AUTH_TOKEN is not set/);
  await writeFile(file, 'PLIVO_AUTHTOKEN=a-token');
  await misspelt;

  const mended = printed(child, live);
  await writeFile(file, settings('a-token'));
  await mended;

  const removed = printed(child, /\.env was removed; starting again[^]*listens on (http:\S+)[^]*Try it/);
  await rm(file);
  const [, url] = await removed;
  expect((await fetch(`${url}/hello`)).status).toBe(200);
});

test('dev serves a linked flow, sees it change where it really is, and flows that come and go', async () => {
  const folder = await projectWith({
    'app/package.json': '{"type":"module"}',
    'shared/flow.tsx': flow('hello'),
  });
  const app = path.join(folder, 'app');
  await mkdir(path.join(app, 'flows'));
  await symlink('../../shared', path.join(app, 'flows/hello'));
  // A link back is no way on.
  await symlink('..', path.join(app, 'flows/up'));
  child = startCommand(['dev'], { PORT: '0' }, app);
  await printed(child, /Try it/);

  const changed = printed(child, /hello.flow\.tsx changed; [^]*listens on (http:\S+)[^]*Try it/);
  await writeFile(path.join(folder, 'shared/flow.tsx'), flow('hello').replace('{greeting}', 'Good evening'));
  const [, url] = await changed;
  expect(await (await fetch(`${url}/hello`)).text()).toContain('<Speak>Good evening</Speak>');

  const gone = printed(child, /hello.flow\.tsx was removed; [^]*There is no flow in flows/);
  await rm(path.join(app, 'flows/hello'));
  await gone;

  const broken = printed(child, /flows.bye is a link to what does not exist/);
  await symlink('nowhere', path.join(app, 'flows/bye'));
  await writeFile(path.join(app, 'package.json'), '{"type": "module"}');
  await broken;

  const added = printed(child, /listens on (http:\S+)[^]*Try it/);
  await rm(path.join(app, 'flows/bye'));
  await mkdir(path.join(app, 'flows/bye'));
  await writeFile(path.join(app, 'flows/bye/flow.tsx'), flow('bye'));
  const [, again] = await added;
  expect((await fetch(`${again}/bye`)).status).toBe(200);
});

test('dev ends restarts that the app causes itself, names the file, and starts on for other files', async () => {
  const writing = `import { writeFileSync } from 'node:fs';\nwriteFileSync('flows/hello/stamp.json', String(process.hrtime.bigint()));\n`;
  const folder = await projectWith({ 'flows/hello/flow.tsx': writing + flow('hello') });
  child = startCommand(['dev'], { PORT: '0' }, folder);
  const [text] = await printed(
    child,
    /[^]*Not starting again for it until it has rested for 10 s\.[^]*Try it/,
  );
  expect(text).toContain(
    'stamp.json changed soon after each of the last 6 starts, as if the app wrote it itself. Starting again once it rests for 3 s.',
  );
  expect(text.match(/stamp\.json changed; starting again/g)).toHaveLength(7);

  const again = printed(child, /flow\.tsx changed; starting again[^]*listens on (http:\S+)[^]*Try it/);
  await writeFile(
    path.join(folder, 'flows/hello/flow.tsx'),
    writing + flow('hello').replace('{greeting}', 'Good evening'),
  );
  const [, url] = await again;
  expect(await (await fetch(`${url}/hello`)).text()).toContain('<Speak>Good evening</Speak>');
});
