import { afterEach, expect, test, vi } from 'vitest';
import { hasRedis } from './redis.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('where Redis is not installed, what needs it is left out with one line that says so', () => {
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('CI', '');
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(hasRedis('the store')).toBe(false);
  expect(warn.mock.calls).toEqual([['Left out, since redis-server is not installed: the store.']]);
});

test('in CI that is a failure', () => {
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('CI', 'true');
  expect(() => hasRedis('the store')).toThrow('redis-server is not installed');
});
