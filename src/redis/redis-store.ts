/**
 * A store on Redis. Whatever its client does while the server is away, each use ends within 250 milliseconds.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import { inTime, longestUse } from '../store/in-time.ts';
import { isRedisUrl } from '../store/redis-url.ts';
import type { Store } from '../store/store.ts';
import { connectedBy, type Connected, type RedisClient } from './clients.ts';
import { createClient } from './create-client.ts';

/** Options of {@link redisStore}. */
export interface RedisStoreOptions {
  /** Stands before each key, such as `shop:` where several apps use one Redis. Default: none. */
  readonly prefix?: string | undefined;
}

/** A store on Redis. */
export interface RedisStore extends Store {
  /** Closes the connection, unless you gave the client: that one is yours to close. Call it after `app.close()`. */
  close(): Promise<void>;
}

/**
 * Creates a store on Redis, for the option `store` of the app: all processes then share replies and the sessions of calls.
 *
 * @param urlOrClient the address of Redis, such as `redis://localhost:6379`, for which the package `ioredis` is used; or a client of
 *   `ioredis` or `redis` that you already have
 * @param options a prefix for the keys
 * @throws {@link PlivoJsxError} `E_PACKAGE` when `ioredis` is needed and not installed; `E_OPTION` when the address cannot be used
 * @example
 * ```ts
 * import { createApp } from 'plivo-jsx/fastify';
 * import { redisStore } from 'plivo-jsx/redis';
 *
 * const store = redisStore('redis://localhost:6379');
 * const app = await createApp({ store });
 * app.addHook('onClose', () => store.close());
 * ```
 */
export function redisStore(
  urlOrClient: string | URL | RedisClient,
  { prefix = '' }: RedisStoreOptions = {},
): RedisStore {
  const isOwn = typeof urlOrClient === 'string' || urlOrClient instanceof URL;
  const redis = connectedBy(isOwn ? createClient(addressOf(String(urlOrClient))) : urlOrClient);
  const connected = waitFor(redis);
  const run = (command: string, key: string, ...args: string[]) =>
    inTime(async () => {
      await connected();
      return sent(redis, command, prefix + key, ...args);
    }, longestUse);
  const px = (milliseconds: number) => String(Math.max(1, Math.ceil(milliseconds)));
  return {
    get: async (key) => textOf(await run('GET', key)),
    set: (key, value, milliseconds) => run('SET', key, value, 'PX', px(milliseconds)),
    setIfAbsent: async (key, value, milliseconds) =>
      (await run('SET', key, value, 'PX', px(milliseconds), 'NX')) !== null,
    async close() {
      if (isOwn) (redis.client as unknown as { disconnect(): void }).disconnect();
    },
  };
}

/**
 * Returns a function that waits for the first connection. A command that a client keeps for later may arrive when its caller has
 * long gone, so none is sent without a connection.
 */
function waitFor({ connection, client }: Connected): () => Promise<void> {
  // One for all that wait: each listener would stay while there is no connection.
  let ready: Promise<void> | undefined;
  return async () => {
    const now = connection();
    if (now === 'ready') return;
    if (now === 'lost') throw new Error('Redis is not connected.');
    ready ??= new Promise<void>((resolve) => client.once('ready', resolve)).then(() => {
      ready = undefined;
    });
    await ready;
  };
}

/** Redis quotes the arguments of a command that it does not know, and one of them may be a value. */
async function sent(redis: Connected, command: string, ...args: string[]): Promise<unknown> {
  try {
    return await redis.send(command, ...args);
  } catch (error) {
    const { name, message } = error as Error;
    const [problem = ''] = String(message).split(/,? with args beginning with/i, 1);
    throw Object.assign(new Error(problem), { name });
  }
}

function textOf(reply: unknown): string | undefined {
  if (reply === null || reply === undefined) return undefined;
  return String(reply);
}

function addressOf(text: string): string {
  if (isRedisUrl(text)) return text;
  // The address may hold a password, so it is not shown.
  throw new PlivoJsxError('E_OPTION', {
    option: 'url of redisStore()',
    problem: 'is not the address of a Redis',
    suggestion: 'write it as redis://localhost:6379, or rediss:// for TLS',
  });
}
