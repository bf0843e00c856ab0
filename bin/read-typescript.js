// Makes Node read the flows of the working directory, which are TSX, and says which main module to run.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { register } from 'tsx/esm/api';

export function readTypeScript(folder) {
  // A clone has no dist: it runs from source, with the condition that leads `plivo-jsx` to source as well.
  const isClone = existsSync(new URL('../tsconfig.build.json', import.meta.url));
  if (isClone) module.register('./source-condition.js', import.meta.url);
  register({ tsconfig: writeTsconfig(folder) });
  return isClone ? '../src/cli/main.ts' : '../dist/src/cli/main.js';
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
