/**
 * Programs that some tests use and that no npm package brings. Without one, its tests are left out; in CI that fails.
 * @module
 */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Each program, and what its tests show. */
export const programs = {
  'redis-server': 'a store that several processes share',
  python3: 'a server that is not JavaScript, and terminals',
} as const;

export type Program = keyof typeof programs;

/** True when a program is in the PATH. */
export function isInstalled(program: Program): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
