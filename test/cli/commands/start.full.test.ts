import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ChildProcess } from 'node:child_process';
import { folderWith } from '../project.ts';
import { outcomeOf, printed, runCommand, startCommand } from '../run-command.ts';
import { runMain } from '../run-main.ts';

const started: ChildProcess[] = [];

function start(env: Readonly<Record<string, string>>): ChildProcess {
  const child = startCommand(['start'], env);
  started.push(child);
  return child;
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

const form = (body: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body,
});

describe('a server', () => {
  let child: ChildProcess;
  let banner: RegExpExecArray;

  beforeAll(async () => {
    child = startCommand(['start'], { PORT: '0' });
    banner = await printed(child, /[^]*(http:\/\/127\.0\.0\.1:(\d+))[^]*curl [^\n]*/);
  });

  afterAll(() => void child.kill('SIGKILL'));

  test('prints where it listens, what it serves, that it is for local use, and what is missing to go live', () => {
    const [text, , port] = banner;
    expect(text.replaceAll(port!, 'PORT')).toBe(
      [
        'plivo-jsx listens on http://127.0.0.1:PORT',
        '  flow inspire-works',
        '    /ivr              GET, POST  (calls begin here)',
        '    /ivr/level2       POST',
        '    /ivr/action       POST',
        '    /ivr/transferred  POST',
        '  to look at: http://127.0.0.1:PORT/test-xml (what the levels say), http://127.0.0.1:PORT/debug (what arrives)',
        'Local use. Signatures are not checked, so anyone who reaches this address can pose as Plivo.',
        'To go live, set PUBLIC_URL and PLIVO_AUTH_TOKEN; docs/guide/plivo-number.md shows each step.',
        'Try it: curl -d CallUUID=test http://127.0.0.1:PORT/ivr',
      ].join('\n'),
    );
  });

  test('serves the flow with links to the host of the request, and logs each webhook in one line', async () => {
    const [, url] = banner;
    const line = printed(child, /call [^\n]*/);
    const response = await fetch(
      `${url}/ivr/level2`,
      form('CallUUID=0a1b2c3d-rest&From=15550123456&Digits=2'),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`<GetDigits action="${url}/ivr/action?lang=es"`);
    const [text] = await line;
    expect(text.replace(/\([\d.]+ ms\)/, '(… ms)')).toBe(
      'call 0a1b2c3d  getdigits-action  POST /ivr/level2  →  GetDigits /ivr/action?lang=es, Hangup  (… ms)',
    );
  });

  test('stops at a signal, with exit code 0', async () => {
    const outcome = outcomeOf(child);
    child.kill('SIGTERM');
    expect((await outcome).code).toBe(0);
  });
});

