import { createApp } from 'plivo-jsx/fastify';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { events } from '../../src/fastify/report/events.ts';
import { codeIn, filesBelow, read, rowsOf } from './markdown.ts';
import { manifest } from '../support/manifest.ts';

const scripts = Object.keys(manifest.scripts);
const firstColumn = (file: string) => rowsOf(read(file)).map(([cell]) => codeIn(cell));

test('environment.md has every variable that is read, and no other; that of the clinic is in the guide', () => {
  const name = /(?:get\('|variables\['|process\.env\['|^ {2})([A-Z][A-Z_]+)(?:'|: z)/gm;
  const code = [...filesBelow('src'), ...filesBelow('flows')].map((file) =>
    read(file).replaceAll(/^ *\*.*$/gm, ''),
  );
  const found = new Set(code.flatMap((text) => [...text.matchAll(name)].map(([, variable]) => variable!)));
  // The address of Plivo's API: only tests set it.
  found.delete('PLIVO_API_URL');
  expect(read('docs/guide/flows.md').split('## The example: a clinic')[1]).toContain('| `INBOX_URL`');
  found.delete('INBOX_URL');
  expect([...found].toSorted()).toEqual(firstColumn('docs/reference/environment.md').toSorted());
});

test('commands.md has every command and every script that a contributor needs', () => {
  const table = firstColumn('docs/reference/commands.md');
  const named = `${table.join('\n')}\n${read('docs/reference/commands.md')}\n${read('CONTRIBUTING.md')}`;
  expect(scripts.filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(named))).toEqual([]);
  const ours = table.flatMap((command) => /^npx plivo-jsx (\w+)/.exec(command)?.[1] ?? []);
  expect(ours).toEqual(Object.keys(commands));
});

test('metrics.md has every metric with its reasons', async () => {
  const app = await createApp();
  const text = await app.plivoMetrics();
  const served = [...text.matchAll(/^# HELP (ivr_\w+)/gm)].map(([, name]) => name!);
  expect(firstColumn('docs/reference/metrics.md')).toEqual(served);
  const rows = rowsOf(read('docs/reference/metrics.md')).slice(1);
  const reasons = rows.map(([name, , values = '']) => [
    codeIn(name),
    [...values.matchAll(/`([^`]+)`/g)].map(([, value]) => value).slice(1),
  ]);
  expect(reasons).toEqual(
    Object.entries(events).map(([event, all]) => [`ivr_${event}_total`, Object.keys(all)]),
  );
});
