import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shippedPackage } from '../support/shipped.ts';

/** A new folder with these files. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'project-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

/** A new project of ES modules with these files, and plivo-jsx as a link, as `npm link` makes one. */
export async function projectWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await folderWith({ 'package.json': '{"type":"module"}', ...files });
  await mkdir(path.join(folder, 'node_modules'), { recursive: true });
  await symlink(shippedPackage, path.join(folder, 'node_modules/plivo-jsx'));
  return folder;
}