describe('start', () => {
  // A terminal that closes while the server starts; `process.kill` of itself arrives before `listen` returns.
  test.each(['SIGHUP', 'SIGINT', 'SIGTERM'])(
    'ends in order at %s in the moment when it begins to listen',
    async (signal) => {
      const source = `import net from 'node:net';
        const { listen } = net.Server.prototype;
        net.Server.prototype.listen = function (...args) {
          process.kill(process.pid, '${signal}');
          return listen.apply(this, args);
        };`;
      const hook = `data:text/javascript,${encodeURIComponent(source)}`;
      const { code, stderr } = await outcomeOf(start({ PORT: '0', NODE_OPTIONS: `--import=${hook}` }));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    },
  );

  test('with PUBLIC_URL and a token it serves only what Plivo signed', async () => {
    const child = start({ PORT: '0', PUBLIC_URL: 'https://ivr.example.com', PLIVO_AUTH_TOKEN: 'a-token' });
    const [text, url] = await printed(
      child,
      /[^]*listens on (http:[^\s,]+)[^]*Every webhook must be signed by Plivo\./,
    );
    expect(text).toContain('Every webhook must be signed by Plivo.');
    const response = await fetch(`${url}/ivr`, form('CallUUID=a-call'));
    expect([response.status, await response.text()]).toEqual([403, '']);
  });

  test('logs JSON in production', async () => {
    const child = start({ PORT: '0', NODE_ENV: 'production' });
    const [line] = await printed(child, /\{.*"msg":"serving"\}/);
    expect(JSON.parse(line)).toMatchObject({ flows: ['inspire-works'], msg: 'serving' });
  });

  test('a busy port is one sentence and exit code 2', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await runMain(['start'], { PORT: String(port) })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        `Port ${port} of 127.0.0.1 is in use by another program.\n` +
        'Fix: stop that program, or choose another port with the variable PORT, such as PORT=5001. [E_PORT]\n',
    });
    server.close();
  });

  test('serves the metrics at an address of their own, and nothing else there', async () => {
    const child = start({ PORT: '0', METRICS_PORT: '0' });
    const [, url, metrics] = await printed(
      child,
      /listens on (http:\S+)[^]*for a scraper: (http:\/\/127\.0\.0\.1:\d+\/metrics)[^]*Try it/,
    );
    await fetch(`${url}/ivr`, form('CallUUID=a-call'));
    const scraped = await fetch(metrics!);
    expect(scraped.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await scraped.text();
    expect(text).toContain('\nivr_webhooks_total{route="/ivr"} 1\n');
    expect(text).toContain('\n# TYPE process_resident_memory_bytes gauge\n');
    expect((await fetch(metrics!.replace('/metrics', '/ivr'))).status).toBe(404);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });

  test('a busy port of the metrics is one sentence and exit code 2', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await runMain(['start'], { PORT: '0', METRICS_PORT: String(port) })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        `Port ${port} of 127.0.0.1 is in use by another program.\n` +
        'Fix: stop that program, or choose another port with the variable METRICS_PORT, such as METRICS_PORT=9465. [E_PORT]\n',
    });
    server.close();
  });

  test.each([
    [
      { METRICS_PORT: 'yes' },
      'METRICS_PORT is "yes", which is no port.\nFix: give a whole number from 0 to 65535. [E_VARIABLE]\n',
    ],
    [
      { PORT: '80a' },
      'PORT is "80a", which is no port.\nFix: give a whole number from 0 to 65535. [E_VARIABLE]\n',
    ],
    [
      { PUBLIC_URL: 'ivr.example.com' },
      'PUBLIC_URL is "ivr.example.com", which is no address.\nFix: give it as https://ivr.example.com, without a query. [E_VARIABLE]\n',
    ],
    [
      { PLIVO_AUTH_TOKEN: '"secret"' },
      'PLIVO_AUTH_TOKEN holds a character that no token has, such as a quotation mark.\n' +
        'Fix: give one token, or several separated by commas. [E_VARIABLE]\n',
    ],
    [
      { PUBLIC_URL: 'https://münchen.example' },
      'PUBLIC_URL is "https://münchen.example", which is spelled https://xn--mnchen-3ya.example in a request.\n' +
        "Fix: write https://xn--mnchen-3ya.example, here and in Plivo's console: Plivo signs the text that stands there. [E_VARIABLE]\n",
    ],
    [
      { PUBLIC_URL: 'https://me:secret@ivr.example.com' },
      'PUBLIC_URL holds a user name or a password.\n' +
        'Fix: leave both out: Plivo signs the address without them. [E_VARIABLE]\n',
    ],
    [
      { PLIVO_AUTH_TOKEN: 'secret' },
      'PUBLIC_URL is not set, and PLIVO_AUTH_TOKEN is: Plivo signs over the public address.\n' +
        'Fix: set PUBLIC_URL to it, such as https://ivr.example.com. [E_VARIABLE]\n',
    ],
    [
      { PORT: '5099', METRICS_PORT: '5099' },
      'METRICS_PORT is the port of the app itself.\nFix: give another one, such as 9464. [E_VARIABLE]\n',
    ],
    [
      { REDIS_URL: 'me:secret@localhost:6379' },
      'REDIS_URL is not the address of a Redis.\n' +
        'Fix: write it as redis://localhost:6379, or rediss:// for TLS. [E_VARIABLE]\n',
    ],
    [
      { ALLOW_UNSIGNED: 'yes' },
      'ALLOW_UNSIGNED is "yes", which is neither 0 nor 1.\n' +
        'Fix: set it to 1 to let anyone pose as Plivo, or leave it out. [E_VARIABLE]\n',
    ],
    [
      { PORT: '80a', PUBLIC_URL: 'ivr.example.com', ALLOW_UNSIGNED: 'yes' },
      'PORT is "80a", which is no port. PUBLIC_URL is "ivr.example.com", which is no address. ' +
        'ALLOW_UNSIGNED is "yes", which is neither 0 nor 1.\n' +
        'Fix: for PORT, give a whole number from 0 to 65535; for PUBLIC_URL, give it as https://ivr.example.com, without a query; ' +
        'for ALLOW_UNSIGNED, set it to 1 to let anyone pose as Plivo, or leave it out. [E_VARIABLE]\n',
    ],
    [
      { HOST: 'fe80::1', ALLOW_UNSIGNED: '1', PORT: '0' },
      'This machine cannot listen on fe80::1, port 0.\n' +
        'Fix: set HOST to an address of this machine, such as 127.0.0.1, and PORT to a port from 1024 on. [E_ADDRESS]\n',
    ],
  ])('a variable that cannot be used is one sentence and exit code 2: %o', async (env, stderr) => {
    expect(await runMain(['start'], env)).toEqual({ code: 2, stdout: '', stderr });
  });

  test('a variable that a flow cannot use is one sentence and exit code 2', async () => {
    expect(await runCommand(['start'], { ASSOCIATE_NUMBER: '0171' })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'ASSOCIATE_NUMBER is not a phone number with its country code.\n' +
        'Fix: write it as +15551234567, or leave it out: callers then hear that nobody is available. [E_VARIABLE]\n',
    });
  });

  test('a folder without flows is one sentence and exit code 2', async () => {
    const folder = await folderWith({});
    expect(await runMain(['start'], {}, folder)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'There is no flow in flows.\nFix: write one as flows/<name>/flow.ts, with the flow as its default export. [E_NO_FLOWS]\n',
    });
  });

  test('a flow.ts without a flow is one sentence and exit code 2', async () => {
    const folder = await folderWith({
      'package.json': '{"type":"module"}',
      'flows/empty/flow.ts': 'export default 1;',
    });
    expect(await runMain(['start'], {}, folder)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        "flows/empty/flow.ts does not export a flow.\nFix: end it with export default flow('name', { levels: [...] }). [E_FLOW]\n",
    });
  });
});

