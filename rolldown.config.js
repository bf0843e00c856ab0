// Builds the package: few files, since to find and read one takes as long as what is in it.
import { defineConfig } from 'rolldown';

const entries = [
  'src/index',
  'src/fastify/index',
  'src/redis/index',
  'src/phone/index',
  'src/check/index',
  'src/testing/index',
  'src/testing/vitest',
  'src/cli/run',
  'jsx-runtime/jsx-runtime',
  'jsx-runtime/jsx-dev-runtime',
];

export default defineConfig({
  input: Object.fromEntries(entries.map((entry) => [entry, `./${entry}.ts`])),
  platform: 'node',
  // Packages stay what npm installs.
  external: /^(?![./]|[a-z]:)/i,
  // The commands that do not load flows ask for the problems of flows only when there is one.
  checks: { ineffectiveDynamicImport: false },
  output: {
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: {
      groups: [
        {
          name: 'plivo-jsx',
          test: /\/(?:jsx-runtime|src\/(?:elements|render|webhook|flow|dialog|store))\/|\/src\/[^/]+\.ts$/,
        },
        // What serves from its start; metrics come later.
        { name: 'server', test: /\/src\/fastify\/(?!report\/metrics)/ },
        {
          name: 'start',
          test: /\/src\/cli\/(?:[^/]+|process\/[^/]+|environment\/[^/]+|load-flows\/(?!compile|answer)[^/]+|commands\/start|commands\/start\/(?!serve)[^/]+)\.ts$/,
        },
      ],
    },
  },
});
