import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createApp } from 'plivo-jsx/fastify';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import inspireWorks from '../../flows/inspire-works/flow.ts';
import { prompts } from '../../flows/inspire-works/prompts.ts';
import { methodsOf } from '../../src/flow/level.ts';
import { runCommand } from '../cli/run-command.ts';
import { fakePlivo } from '../rest/fake-plivo.ts';
import { blocksOf, codeIn, fencesOf, read, rowsOf, sectionOf } from './markdown.ts';
import { manifest } from '../support/manifest.ts';
import { account, projectOfPages, serve, type Server } from './pages.ts';
import { commandsOf, requestOf, stepsOf, type Command } from './shell.ts';

// Most of these start a process or two.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { scripts } = manifest;
const numberPage = 'docs/guide/plivo-number.md';

describe('the call with curl', () => {
  let server: Server;
  const page = 'docs/guide/phone.md';
  const heading = '## The same call with curl';
  const shown = (text: string) => text.replaceAll(server.url, 'http://127.0.0.1:5000');

  beforeAll(async () => {
    server = await serve({});
  });

  test('begins with what npm start prints', () => {
    expect(scripts['start']).toBe('node bin/plivo-jsx.js start');
    expect(shown(server.log())).toBe(blocksOf(page, heading, 'text')[0]);
  });

  test('gets the documents that the page shows, and the log has the lines that it shows', async () => {
    const steps = blocksOf(page, heading, 'console').flatMap(stepsOf);
    expect(steps).toHaveLength(3);
    for (const { command, output } of steps) {
      const { url, init } = requestOf(command.words);
      const response = await fetch(url.replace('http://127.0.0.1:5000', server.url), init);
      expect(shown(await response.text())).toBe(output);
    }
    const lines = (text: string) =>
      text
        .split('\n')
        .filter((line) => line.includes('  call '))
        .map((line) => line.replace(/^[\d:]{8}/, '00:00:00').replace(/\([\d.]+ ms\)/, '(… ms)'));
    await expect.poll(() => lines(server.log())).toEqual(lines(blocksOf(page, heading, 'text')[1]!));
  });
});

describe('a Plivo number', () => {
  test('/debug ends with the settings that the page shows', async () => {
    const server = await serve(account);
    const answer = await fetch(`${server.url}/debug`);
    const [shown] = blocksOf(numberPage, '# Connect a Plivo number', 'json');
    expect((await answer.text()).split('\n').slice(-5).join('\n')).toBe(shown!.slice('{\n'.length));
  });

  test('has the answer URL at which Inspire Works answers', () => {
    expect(read(numberPage)).toContain(
      `\`${account['PUBLIC_URL']}${inspireWorks.firstLevel.path}\`, with the method **POST**`,
    );
  });

  test('npm run call places the call that the page shows', async () => {
    const api = await fakePlivo([
      { status: 201, body: { message: 'call fired', request_uuid: 'a-request' } },
    ]);
    const [line] = blocksOf(numberPage, '## Place a call', 'sh');
    const [{ words }] = commandsOf(line!) as [Command];
    expect(words.slice(0, 4)).toEqual(['npm', 'run', 'call', '--']);
    expect(scripts['call']).toBe('node bin/plivo-jsx.js call --path /ivr');
    const env = { ...account, PLIVO_API_URL: api.apiUrl };
    const { code } = await runCommand(['call', ...words.slice(4)], env);
    api.close();
    expect([code, api.received.length]).toEqual([0, 1]);
  });

  test('an app with the .env of the page is called with --sign, at its own address', async () => {
    const { url } = await serve(account);
    const call = ['phone', `${url}/ivr`, '--script', '1 1'];
    const { code, stdout } = await runCommand([...call, '--sign'], account);
    expect([code, stdout.split('\n').at(-2)]).toEqual([0, '  0:23.6  ended: 4000 Normal Hangup']);
    const elsewhere = await runCommand([...call, '--sign', '--public-url', url], account);
    expect([elsewhere.code, elsewhere.stdout]).toEqual([1, expect.stringContaining('(--public-url)')]);
  });
});

