import { afterEach, expect, test, vi } from 'vitest';
import setup from './global-setup.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('a machine without Redis and Python is told in one line which tests are left out', () => {
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('CI', '');
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  setup();
  expect(log.mock.calls).toEqual([
    [
      'Left out, since this machine has no such program: a store that several processes share (no redis-server); ' +
        'a server that is not JavaScript, and terminals (no python3).',
    ],
  ]);
});

test('in CI nothing may be left out', () => {
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('CI', 'true');
  expect(() => setup()).toThrow(
    'CI must run all tests, and these would be left out: a store that several processes share',
  );
});
