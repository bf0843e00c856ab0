/**
 * Compilers, and the types of other packages.
 * @module
 */
import { readme, type Case } from '../case.ts';

const files = [readme, 'types'];
// Both ways in which TypeScript finds packages; each also checks the declarations of all packages.
const check = (tsc: string) => [`${tsc} -p tsconfig.node.json`, `${tsc} -p tsconfig.bundler.json`];
const declare = (tsc: string) => `${tsc} -p tsconfig.declarations.json`;

const compilers = {
  'ts-5.4': '5.4',
  'ts-5.5': '5.5',
  'ts-5.9': '5.9',
  'ts-6': '6',
  'ts-7': '7',
} as const;

// One installation for all: the alias keeps them apart.
const packages = [
  ...Object.entries(compilers).map(([alias, version]) => `${alias}@npm:typescript@${version}`),
  '@types/node@20',
];

const fastifyVersions = ['5.0', '5.3', '5.6', '5.9', '5'] as const;

/** Types. */
export const types: readonly Case[] = [
  ...Object.entries(compilers).map(([alias, version]): Case => ({
    name: alias,
    sentence: `TypeScript ${version} compiles and declares a flow, an element, an app and matchers, and checks all declarations.`,
    isQuick: true,
    packages,
    files,
    run: [
      ...check(`node ../node_modules/${alias}/bin/tsc`),
      declare(`node ../node_modules/${alias}/bin/tsc`),
      'cat types/element.d.ts types/app.d.ts',
    ],
    prints: /Whisper: [^]*shopApp: \(\) => Promise/,
  })),
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
    run: ['test ! -e ../node_modules/plivo-jsx/node_modules/fastify', ...check('tsc'), 'tsx test.ts'],
    prints: new RegExp(
      `^${version.replace('.', '\\.')}\\.\\S+ true\n${version.replace('.', '\\.')}\\.\\S+ true\n$`,
    ),
  })),
];
