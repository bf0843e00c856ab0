// Makes Node read TypeScript and TSX: the flows of the working directory and, in a clone, plivo-jsx itself.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A clone has no dist: it runs from source. */
export const isClone = existsSync(new URL('../tsconfig.build.json', import.meta.url));

let reads = false;

/**
 * From here on Node reads TypeScript. What is imported before, such as all of an installed plivo-jsx, is imported without
 * that detour, which takes longer than reading the file.
 */
export async function readTypeScript(folder) {
  if (reads) return;
  reads = true;
  // The condition leads the name plivo-jsx to source as well.
  if (isClone) module.register('./source-condition.js', import.meta.url);
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: writeTsconfig(folder) });
}

// The author's own settings hold, but for how JSX is compiled: with places in development, without in production.
function writeTsconfig(folder) {
  const own = path.join(folder, 'tsconfig.json');
  const jsx = process.env['NODE_ENV'] === 'production' ? 'react-jsx' : 'react-jsxdev';
  const temporary = mkdtempSync(path.join(tmpdir(), 'plivo-jsx-'));
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
  const file = path.join(temporary, 'tsconfig.json');
  const settings = {
    ...(existsSync(own) && { extends: own }),
    compilerOptions: { jsx, jsxImportSource: 'plivo-jsx' },
    include: [path.join(folder, '**/*')],
  };
  writeFileSync(file, JSON.stringify(settings));
  return file;
}
