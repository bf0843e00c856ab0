/**
 * Watches the files that an app may consist of.
 * @module
 */
import { watch, type FSWatcher } from 'chokidar';
import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isErrorObject } from '../../../thrown.ts';
import { oneLine } from '../../../console/sanitize.ts';

const watchedNames = /^(?!\.).*\.([cm]?[tj]sx?|json)$|^\.env$/;
const ignoredFolders = /(^|[/\\])(node_modules|dist|\.git)([/\\]|$)/;

/**
 * Watches the working directory. Returns when every later change will be noticed.
 *
 * @param print prints a sentence about a folder that cannot be watched
 */
export async function watchFiles(print: (text: string) => void): Promise<FSWatcher> {
  const watcher = watch('.', {
    ignoreInitial: true,
    ignored: (file, stats) =>
      ignoredFolders.test(file) ||
      (stats?.isFile() === true && !watchedNames.test(path.basename(file))) ||
      isUselessLink(file),
  });
  watcher.on('error', (error) =>
    print(oneLine(`A folder cannot be watched: ${isErrorObject(error) ? error.message : String(error)}`)),
  );
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return watcher;
}

/**
 * Whether a link leads to a folder that contains it, or to nothing. The watcher would follow the first until its path is too
 * long. Of the second it would not notice the file that later replaces the link.
 */
function isUselessLink(file: string): boolean {
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (!isLink) return false;
  try {
    const target = realFolder(file);
    // Each parent folder is resolved, since two links may lead to each other.
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      if (realFolder(folder).startsWith(target)) return true;
      if (folder === path.dirname(folder)) return false;
    }
  } catch {
    return true;
  }
}

const realFolder = (folder: string) => path.join(realpathSync(folder), path.sep);
