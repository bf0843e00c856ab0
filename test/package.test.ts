import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as plivoJsx from 'plivo-jsx';
import * as fastify from 'plivo-jsx/fastify';
import * as devRuntime from 'plivo-jsx/jsx-dev-runtime';
import * as testing from 'plivo-jsx/testing';
import * as runtime from 'plivo-jsx/jsx-runtime';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { codeIn, read, rowsOf, sectionOf } from './docs/markdown.ts';

// The compiler and npm take their time.
vi.setConfig({ testTimeout: 60_000 });

type Names = Readonly<Record<string, string>>;
interface Manifest {
  readonly exports: Readonly<Record<string, string | Names>>;
  readonly scripts: Names;
  readonly bin: Names;
  readonly dependencies: Names;
  readonly devDependencies: Names;
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const names = (module: object) => Object.keys(module).toSorted();

describe('the public names', () => {
  test('of plivo-jsx', () => {
    expect(names(plivoJsx)).toEqual([
      'Conference',
      'DTMF',
      'Dial',
      'GetDigits',
      'GetInput',
      'Hangup',
      'Link',
      'Message',
      'MultiPartyCall',
      'Number',
      'Play',
      'PlivoJsxError',
      'PreAnswer',
      'Record',
      'Redirect',
      'RenderError',
      'Response',
      'Speak',
      'Stream',
      'User',
      'Wait',
      'attribute',
      'callback',
      'checkCall',
      'content',
      'defineElement',
      'definitions',
      'describeRequest',
      'flow',
      'level',
      'placeCall',
      'preview',
      'readCall',
      'render',
      'signRequest',
      'verifyRequest',
    ]);
  });

  test('of plivo-jsx/fastify, plivo-jsx/testing and the runtimes', () => {
    expect(names(fastify)).toEqual(['createApp', 'default']);
    expect(names(testing)).toEqual(['call', 'matchers']);
    expect(names(runtime)).toEqual(['Fragment', 'jsx', 'jsxs']);
    expect(names(devRuntime)).toEqual(['Fragment', 'jsxDEV']);
  });
});

describe('the package', () => {
  const outDir = mkdtempSync(path.join(tmpdir(), 'dist-'));
  // What npm and tsc inherit must not lead a built file to the sources.
  const { NODE_OPTIONS: _, ...env } = process.env;

  afterAll(() => {
    rmSync(outDir, { recursive: true, force: true });
  });

  test('has every file that its exports name, once it is built', () => {
    const build = manifest.scripts['build']!.replaceAll('--outdir=dist', `--outdir=${outDir}`);
    const commands = build.split(' && ').map((command) => command.split(' '));
    for (const [name, ...args] of commands) {
      const more = name === 'tsc' ? ['--outDir', outDir] : [];
      execFileSync(path.resolve('node_modules/.bin', name!), [...args, ...more], { env });
    }
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const missing = [...targets, ...Object.values(manifest.bin)].filter(
      (file) =>
        !existsSync(file.startsWith('./dist/') ? path.join(outDir, file.slice('./dist/'.length)) : file),
    );
    expect(missing).toEqual([]);
    expect(readFileSync(path.join(outDir, 'src/index.js'), 'utf8')).not.toMatch(/\.tsx?['"]/);
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
    const outside = packed.filter((file) => !/^(src|jsx-runtime|bin)\//.test(file));
    expect(outside.toSorted()).toEqual(['LICENSE', 'README.md', 'package.json']);
    expect(files.filter((file) => /\.test|^test|\.log$|\.env|node_modules/.test(file.path))).toEqual([]);
    expect(packed).toEqual(expect.arrayContaining(['bin/plivo-jsx.js', 'src/index.ts']));
  });
});

describe('the dependencies', () => {
  const [runtimePart = '', developmentPart = ''] = sectionOf('README.md', '## Dependencies').split(
    'For development:',
  );
  const table = (part: string) => rowsOf(part).map(([name]) => codeIn(name));

  test('are those of the tables in README.md, each with a reason', () => {
    expect(table(runtimePart).toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
    expect(table(developmentPart).toSorted()).toEqual(Object.keys(manifest.devDependencies).toSorted());
    const reasons = rowsOf(runtimePart + developmentPart).map(([, reason]) => reason);
    expect(reasons.filter((reason) => (reason ?? '').length < 5)).toEqual([]);
  });

  test('of run time have no install script but the one of esbuild, which comes with tsx', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { dev?: boolean; optional?: boolean; hasInstallScript?: boolean }>;
    };
    const scripted = Object.entries(lock.packages)
      .filter(([, { dev, hasInstallScript }]) => hasInstallScript === true && dev !== true)
      .map(([folder]) => folder);
    // fsevents is installed on a Mac only; tsx takes it there to watch files.
    expect(scripted.filter((folder) => folder !== 'node_modules/fsevents')).toEqual(['node_modules/esbuild']);
  });
});
