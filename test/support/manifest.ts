import { readFileSync } from 'node:fs';

type Names = Readonly<Record<string, string>>;

/** What tests read of `package.json`. */
interface Manifest {
  readonly exports: Readonly<Record<string, string | Names>>;
  readonly scripts: Names;
  readonly bin: Names;
  readonly dependencies: Names;
  readonly devDependencies: Names;
}

export const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
