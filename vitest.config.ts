import { configDefaults, defineConfig } from 'vitest/config';

/** Files that only `npm run test:full` runs. */
const longForms = 'test/**/*.full.test.{ts,tsx}';

const isFull = process.env['PLIVO_JSX_TESTS'] === 'full';
const exclude = isFull ? configDefaults.exclude : [...configDefaults.exclude, longForms];

/**
 * Tests of these folders share the modules of their worker. The others import all of them anew for each file, which takes 2.5
 * times the CPU time. A test can share when it replaces no module and restores what it changes.
 */
const filesIn = (...folders: readonly string[]) =>
  folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);
const sharing = filesIn('elements', 'jsx-runtime', 'phone', 'render', 'webhook');

/** The same for tests that make apps. They are apart, because an app refuses to start while a level has no flow. */
const serving = [...filesIn('fastify/{cache,recover,reject,report,session}', 'rest'), 'test/fastify/*.test.{ts,tsx}'];

export default defineConfig({
  ssr: { resolve: { conditions: ['plivo-jsx-source'] } },
  test: {
    globalSetup: ['test/support/global-setup.ts', 'test/support/shipped-package.ts'],
    // Many tests wait for a limit or for another process, so two cores have work for three.
    maxWorkers: 3,
    // What an app without a logger prints of its failures is of interest where a test fails.
    silent: 'passed-only',
    // What a test waits for has limits of its own; a busy machine only takes longer.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'sharing', isolate: false, include: sharing, exclude } },
      { extends: true, test: { name: 'serving', isolate: false, include: serving, exclude } },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...exclude, ...sharing, ...serving],
        },
      },
    ],
  },
});
