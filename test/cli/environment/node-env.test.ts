import { expect, test } from 'vitest';
import { checkNodeEnv } from '../../../src/cli/environment/node-env.ts';
import { projectWith } from '../project.ts';
import { runMain } from '../run-main.ts';

test.each([
  'prod',
  'PROD',
  'prd',
  'Production',
  'PRODUCTION',
  'produciton',
  'productions',
  'pro',
  '"production"',
])('NODE_ENV=%s was probably meant to be production', (value) => {
  expect(checkNodeEnv({ NODE_ENV: value })).toEqual([
    `NODE_ENV is ${JSON.stringify(value)}, which means development. Did you mean "production"?`,
  ]);
});

test.each(['production', ' production ', 'development', 'test', 'staging', 'preview', 'p', '', undefined])(
  'NODE_ENV=%s causes no warning',
  (value) => {
    expect(checkNodeEnv({ NODE_ENV: value })).toEqual([]);
  },
);

test('start warns, also when the value is in .env, and continues', async () => {
  const folder = await projectWith({ '.env': 'NODE_ENV=prod' });
  const { stderr } = await runMain(['start'], {}, folder);
  expect(stderr.split('\n').slice(0, 2)).toEqual([
    'Warning: NODE_ENV is "prod", which means development. Did you mean "production"?',
    'There is no flow in flows.',
  ]);
});
