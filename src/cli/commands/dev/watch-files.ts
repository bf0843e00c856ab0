/**
 * Watches the files that an app may be made of.
 * @module
 */
import { watch, type FSWatcher } from 'chokidar';
import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { oneLine } from '../../terminal.ts';

const ours = /^(?!\.).*\.([cm]?[tj]sx?|json)$|^\.env$/;
const notOurs = /(^|[/\\])(node_modules|dist|\.git)([/\\]|$)/;

/** Watches the working directory; comes back when no change would pass unseen any more. */
export async function watchFiles(): Promise<FSWatcher> {
  const watcher = watch('.', {
    ignoreInitial: true,
    ignored: (file, stats) =>
      notOurs.test(file) ||
      (stats?.isFile() === true && !ours.test(path.basename(file))) ||
      leadsNowhere(file),
  });
  watcher.on('error', (error) =>
    console.error(
      oneLine(`A folder cannot be watched: ${error instanceof Error ? error.message : String(error)}`),
    ),
  );
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return watcher;
}

/**
 * A link to a folder that it is in would be followed until its path is too long. What comes in the place of a link to
 * nothing would not be seen, once the link was watched.
 */
function leadsNowhere(file: string): boolean {
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (!isLink) return false;
  try {
    const target = realFolder(file);
    // By the way that led here: two links may lead to each other.
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      if (realFolder(folder).startsWith(target)) return true;
      if (folder === path.dirname(folder)) return false;
    }
  } catch {
    return true;
  }
}

const realFolder = (folder: string) => path.join(realpathSync(folder), path.sep);
