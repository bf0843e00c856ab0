import { expect, test, vi } from 'vitest';
import { runCommand } from '../cli/run-command.ts';
import { codeIn, read, rowsOf } from './markdown.ts';
import { account, fences, projectOfPages, serve } from './pages.ts';
import { commandsOf, stepsOf } from './shell.ts';
import { manifest } from '../support/manifest.ts';

// Most of these start a process or two.
vi.setConfig({ testTimeout: 60_000 });

const scripts = Object.keys(manifest.scripts);
const steps = fences.filter(({ language }) => language === 'console').flatMap(({ text }) => stepsOf(text));
const ours = steps.filter(({ command: { words } }) => words[0] === 'npx');

/** These flows are on the pages only; the others are in the repository. */
const isOfPages = (word: string) => /\/(shop|survey|broken|bakery|practice|hours)\b/.test(word);

test.each(ours.map((step) => [step.command.text, step] as const))(
  '%s prints what its page shows',
  async (_, step) => {
    const { words, env } = step.command;
    const [, name, ...args] = words;
    expect(name).toBe('plivo-jsx');
    const settings = args[0] === 'call' || args[0] === 'doctor' ? account : env;
    const cwd = args.some(isOfPages) ? await projectOfPages() : undefined;
    // The phone calls the app that `npm start` serves; the doctor calls one that has another public address.
    const served = args[0] === 'doctor' ? { ...account, PUBLIC_URL: 'https://localhost' } : {};
    const { url } = args[0] === 'phone' || args[0] === 'doctor' ? await serve(served, cwd) : { url: '' };
    const host = url.replace('http://127.0.0.1', 'localhost');
    const called = args.map((word) => word.replace('localhost:5000', host));
    const { stdout, stderr } = await runCommand(called, settings, cwd);
    expect((stderr + stdout).trimEnd().replaceAll(host || 'nowhere', 'localhost:5000')).toBe(step.output);
  },
);

/** Programs of others, which no test can run. */
const others = [
  'npm ci',
  'mkdir ../my-app',
  'cd ../my-app',
  'npm pack',
  'npm install',
  'ngrok http',
  'cloudflared tunnel',
  'curl https://ivr.example.com/debug',
  'npm init',
  'npm pkg',
  'npx esbuild',
  'npx vitest',
  // The phone, dev and the server are started by other tests.
  'npx plivo-jsx',
  'node node_modules/plivo-jsx/bin/plivo-jsx.js',
];

const lines = fences
  .filter(({ language }) => language === 'sh')
  .flatMap(({ text }) => text.replaceAll('\\\n', ' ').trim().split('\n'))
  .flatMap(commandsOf);

test.each(lines.map((line) => [line.text, line] as const))(
  '%s is a command that exists',
  (_, { words, env }) => {
    const name = words.join(' ').replace('npm run ', 'npm ').split(' ', 2).join(' ');
    expect([...scripts.map((script) => `npm ${script}`), ...others]).toContain(name);
    const variables = rowsOf(read('docs/reference/environment.md')).map(([cell]) => codeIn(cell));
    for (const variable of Object.keys(env)) expect(variables).toContain(variable);
  },
);
