/**
 * The package as users install it, built once for all tests: a command that is started from source compiles itself each time,
 * which takes three times as long.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    shippedPackage: string;
  }
}

/** Global setup of the tests that start commands. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'plivo-jsx-shipped-'));
  const rolldown = path.resolve('node_modules/.bin/rolldown');
  execFileSync(rolldown, ['--config', `--dir=${path.join(folder, 'dist')}`], { stdio: 'pipe' });
  copyFileSync('package.json', path.join(folder, 'package.json'));
  cpSync('bin', path.join(folder, 'bin'), { recursive: true });
  // A command that runs in the process of a test has its modules from source, and so must the flows that it loads.
  for (const name of ['src', 'jsx-runtime', 'node_modules'])
    symlinkSync(path.resolve(name), path.join(folder, name));
  provide('shippedPackage', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
