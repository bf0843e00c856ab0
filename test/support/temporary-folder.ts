/**
 * One temporary folder for all that tests write, removed at their end.
 * @module
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Global setup: `os.tmpdir()` of the workers is this folder. */
export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'plivo-jsx-tests-'));
  // A test that takes away the rights of its process must still reach it.
  chmodSync(folder, 0o755);
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
