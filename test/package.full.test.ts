import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { outcomeOf } from './cli/run-command.ts';
import { manifest } from './support/manifest.ts';

// The compiler and npm take their time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('the package', () => {
  const project = mkdtempSync(path.join(tmpdir(), 'project-'));
  const modules = path.join(project, 'node_modules');
  const installed = path.join(modules, 'plivo-jsx');
  // What npm, tsc and the command inherit must not lead a built file to the sources, nor decide how TSX is compiled.
  const { NODE_OPTIONS: _, NODE_ENV: __, ...env } = process.env;

  beforeAll(() => {
    const outDir = path.join(installed, 'dist');
    const build = manifest.scripts['build']!.replaceAll('--dir=dist', `--dir=${outDir}`);
    for (const [name, ...args] of build.split(' && ').map((command) => command.split(' '))) {
      const more = name === 'tsc' ? ['--outDir', outDir] : [];
      execFileSync(path.resolve('node_modules/.bin', name!), [...args, ...more], { env });
    }
    cpSync('package.json', path.join(installed, 'package.json'));
    cpSync('bin', path.join(installed, 'bin'), { recursive: true });
    // The one source that the build does not touch: see `imports` in package.json.
    cpSync('src/temporal-polyfill.cjs', path.join(installed, 'src/temporal-polyfill.cjs'));
    for (const name of Object.keys(manifest.dependencies)) link(name);
    write('package.json', '{"type":"module"}');
  });

  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });

  function link(name: string): void {
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    symlinkSync(path.resolve('node_modules', name), path.join(modules, name));
  }

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), text);
  }

  test('does not ask at import time where its files are: a bundler moves them', () => {
    const dist = path.join(installed, 'dist');
    const seen = new Set<string>();
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, name] of readFileSync(file, 'utf8').matchAll(
        /(?:from|import) ?\(?["'](\.[^"']+\.js)["']/g,
      ))
        visit(path.resolve(path.dirname(file), name!));
    };
    for (const target of Object.values(manifest.exports))
      if (typeof target !== 'string') visit(path.join(installed, target['default']!));
    expect(seen.size).toBeGreaterThan(7);
    const asking = [...seen].filter((file) => readFileSync(file, 'utf8').includes('import.meta'));
    expect(asking.map((file) => path.relative(dist, file))).toEqual([]);
  });

  const written = `import { Dial, flow, level } from 'plivo-jsx';
export default flow('written', { levels: [level('/written', () => <Dial />)] });`;

  const run = (...args: string[]) =>
    outcomeOf(
      spawn(process.execPath, [path.join(installed, 'bin/plivo-jsx.js'), ...args], { cwd: project, env }),
    );

  test('has every file that its exports name, once it is built', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const missing = [...targets, ...Object.values(manifest.bin)].filter(
      (file) => !existsSync(file.startsWith('./dist/') ? path.join(installed, file) : file),
    );
    expect(missing).toEqual([]);
    expect(readFileSync(path.join(installed, 'dist/src/index.js'), 'utf8')).not.toMatch(/\.tsx?['"]/);
  });

  test('serves compiled flows without a compiler, and says in a sentence that TypeScript needs one', async () => {
    write(
      'flows/compiled/flow.js',
      `import { flow, level, Response } from 'plivo-jsx';
       import { jsx } from 'plivo-jsx/jsx-runtime';
       export default flow('compiled', { levels: [level('/compiled', () => jsx(Response, {}))] });`,
    );
    expect(await run('render', '/compiled')).toEqual({
      code: 0,
      stdout: '<?xml version="1.0" encoding="UTF-8"?>\n<Response></Response>\n',
      stderr: '',
    });
    write('flows/written/flow.tsx', written);
    expect(await run('render', '/written')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'flows/written/flow.tsx is written in TypeScript, and esbuild, which compiles it, is not installed.\n' +
        'Fix: npm install esbuild; flows that are compiled to flow.js do not need it. [E_COMPILER]\n',
    });
  });

  test('says in a sentence that a Redis needs a client, which it has once that is installed', async () => {
    write(
      'redis.js',
      `import { redisStore } from 'plivo-jsx/redis';
      const store = redisStore('redis://127.0.0.1:1');
      console.log(await store.get('key').catch(({ message }) => message));
      await store.close();`,
    );
    const connect = () => outcomeOf(spawn(process.execPath, ['redis.js'], { cwd: project, env }));
    expect(await connect()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        'A store on Redis needs the package ioredis, which is not installed.\nFix: npm install ioredis. [E_PACKAGE]',
      ),
    });
    link('ioredis');
    expect(await connect()).toMatchObject({ code: 0, stderr: '' });
    // A service may run in another folder than that of its project.
    const elsewhere = spawn(process.execPath, [path.join(project, 'redis.js')], { cwd: tmpdir(), env });
    expect(await outcomeOf(elsewhere)).toMatchObject({ code: 0, stderr: '' });
  });

  test('compiles flows in TypeScript once esbuild is installed, and tells their places', async () => {
    write('flows/written/flow.tsx', written);
    link('esbuild');
    const { code, stderr } = await run('render', '/written');
    expect([code, stderr.split('\n').slice(1, 3)]).toEqual([
      2,
      ['  at <Dial> (flows/written/flow.tsx:2:67)', '  in <level /written> (flows/written/flow.tsx:2:43)'],
    ]);
  });

  test('tells of a flow that was compiled to CommonJS', async () => {
    rmSync(path.join(project, 'flows'), { recursive: true });
    write('package.json', '{}');
    write('flows/old/flow.js', 'exports.__esModule = true; exports.default = {};');
    expect(await run('start')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'Node treats flows/old/flow.js as CommonJS, but plivo-jsx needs ES modules.\n' +
        'Fix: add "type": "module" to the package.json of your project. [E_MODULE]\n',
    });
  });

  test('is packed without a list of its files on the terminal', async () => {
    const args = ['pack', '--dry-run', '--ignore-scripts'];
    // A level that the environment sets, such as that of `npm run --silent`, would replace the one of the project.
    const { npm_config_loglevel: _, ...env } = process.env;
    const child = spawn('npm', args, { env, shell: process.platform === 'win32' });
    expect(await outcomeOf(child)).toMatchObject({ code: 0, stdout: 'plivo-jsx-0.1.0.tgz\n', stderr: '' });
  });

  test('is packed with its sources, licence and pages, and without tests, flows or settings', () => {
    const json = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    const [{ files }] = JSON.parse(json) as [{ files: { path: string }[] }];
    const packed = files.map((file) => file.path).filter((file) => !file.startsWith('dist/'));
    const outside = packed.filter(
      (file) => !/^(src|jsx-runtime|bin|docs\/(guide|images|reference))\//.test(file),
    );
    expect(outside.toSorted()).toEqual(['LICENSE', 'README.md', 'SECURITY.md', 'package.json']);
    expect(files.filter((file) => /\.test|^test|\.log$|\.env|node_modules/.test(file.path))).toEqual([]);
    expect(packed).toEqual(expect.arrayContaining(['bin/plivo-jsx.js', 'src/index.ts']));
  });
});
