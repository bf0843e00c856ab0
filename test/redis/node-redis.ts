/**
 * The surface of the package `redis` over a connection of `ioredis`: the package itself is 15 MB.
 * @module
 */
import type { Redis } from 'ioredis';
import type { NodeRedisClient } from 'plivo-jsx/redis';

export const asNodeRedis = (redis: Redis): NodeRedisClient => ({
  get isReady() {
    return redis.status === 'ready';
  },
  get isOpen() {
    return redis.status !== 'end';
  },
  sendCommand: ([command = '', ...args]) => redis.call(command, args),
  once: (event, listener) => redis.once(event, listener),
});
