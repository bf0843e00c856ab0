import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
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

test('dev lets its own environment override .env', async () => {
  const folder = await projectWith({
    'flows/hello/flow.tsx': greetingFlow('hello'),
    '.env': settings('a-token'),
  });
  const child = startDev(folder, { PLIVO_AUTH_TOKEN: '', GREETING: 'Hi' });
  await printed(child, /Local use[^]*Try it/);
  const again = printed(
    child,
    /\.env changed; starting again[^]*listens on (http:[^\s,]+)[^]*Local use[^]*Try it/,
  );
  await writeFile(path.join(folder, '.env'), settings('another-token'));
  const [, url] = await again;
  expect(await (await fetch(`${url}/hello`)).text()).toContain('<Speak>Hi</Speak>');
});

test('dev continues with a .env that cannot be used, and serves once it is corrected', async () => {
  const folder = await projectWith({
    'flows/hello/flow.tsx': greetingFlow('hello'),
    '.env': 'METRICS_PORT=80a',
  });
  const file = path.join(folder, '.env');
  const child = startDev(folder);
  await printed(child, /METRICS_PORT is "80a", which is no port/);

  const unread = printed(child, /Line 1 of \.env opens a quotation mark that is not closed/);
  await writeFile(file, 'PLIVO_AUTH_TOKEN="a-token');
  await unread;

  const misspelt = printed(child, /PLIVO_AUTHTOKEN is not read, and PLIVO_AUTH_TOKEN is not set/);
  await writeFile(file, 'PLIVO_AUTHTOKEN=a-token');
  await misspelt;

  const mended = printed(child, servesPlivoAgain);
  await writeFile(file, settings('a-token'));
  await mended;

  const removed = printed(child, /\.env was removed; starting again[^]*listens on (http:\S+)[^]*Try it/);
  await rm(file);
  const [, url] = await removed;
  expect((await fetch(`${url}/hello`)).status).toBe(200);
});

test('dev serves a linked flow, and notices changes at its target and flows that are added and removed', async () => {
  const folder = await projectWith({
    'app/package.json': '{"type":"module"}',
    'shared/flow.tsx': greetingFlow('hello'),
  });
  const app = path.join(folder, 'app');
  await mkdir(path.join(app, 'flows'));
  await symlink('../../shared', path.join(app, 'flows/hello'));
  // A link to a folder that contains it is not followed.
  await symlink('..', path.join(app, 'flows/up'));
  const child = startDev(app);
  await printed(child, /Try it/);

  const changed = printed(child, /hello.flow\.tsx changed; [^]*listens on (http:\S+)[^]*Try it/);
  await writeFile(
    path.join(folder, 'shared/flow.tsx'),
    greetingFlow('hello').replace('{greeting}', 'Good evening'),
  );
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
  await writeFile(path.join(app, 'flows/bye/flow.tsx'), greetingFlow('bye'));
  const [, again] = await added;
  expect((await fetch(`${again}/bye`)).status).toBe(200);
});

test('dev stops restarts that the app causes itself, names the file, and starts again for other files', async () => {
  const writing = `import { writeFileSync } from 'node:fs';\nwriteFileSync('flows/hello/stamp.json', String(process.hrtime.bigint()));\n`;
  const folder = await projectWith({ 'flows/hello/flow.tsx': writing + greetingFlow('hello') });
  const child = startDev(folder);
  const [text] = await printed(
    child,
    /[^]*Not starting again for it until 10 s without a change\.[^]*Try it/,
  );
  expect(text).toContain(
    'stamp.json changed soon after each of the last 6 starts, as if the app wrote it itself. Starting again after 3 s without a change of it.',
  );
  expect(text.match(/stamp\.json changed; starting again/g)).toHaveLength(7);

  const again = printed(child, /flow\.tsx changed; starting again[^]*listens on (http:\S+)[^]*Try it/);
  await writeFile(
    path.join(folder, 'flows/hello/flow.tsx'),
    writing + greetingFlow('hello').replace('{greeting}', 'Good evening'),
  );
  const [, url] = await again;
  expect(await (await fetch(`${url}/hello`)).text()).toContain('<Speak>Good evening</Speak>');
});

const saying = (text: string) => `
import { flow, level, Response, Speak } from 'plivo-jsx';
const hello = level('/hello', () => <Response><Speak>${text}</Speak></Response>);
export default flow('hello', { levels: [hello] });
`;

async function project(): Promise<{ folder: string; file: string }> {
  const folder = await projectWith({ 'flows/hello/flow.tsx': saying('Good morning') });
  return { folder, file: path.join(folder, 'flows/hello/flow.tsx') };
}

const said = async (url: string) => (await fetch(`${url}/hello`)).text();

test('dev continues with a file that does not load, and with saves during a restart, and leaves no server behind', async () => {
  const { folder, file } = await project();
  const child = startDev(folder);
  await printed(child, /Try it/);

  const broken = printed(child, /cannot be loaded/);
  await writeFile(file, 'export default <');
  await broken;

  const mended = printed(child, /listens on (http:\S+)[^]*Try it/);
  await writeFile(file, saying('Good evening'));
  const [, url] = await mended;
  expect(await said(url!)).toContain('<Speak>Good evening</Speak>');

  // Two saves, the second while the first one's server is being stopped.
  const twice = printed(child, /starting again[^]*starting again[^]*listens on (http:\S+)[^]*Try it/);
  const stopping = printed(child, /starting again/);
  await writeFile(file, saying('Good night'));
  await stopping;
  await writeFile(file, saying('Sleep well'));
  const [, last] = await twice;
  expect(await said(last!)).toContain('<Speak>Sleep well</Speak>');

  // The command is over once nobody writes to its output any more: a server that was left behind would.
  const outcome = outcomeOf(child);
  child.kill('SIGTERM');
  expect((await outcome).code).toBe(0);
  await expect(said(last!)).rejects.toThrow('fetch failed');
});

test('dev notices each save of an editor that writes a new file and renames it, and new folders', async () => {
  const { folder, file } = await project();
  const child = startDev(folder);
  await printed(child, /Try it/);

  for (const words of ['Good evening', 'Good night', 'Sleep well']) {
    const again = printed(
      child,
      /hello.flow\.tsx changed; starting again[^]*listens on (http:\S+)[^]*Try it/,
    );
    await writeFile(`${file}~`, saying(words));
    await rename(`${file}~`, file);
    const [, url] = await again;
    expect(await said(url!)).toContain(`<Speak>${words}</Speak>`);
  }

  const added = printed(child, /bye.flow\.tsx changed; starting again[^]*listens on (http:\S+)[^]*Try it/);
  await mkdir(path.join(folder, 'flows/bye'));
  await writeFile(path.join(folder, 'flows/bye/flow.tsx'), saying('Bye').replaceAll(/hello/g, 'bye'));
  const [, url] = await added;
  expect(await (await fetch(`${url}/bye`)).text()).toContain('<Speak>Bye</Speak>');
});
