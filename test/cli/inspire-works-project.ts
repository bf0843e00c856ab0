import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shippedPackage } from '../support/shipped.ts';

let folder: string | undefined;

/** A folder with Inspire Works and nothing else: whoever tries a flow or a `.env` in the clone changes no test. */
export function inspireWorksProject(): string {
  folder ??= made();
  return folder;
}

function made(): string {
  const project = mkdtempSync(path.join(tmpdir(), 'inspire-works-'));
  cpSync('flows/inspire-works', path.join(project, 'flows/inspire-works'), { recursive: true });
  writeFileSync(path.join(project, 'package.json'), '{"type":"module"}');
  mkdirSync(path.join(project, 'node_modules'));
  symlinkSync(shippedPackage, path.join(project, 'node_modules/plivo-jsx'));
  symlinkSync(path.resolve('node_modules/zod'), path.join(project, 'node_modules/zod'));
  return project;
}
