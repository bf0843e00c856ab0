/**
 * The client of an address: `ioredis` of the project, set up so that no caller waits for it.
 * @module
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { PlivoJsxError } from '../errors.ts';
import { longestUse } from '../store/in-time.ts';
import type { IoRedisClient } from './clients.ts';

/** The longest time between two attempts to connect again, in milliseconds. */
const longestBackoff = 1_000;

const options = {
  maxRetriesPerRequest: 1,
  enableOfflineQueue: false,
  commandTimeout: longestUse,
  connectTimeout: 5_000,
  // Soon and then once a second: the callers of a server that is back should not wait for the client.
  retryStrategy: (tries: number) => Math.min(tries * 50, longestBackoff),
};

interface IoRedis {
  readonly Redis: new (
    url: string,
    settings: typeof options,
  ) => IoRedisClient & {
    on(event: 'error', listener: () => void): unknown;
  };
}

/**
 * Creates a client, which connects at once.
 *
 * @throws {@link PlivoJsxError} `E_PACKAGE` when `ioredis` is not installed
 */
export function createClient(url: string): IoRedisClient {
  const { Redis } = installed();
  const client = new Redis(url, options);
  // Without a listener an error of the connection is printed; the app reports each use that fails.
  client.on('error', () => {});
  return client;
}

/**
 * The `ioredis` of the project: of its folder or, where a service runs in another one, of its program. Not that which is beside this
 * file, which a bundler may move.
 */
function installed(): IoRedis {
  const [, program = '.'] = process.argv;
  try {
    return required(path.resolve('package.json'));
  } catch {
    // A service may run anywhere.
  }
  try {
    return required(path.resolve(program));
  } catch (cause) {
    throw new PlivoJsxError('E_PACKAGE', { what: 'A store on Redis', name: 'ioredis' }, { cause });
  }
}

const required = (from: string) => createRequire(from)('ioredis') as IoRedis;
