import { execFileSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from 'plivo-jsx/fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import inspireWorks from '../../flows/inspire-works/flow.ts';
import { prompts } from '../../flows/inspire-works/prompts.ts';
import { commands } from '../../src/cli/commands.ts';
import { methodsOf } from '../../src/flow/level.ts';
import { printed, runCommand, startCommand } from '../cli/run-command.ts';
import { fakePlivo } from '../rest/fake-plivo.ts';
import { codeIn, fencesOf, filesBelow, read, rowsOf, sectionOf } from './markdown.ts';
import { commandsOf, requestOf, stepsOf, type Command } from './shell.ts';

// Most of these start a process or two.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const readme = read('README.md');
const fences = fencesOf('README.md');
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
const blocks = (heading: string, language: string) =>
  fencesOf('README.md', sectionOf('README.md', heading))
    .filter((fence) => fence.language === language)
    .map(({ text }) => text);

const started: ChildProcess[] = [];
const afterwards: (() => void)[] = [];

afterEach(() => {
  for (const undo of afterwards.splice(0)) undo();
});

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

/** A running app, and all that it prints. */
interface Server {
  readonly url: string;
  /** What it printed so far. */
  log(): string;
}

async function serve(env: Readonly<Record<string, string>>, cwd?: string): Promise<Server> {
  const child = startCommand(['start'], { ...env, PORT: '0' }, cwd);
  started.push(child);
  let log = '';
  child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const [, url] = await printed(child, /listens on (http:[^\s,]+)[^]*(?:Try it|must be signed)[^\n]*\n/);
  return { url: url!, log: () => log };
}

const account = Object.fromEntries(
  blocks('## Connect a Plivo number', 'ini')[0]!
    .trim()
    .split('\n')
    .map((line) => line.split('=') as [string, string]),
);

/** A project of a user's, with the flows of README.md in it. */
async function project(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'readme-'));
  await mkdir(path.join(folder, 'node_modules'));
  await symlink(path.resolve('.'), path.join(folder, 'node_modules/plivo-jsx'));
  await symlink(path.resolve('node_modules/zod'), path.join(folder, 'node_modules/zod'));
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  for (const { text } of fences) {
    const [, file] = /^\/\/ (flows\/\S+)\n/.exec(text) ?? [];
    if (file === undefined) continue;
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

describe('the first screen', () => {
  test('shows what its flow becomes', async () => {
    const xml = fences.find(({ language }) => language === 'xml')!.text;
    const { code, stdout } = await runCommand(['render', '/shop'], {}, await project());
    expect([code, stdout]).toEqual([0, xml]);
  });

  test('comes to its code before line 10 and to its commands before line 60', () => {
    const [code] = fences;
    const shell = fences.find(({ language }) => language === 'sh')!;
    expect([code!.language, code!.line < 10, shell.line < 60]).toEqual(['tsx', true, true]);
  });
});

test('the list of contents has every chapter, in their order', () => {
  const chapters = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!);
  const listed = [...readme.matchAll(/^- \[(.+)\]\(#/gm)].map(([, heading]) => heading!);
  expect(listed).toEqual(chapters.filter((heading) => heading !== 'More'));
});

describe('calling it with curl', () => {
  let server: Server;
  const heading = '## Call it with curl';
  const shown = (text: string) => text.replaceAll(server.url, 'http://127.0.0.1:5000');

  beforeAll(async () => {
    server = await serve({});
  });

  test('npm start prints what README.md says', () => {
    expect(scripts['start']).toBe('node bin/plivo-jsx.js start');
    expect(shown(server.log())).toBe(blocks(heading, 'text')[0]);
  });

  test('each step is answered as README.md says, and told in a line', async () => {
    const steps = blocks(heading, 'console').flatMap(stepsOf);
    for (const { command, output } of steps.filter(({ command: { words } }) => words[0] === 'curl')) {
      const { url, init } = requestOf(command.words);
      const response = await fetch(url.replace('http://127.0.0.1:5000', server.url), init);
      expect(shown(await response.text())).toBe(output);
    }
    const lines = (text: string) =>
      text
        .split('\n')
        .filter((line) => line.includes('  call '))
        .map((line) => line.replace(/^[\d:]{8}/, '00:00:00').replace(/\([\d.]+ ms\)/, '(… ms)'));
    await expect.poll(() => lines(server.log())).toEqual(lines(blocks(heading, 'text')[1]!));
  });
});

describe('connecting a number', () => {
  test('/debug ends with what README.md says', async () => {
    const server = await serve(account);
    const answer = await fetch(`${server.url}/debug`);
    const [shown] = blocks('## Connect a Plivo number', 'json');
    expect((await answer.text()).split('\n').slice(-5).join('\n')).toBe(shown!.slice('{\n'.length));
  });

  test('the answer URL is where a flow answers', () => {
    expect(readme).toContain(
      `\`${account['PUBLIC_URL']}${inspireWorks.answer.path}\`, with the method **POST**`,
    );
  });
});

test('npm run call places the call that README.md says', async () => {
  const api = await fakePlivo([{ status: 201, body: { message: 'call fired', request_uuid: 'a-request' } }]);
  afterwards.push(api.close);
  const [line] = blocks('## Place a call', 'sh');
  const [{ words }] = commandsOf(line!) as [Command];
  expect(words.slice(0, 4)).toEqual(['npm', 'run', 'call', '--']);
  expect(scripts['call']).toBe('node bin/plivo-jsx.js call');
  const { code } = await runCommand(['call', ...words.slice(4)], { ...account, PLIVO_API_URL: api.apiUrl });
  expect([code, api.received.length]).toEqual([0, 1]);
});

test('the flow with parameters is served, and keeps its language', async () => {
  const { url } = await serve({}, await project());
  const said = await (await fetch(`${url}/survey?lang=fr`, { method: 'POST' })).text();
  expect(said).toContain('<Speak language="fr-FR">Votre note, de 1 à 5 ?</Speak>');
  expect(said).toContain(`<Redirect>${url}/survey?lang=fr&amp;try=2</Redirect>`);
});

test.each(['/shop', '/shop/choice', '/survey', '/survey?try=3', '/survey/answer'])(
  'nothing is said against the document of %s',
  async (url) => {
    const { code, stderr } = await runCommand(['render', url], {}, await project());
    expect([code, stderr]).toEqual([0, '']);
  },
);

test('flows that are compiled as README.md says are served without a compiler', async () => {
  const [, command] = blocks('### In a project of your own', 'sh');
  const folder = await project();
  const esbuild = path.resolve('node_modules/.bin/esbuild');
  execFileSync('sh', ['-c', command!.replace('npx esbuild', esbuild)], { cwd: folder, stdio: 'pipe' });
  const { code, stdout } = await runCommand(['render', '/shop'], {}, path.join(folder, 'dist'));
  expect([code, stdout]).toEqual([0, fences.find(({ language }) => language === 'xml')!.text]);
});

test('an app with the .env of README.md is called with --sign, at its own address', async () => {
  const { url } = await serve(account);
  const call = ['phone', `${url}/ivr`, '--script', '1 1'];
  const { code, stdout } = await runCommand([...call, '--sign'], account);
  expect([code, stdout.split('\n').at(-2)]).toEqual([0, '  0:23.6  ended: 4000 Normal Hangup']);
  const elsewhere = await runCommand([...call, '--sign', '--public-url', url], account);
  expect([elsewhere.code, elsewhere.stdout]).toEqual([1, expect.stringContaining('(--public-url)')]);
});

describe('the commands', () => {
  const steps = fences.filter(({ language }) => language === 'console').flatMap(({ text }) => stepsOf(text));
  const ours = steps.filter(({ command: { words } }) => words[0] === 'npx');
  const lines = [...fences, ...fencesOf('CONTRIBUTING.md')]
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.replaceAll('\\\n', ' ').trim().split('\n'))
    .flatMap(commandsOf);

  test.each(ours.map((step) => [step.command.text, step] as const))(
    '%s prints what README.md says',
    async (_, step) => {
      const { words, env } = step.command;
      const [, name, ...args] = words;
      expect(name).toBe('plivo-jsx');
      const settings = args[0] === 'call' || args[0] === 'doctor' ? account : env;
      // Only Inspire Works is in this repository; the other flows are README.md's own.
      const cwd = args.some((word) => /^\/(shop|survey|broken)/.test(word)) ? await project() : undefined;
      // The phone calls the app that `npm start` serves; the doctor one that believes to be elsewhere.
      const served = args[0] === 'doctor' ? { ...account, PUBLIC_URL: 'https://localhost' } : {};
      const { url } = args[0] === 'phone' || args[0] === 'doctor' ? await serve(served) : { url: '' };
      const host = url.replace('http://127.0.0.1', 'localhost');
      const called = args.map((word) => word.replace('localhost:5000', host));
      const { stdout, stderr } = await runCommand(called, settings, cwd);
      expect((stdout + stderr).trimEnd().replaceAll(host || 'nowhere', 'localhost:5000')).toBe(step.output);
    },
  );

  // Programs of others, which no test can run.
  const others = [
    'npm ci',
    'npm pack',
    'npm install',
    'ngrok http',
    'cloudflared tunnel',
    'curl https://ivr.example.com/debug',
    'npm init',
    'npm pkg',
    'npx esbuild',
  ];

  test.each(lines.map((line) => [line.text, line] as const))('there is %s', (_, { words, env }) => {
    const name = words.join(' ').replace('npm run ', 'npm ').split(' ', 2).join(' ');
    expect([...Object.keys(scripts).map((script) => `npm ${script}`), ...others]).toContain(name);
    for (const variable of Object.keys(env)) expect(variables()).toContain(variable);
  });

  test('the table has every command and every script that a user needs', () => {
    const table = rowsOf(sectionOf('README.md', '## Commands')).map(([cell]) => codeIn(cell));
    const told = `${table.join('\n')}\n${read('CONTRIBUTING.md')}`;
    for (const name of Object.keys(scripts)) expect(told).toMatch(new RegExp(`npm (run )?${name}\\b`));
    for (const name of Object.keys(commands)) {
      expect(table.join('\n')).toMatch(new RegExp(`npm (run )?${name}\\b|plivo-jsx ${name}\\b`));
    }
  });
});

/** The variables of the table. */
const variables = () => rowsOf(sectionOf('README.md', '## Environment')).map(([cell]) => codeIn(cell));

test('the table of the environment has every variable that is read, and no other', () => {
  const name = /(?:get\('|variables\['|process\.env\['|^ {2})([A-Z][A-Z_]+)(?:'|: z)/gm;
  const code = [...filesBelow('src'), ...filesBelow('flows')].map((file) =>
    read(file).replaceAll(/^ *\*.*$/gm, ''),
  );
  const found = new Set(code.flatMap((text) => [...text.matchAll(name)].map(([, variable]) => variable!)));
  // Where Plivo's API is: only tests set it.
  found.delete('PLIVO_API_URL');
  expect([...found].toSorted()).toEqual(variables().toSorted());
});

test('the table of Inspire Works has every address with its methods', async () => {
  const app = await createApp({ flows: [inspireWorks] });
  const rows = rowsOf(sectionOf('README.md', '## The example: Inspire Works'));
  const table = rows.map(([address, methods]) => [codeIn(address), methods]);
  const levels = inspireWorks.levels.map((level) => [
    level.path,
    methodsOf(level, level === inspireWorks.answer).join(', '),
  ]);
  expect(table).toEqual([...levels, ['/debug', 'GET, POST'], ['/test-xml', 'GET']]);
  for (const [url = '', methods = ''] of table) {
    for (const method of methods.split(', '))
      expect(app.hasRoute({ method: method as 'GET', url })).toBe(true);
  }
});

test('the sentences that a caller hears are quoted as they are said', () => {
  const said = [
    ...Object.values(prompts.en).filter((each) => typeof each === 'string'),
    'Error Reaching Answer URL',
  ];
  const quoted = sectionOf('README.md', '## Troubleshooting')
    .replaceAll(/\s+/g, ' ')
    .matchAll(/"([^"]+)"/g);
  const inCode = (text: string) => said.some((sentence) => sentence.includes(text));
  expect([...quoted].map(([, text]) => text!).filter((text) => !inCode(text))).toEqual([]);
});

test('the settings of the compiler are those of this project', () => {
  const [json] = blocks('## Write a flow', 'json');
  const { compilerOptions: shown } = JSON.parse(json!) as { compilerOptions: object };
  const { compilerOptions: ours } = JSON.parse(read('tsconfig.json')) as { compilerOptions: object };
  expect(ours).toMatchObject(shown);
});

test('the tree and the layers of CONTRIBUTING.md have every folder', () => {
  const [tree] = fencesOf('CONTRIBUTING.md').filter(({ language }) => language === 'text');
  const shown = [...tree!.text.matchAll(/^ *([a-z.-]+)\/? /gm)].map(([, name]) => name);
  const folders = readdirSync('src', { withFileTypes: true });
  expect(folders.map(({ name }) => name).filter((name) => !shown.includes(name))).toEqual([]);
  const layers = rowsOf(sectionOf('CONTRIBUTING.md', '## The house')).map(([layer]) => codeIn(layer));
  const layered = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(layers.toSorted()).toEqual([...layered, 'errors', 'flows', 'jsx-runtime'].toSorted());
});

describe.each(['README.md', 'CONTRIBUTING.md', 'ERRORS.md', 'SECURITY.md'])('%s', (file) => {
  const page = read(file);

  test('links to files and headings that there are', () => {
    const anchors = new Set([...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!)));
    const links = [...page.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link]) => link!);
    const dead = links.filter((link) =>
      link.startsWith('#') ? !anchors.has(link.slice(1)) : !existsSync(path.resolve(link.split('#')[0]!)),
    );
    expect(dead).toEqual([]);
  });

  test('is not about what does not exist', () => {
    expect(page).not.toMatch(/TODO|coming soon|plivo-jsx (check|map|studio)\b/);
  });
});

const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