test('start continues when its log is no longer read', async () => {
  const child = start({ PORT: '0' });
  const [, url] = await printed(child, /listens on (http:\S+)[^]*Try it/);
  child.stdout!.destroy();
  for (const _ of [1, 2, 3]) {
    expect((await fetch(`${url}/ivr`, form('CallUUID=a-call'))).status).toBe(200);
  }
  expect(child.exitCode).toBeNull();
});

describe('a flow that cannot be loaded', () => {
  const manifest = { 'package.json': '{"type":"module"}' };

  test.each([
    [
      'does not compile',
      { 'flows/a/flow.tsx': 'export default <' },
      'flows/a/flow.tsx cannot be loaded: Expected identifier but found end of file (flows/a/flow.tsx:1:17).\n',
    ],
    [
      'imports what is not there',
      { 'flows/a/flow.ts': "import './nowhere.ts';" },
      'flows/a/flow.ts cannot be loaded: Could not resolve "./nowhere.ts" (flows/a/flow.ts:1:8).\n',
    ],
    [
      'imports a package that is not installed',
      { 'flows/a/flow.ts': "import './b.ts';", 'flows/a/b.ts': "import 'no-such-package';" },
      'flows/a/b.ts cannot be loaded: Could not resolve "no-such-package" (flows/a/b.ts:1:8).\n',
    ],
    [
      'imports a name that is known during a call only',
      { 'flows/a/flow.ts': '', 'flows/b/flow.ts': 'export const load = (name: string) => import(name);' },
      'flows/b/flow.ts cannot be loaded: import() takes a name in quotes, or a pattern such as `./${lang}.ts`, ' +
        'so that what is missing is told at start (flows/b/flow.ts:1:39).\n',
    ],
    [
      'throws',
      { 'flows/a/flow.ts': "import './b.ts';", 'flows/a/b.ts': '\nthrow new Error("no database");' },
      'flows/a/flow.ts cannot be loaded: no database (flows/a/b.ts:2:7).\n',
    ],
    [
      'throws something odd',
      { 'flows/a/flow.ts': 'throw null;' },
      'flows/a/flow.ts cannot be loaded: it threw something that is no error.\n',
    ],
  ])('since it %s is one sentence with its place, and exit code 2', async (_, files, stderr) => {
    const folder = await folderWith({ ...manifest, ...files });
    expect(await runMain(['start'], {}, folder)).toEqual({
      code: 2,
      stdout: '',
      stderr: `${stderr}Fix: correct it there; nothing is served until it loads. [E_LOAD]\n`,
    });
  });
});

test('a name that a package does not export is one sentence and exit code 2, where only Node finds it', async () => {
  const folder = await folderWith({
    'package.json': '{"type":"module"}',
    'flows/a/flow.ts': '',
    'flows/b/flow.ts': "import { nothing } from 'empty'; export default nothing;",
    'node_modules/empty/package.json': '{"type":"module","exports":"./index.js"}',
    'node_modules/empty/index.js': 'export {};',
  });
  expect(await runCommand(['start'], {}, folder)).toEqual({
    code: 2,
    stdout: '',
    stderr:
      "flows cannot be loaded: The requested module 'node_modules/empty/index.js' does not provide an export named 'nothing'.\n" +
      'Fix: correct it there; nothing is served until it loads. [E_LOAD]\n',
  });
});

test.each(['start', 'dev'])('%s accepts no argument', async (command) => {
  expect(await runMain([command, '5001'])).toEqual({
    code: 2,
    stdout: '',
    stderr: `It takes no argument "5001".\nFix: call it as: plivo-jsx ${command} [E_ARGUMENT]\n`,
  });
});
