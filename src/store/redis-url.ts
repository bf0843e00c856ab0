/**
 * Addresses of Redis.
 * @module
 */
import { parseUrl } from '../parse-url.ts';

/** Whether a text is the address of a Redis, such as `redis://localhost:6379`; `rediss:` is with TLS. */
export const isRedisUrl = (text: string): boolean =>
  /^rediss?:\/\/./.test(text) && parseUrl(text) !== undefined;
