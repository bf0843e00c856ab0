import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Files that only `npm run test:full` runs. */
const longForms = 'test/**/*.full.test.{ts,tsx}';

const isFull = process.env['PLIVO_JSX_TESTS'] === 'full';
const exclude = isFull ? configDefaults.exclude : [...configDefaults.exclude, longForms];

/** Tests of functions and documents. Some of their levels have no flow, and an app refuses to start while there is one. */
const functions = ['test/{elements,flow,jsx-runtime,phone,render,webhook}/**/*.test.{ts,tsx}'];

/** Tests that declare elements, depend on what was declared before, replace a module, or start many processes. */
const alone = [
  'test/docs/{elements,generated}.test.ts',
  'test/flow/flow.test.tsx',
  'test/temporal.test.tsx',
  'test/render/{hardened.test.tsx,explain/errors.test.ts,validate/rules.test.tsx}',
  longForms,
];

/** Tests share the modules of their worker: to import them anew for each file takes twice the CPU time. */
const project = (
  name: string,
  files: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration => ({
  ssr: { resolve: { conditions: ['plivo-jsx-source'] } },
  test: {
    name,
    isolate: false,
    // What a test waits for has limits of its own; a busy machine only takes longer.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
    ...files,
  },
});

export default defineConfig({
  test: {
    globalSetup: [
      'test/support/temporary-folder.ts',
      'test/support/global-setup.ts',
      'test/support/shipped-package.ts',
    ],
    // Many tests wait for a limit or for another process, so two cores have work for three.
    maxWorkers: 3,
    // What an app without a logger prints of its failures is of interest where a test fails.
    silent: 'passed-only',
    projects: [
      project('functions', { include: functions, exclude: [...exclude, ...alone] }),
      project('apps', {
        include: ['test/**/*.test.{ts,tsx}'],
        exclude: [...exclude, ...functions, ...alone],
      }),
      project('alone', { include: alone, exclude, isolate: true }),
    ],
  },
});