describe('the flows of the pages', () => {
  test('the survey is served, and keeps its language', async () => {
    const { url } = await serve({}, await projectOfPages());
    const said = await (await fetch(`${url}/survey?lang=fr`, { method: 'POST' })).text();
    expect(said).toContain('<Speak language="fr-FR">Votre note, de 1 à 5 ?</Speak>');
    expect(said).toContain(`<Redirect>${url}/survey?lang=fr&amp;try=2</Redirect>`);
  });

  test('an apology is said in the language of the call', async () => {
    const { url } = await serve({}, await projectOfPages());
    const form = new URLSearchParams({ CallUUID: 'test' });
    const lost = await fetch(`${url}/hours/nowhere?lang=de`, { method: 'POST', body: form });
    expect(await lost.text()).toContain('Wir fangen noch einmal von vorne an.');
  });

  test.each([
    '/shop',
    '/shop/person',
    '/survey',
    '/survey?try=3',
    '/survey/answer',
    '/hours',
    '/hours/spoken?lang=de',
    '/office',
    '/office?__dialog=transfer&__phase=whisper',
    '/office/message',
  ])('%s has a document without a warning', async (url) => {
    const { code, stderr } = await runCommand(['render', url], {}, await projectOfPages());
    expect([code, stderr]).toEqual([0, '']);
  });

  test('of menus strand nobody', async () => {
    const folder = await projectOfPages();
    // This flow of the page about errors is broken on purpose, and the others are older than dialogs.
    for (const name of ['broken', 'survey', 'table'])
      await rm(path.join(folder, 'flows', name), { recursive: true });
    const { code, stdout } = await runCommand(['check'], {}, folder);
    const reports = [...stdout.matchAll(/^http:\/\/localhost\/(\w+): .* requests, (\d+) errors?[.,]/gm)];
    expect(code).toBe(0);
    expect(reports.map(([, name, errors]) => `${name} ${errors}`)).toEqual([
      'account 0',
      'appointment 0',
      'bakery 0',
      'directions 0',
      'hotline 0',
      'office 0',
      'hours 0',
      'poll 0',
      'practice 0',
      'shop 0',
      'wakeup 0',
    ]);
  });

  test('that are compiled in advance are served without a compiler', async () => {
    const [command] = blocksOf('docs/guide/deploy.md', '## Compile flows in advance', 'sh');
    const folder = await projectOfPages();
    const esbuild = path.resolve('node_modules/.bin/esbuild');
    execFileSync('sh', ['-c', command!.replace('npx esbuild', esbuild)], { cwd: folder, stdio: 'pipe' });
    const { code, stdout } = await runCommand(['render', '/shop'], {}, path.join(folder, 'dist'));
    const xml = fencesOf('README.md').find(({ language }) => language === 'xml')!.text;
    expect([code, stdout]).toEqual([0, xml]);
  });
});

test('the table of Inspire Works has every address with its methods', async () => {
  const app = await createApp({ flows: [inspireWorks] });
  const rows = rowsOf(sectionOf('docs/guide/flows.md', '## The example: Inspire Works'));
  const table = rows.map(([address, methods]) => [codeIn(address), methods]);
  const levels = inspireWorks.levels.map((level) => [level.path, methodsOf(level).join(', ')]);
  expect(table).toEqual([...levels, ['/debug', 'GET, POST'], ['/test-xml', 'GET']]);
  for (const [url = '', methods = ''] of table) {
    for (const method of methods.split(', '))
      expect(app.hasRoute({ method: method as 'GET', url })).toBe(true);
  }
});

test('the log lines that troubleshooting quotes are the real ones', async () => {
  const folder = await projectOfPages();
  await mkdir(path.join(folder, 'flows/ends'));
  const level = (name: string, content: string) =>
    `level('/ends/${name}', () => <Response>${content}</Response>)`;
  await writeFile(
    path.join(folder, 'flows/ends/flow.tsx'),
    `import { flow, level, Response, Speak } from 'plivo-jsx';
     const levels = [${level('empty', '')}, ${level('said', '<Speak>Goodbye</Speak>')}];
     export default flow('ends', { levels });`,
  );
  const { url, log } = await serve({}, folder);
  const page = 'docs/guide/troubleshooting.md';
  const [line] = /^- A line in the terminal[^]*?(?=\. )/m.exec(sectionOf(page, '## The call ends at once'))!;
  const quoted = [...line.matchAll(/`([^`]+)`/g)].map(([, text]) => text!);
  expect(quoted).toHaveLength(2);
  for (const name of ['empty', 'said']) await fetch(`${url}/ends/${name}`, { method: 'POST' });
  for (const text of quoted) await expect.poll(log).toContain(text);
});

test('the sentences that a caller hears are quoted as Inspire Works says them', () => {
  const said = [
    ...Object.values(prompts.en).filter((each) => typeof each === 'string'),
    'Error Reaching Answer URL',
  ];
  const quoted = [
    ...read('docs/guide/troubleshooting.md')
      .replaceAll(/^```[^]*?^```/gm, '')
      .replaceAll(/\s+/g, ' ')
      .matchAll(/"([^"]+)"/g),
  ].map(([, text]) => text!);
  expect(quoted.length).toBeGreaterThan(5);
  expect(quoted.filter((text) => !said.some((sentence) => sentence.includes(text)))).toEqual([]);
});
