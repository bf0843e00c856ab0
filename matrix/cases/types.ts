/**
 * Compilers, and the types of other packages.
 * @module
 */
import { readme, type Case } from '../case.ts';

const files = [readme, 'types'];

interface Compiler {
  /** The name of its folder: several versions are installed together. */
  readonly alias: string;
  readonly version: string;
}
const oldestAndNewest: readonly Compiler[] = [
  { alias: 'ts-5.4', version: '5.4' },
  { alias: 'ts-7', version: '7' },
];
const others: readonly Compiler[] = [
  { alias: 'ts-5.5', version: '5.5' },
  { alias: 'ts-5.9', version: '5.9' },
  { alias: 'ts-6', version: '6' },
];
const packagesFor = (compilers: readonly Compiler[]) => [
  ...compilers.map(({ alias, version }) => `${alias}@npm:typescript@${version}`),
  '@types/node@20',
];

const compile = ({ alias, version }: Compiler): Omit<Case, 'packages'> => ({
  name: alias,
  sentence: `TypeScript ${version} compiles and declares a flow, an element, an app and matchers, and checks all declarations.`,
  files,
  // Both ways in which TypeScript finds packages; each also checks the declarations of all packages.
  run: [
    `node ../node_modules/${alias}/bin/tsc -p tsconfig.bundler.json`,
    `node ../node_modules/${alias}/bin/tsc -p tsconfig.declarations.json`,
    'cat types/element.d.ts types/app.d.ts',
  ],
  prints: /Whisper: [^]*shopApp: \(\) => Promise/,
});

const fastifyVersions = ['5.0', '5.3', '5.6', '5.9', '5'] as const;

/** Types. */
export const types: readonly Case[] = [
  ...oldestAndNewest.map((each) => ({
    ...compile(each),
    isQuick: true,
    packages: packagesFor(oldestAndNewest),
  })),
  ...others.map((each) => ({ ...compile(each), packages: packagesFor(others) })),
  ...fastifyVersions.map((version): Case => ({
    name: `fastify-${version}`,
    sentence: `An app of Fastify ${version} registers the plugin, without type errors, and with one copy of Fastify.`,
    ...(version === '5.0' && { isQuick: true }),
    packages: [
      `fastify@${version === '5' ? '5' : `~${version}.0`}`,
      'typescript@7',
      '@types/node@20',
      'tsx@4',
    ],
    files: [...files, 'own-fastify'],
    run: [
      'test ! -e ../node_modules/plivo-jsx/node_modules/fastify',
      'tsc -p tsconfig.node.json',
      'tsx test.ts',
    ],
    prints: new RegExp(
      `^${version.replace('.', '\\.')}\\.\\S+ true\n${version.replace('.', '\\.')}\\.\\S+ true\n$`,
    ),
  })),
];
