import { configDefaults, defineConfig } from 'vitest/config';

/** Files that only `npm run test:full` runs. */
const longForms = 'test/**/*.full.test.{ts,tsx}';

const isFull = process.env['PLIVO_JSX_TESTS'] === 'full';

export default defineConfig({
  ssr: { resolve: { conditions: ['plivo-jsx-source'] } },
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: isFull ? configDefaults.exclude : [...configDefaults.exclude, longForms],
    typecheck: { enabled: true, include: ['test/**/*.test-d.{ts,tsx}'] },
  },
});
