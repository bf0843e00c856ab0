/**
 * What plivo-jsx needs of a store that several processes share, such as Redis.
 * @module
 */

/**
 * Three verbs over texts. A key expires after its time. A verb that takes longer than 250 milliseconds counts as failed, so that
 * no caller waits for a store that is down. `redisStore` of `plivo-jsx/redis` is one for Redis.
 *
 * @example
 * ```ts
 * import type { Store } from 'plivo-jsx/fastify';
 *
 * // What a key-value service with a time to live offers.
 * interface Service {
 *   read(key: string): Promise<string | null>;
 *   write(key: string, value: string, options: { seconds: number; onlyNew?: boolean }): Promise<{ written: boolean }>;
 * }
 *
 * const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1_000);
 * const storeOf = (service: Service): Store => ({
 *   get: async (key) => (await service.read(key)) ?? undefined,
 *   set: (key, value, milliseconds) => service.write(key, value, { seconds: seconds(milliseconds) }),
 *   setIfAbsent: async (key, value, milliseconds) =>
 *     (await service.write(key, value, { seconds: seconds(milliseconds), onlyNew: true })).written,
 * });
 * ```
 */
export interface Store {
  /** Returns the value of a key; undefined when there is none or it has expired. */
  get(key: string): Promise<string | undefined>;
  /** Sets a key, which expires after the milliseconds (1 or more); an existing value is replaced. */
  set(key: string, value: string, milliseconds: number): Promise<unknown>;
  /** Sets a key unless it exists, and returns whether it was set. It must be atomic: otherwise two processes may both get true. */
  setIfAbsent(key: string, value: string, milliseconds: number): Promise<boolean>;
}
