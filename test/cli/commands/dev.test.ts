import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { projectWith } from '../project.ts';
import { outcomeOf, printed, startCommand } from '../run-command.ts';

let child: ChildProcess | undefined;

// Killed outright, dev would leave its server behind.
afterEach(async () => {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
});

const flow = (text: string) => `
import { flow, level, Response, Speak } from 'plivo-jsx';
const hello = level('/hello', () => <Response><Speak>${text}</Speak></Response>);
export default flow('hello', { levels: [hello] });
`;

async function project(): Promise<{ folder: string; file: string }> {
  const folder = await projectWith({ 'flows/hello/flow.tsx': flow('Good morning') });
  return { folder, file: path.join(folder, 'flows/hello/flow.tsx') };
}

const said = async (url: string) => (await fetch(`${url}/hello`, { method: 'GET' })).text();

test('dev serves a project without a tsconfig, starts again when a file changes, and stops on a signal', async () => {
  const { folder, file } = await project();
  child = startCommand(['dev'], { PORT: '0' }, folder);
  const [, first] = await printed(child, /listens on (http:\S+)[^]*Try it/);
  expect(await said(first!)).toContain('<Speak>Good morning</Speak>');

  const again = printed(child, /flow\.tsx changed; starting again[^]*listens on (http:\S+)[^]*Try it/);
  await writeFile(file, flow('Good evening'));
  const [, second] = await again;
  expect(await said(second!)).toContain('<Speak>Good evening</Speak>');

  const outcome = outcomeOf(child);
  child.kill('SIGTERM');
  expect((await outcome).code).toBe(0);
}, 30_000);

test('dev bears a file that does not load, and saves while it starts again, and leaves no server behind', async () => {
  const { folder, file } = await project();
  child = startCommand(['dev'], { PORT: '0' }, folder);
  await printed(child, /Try it/);

  const broken = printed(child, /cannot be loaded/);
  await writeFile(file, 'export default <');
  await broken;

  const mended = printed(child, /listens on (http:\S+)[^]*Try it/);
  await writeFile(file, flow('Good evening'));
  const [, url] = await mended;
  expect(await said(url!)).toContain('<Speak>Good evening</Speak>');

  // Two saves, the second while the first one's server is being stopped.
  const twice = printed(child, /starting again[^]*starting again[^]*listens on (http:\S+)[^]*Try it/);
  const stopping = printed(child, /starting again/);
  await writeFile(file, flow('Good night'));
  await stopping;
  await writeFile(file, flow('Sleep well'));
  const [, last] = await twice;
  expect(await said(last!)).toContain('<Speak>Sleep well</Speak>');

  // The command is over once nobody writes to its output any more: a server that was left behind would.
  const outcome = outcomeOf(child);
  child.kill('SIGTERM');
  expect((await outcome).code).toBe(0);
  await expect(said(last!)).rejects.toThrow('fetch failed');
}, 30_000);

test('dev sees each save of an editor that writes beside the file and renames, and folders that are new', async () => {
  const { folder, file } = await project();
  child = startCommand(['dev'], { PORT: '0' }, folder);
  await printed(child, /Try it/);

  for (const words of ['Good evening', 'Good night', 'Sleep well']) {
    const again = printed(
      child,
      /hello.flow\.tsx changed; starting again[^]*listens on (http:\S+)[^]*Try it/,
    );
    await writeFile(`${file}~`, flow(words));
    await rename(`${file}~`, file);
    const [, url] = await again;
    expect(await said(url!)).toContain(`<Speak>${words}</Speak>`);
  }

  const added = printed(child, /bye.flow\.tsx changed; starting again[^]*listens on (http:\S+)[^]*Try it/);
  await mkdir(path.join(folder, 'flows/bye'));
  await writeFile(path.join(folder, 'flows/bye/flow.tsx'), flow('Bye').replaceAll(/hello/g, 'bye'));
  const [, url] = await added;
  expect(await (await fetch(`${url}/bye`)).text()).toContain('<Speak>Bye</Speak>');
}, 30_000);
