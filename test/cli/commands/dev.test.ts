import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { projectWith } from '../project.ts';
import { outcomeOf, printed } from '../run-command.ts';
import { greetingFlow, startDev } from './run-dev.ts';

vi.setConfig({ testTimeout: 120_000 });

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
