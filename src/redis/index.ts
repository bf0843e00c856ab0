/**
 * `plivo-jsx/redis`: a store on Redis, for several processes.
 * @module
 */
export { redisStore, type RedisStore, type RedisStoreOptions } from './redis-store.ts';
export type { IoRedisClient, NodeRedisClient, RedisClient } from './clients.ts';
export type { Store } from '../store/store.ts';
