import { setTimeout as realTime } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { MemoryStore } from '../../../src/fastify/session/memory-store.ts';

describe('the memory of a process', () => {
  test('keeps a value for its time', async () => {
    const store = new MemoryStore();
    await store.set('short', 'value', 30);
    await store.set('long', 'value', 60_000);
    expect(await store.get('short')).toBe('value');
    await expect.poll(() => store.get('short')).toBeUndefined();
    expect(await store.get('long')).toBe('value');
  });

  test('removes what has expired within a minute, also when nobody reads it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const store = new MemoryStore();
      await store.set('short', 'value', 1);
      await store.set('long', 'value', 3_600_000);
      // The cache has a clock of its own.
      await realTime(20);
      vi.advanceTimersByTime(60_000);
      expect(store.size).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('sets a key once, if told so', async () => {
    const store = new MemoryStore();
    expect(await store.setIfAbsent('key', 'first', 1_000)).toBe(true);
    expect(await store.setIfAbsent('key', 'second', 1_000)).toBe(false);
    expect(await store.get('key')).toBe('first');
  });

  test('keeps at most 20,000 values: the ones that were not used for the longest time are lost', async () => {
    const store = new MemoryStore();
    await store.set('first', 'value', 60_000);
    await store.set('used', 'value', 60_000);
    for (let index = 0; index < 19_999; index++) {
      await store.set(`key ${index}`, 'value', 60_000);
      if (index % 1_000 === 0) await store.get('used');
    }
    expect([await store.get('first'), await store.get('used')]).toEqual([undefined, 'value']);
  });

  test('keeps at most 16 million characters, however large the values are', async () => {
    const store = new MemoryStore();
    const large = 'a'.repeat(64 * 1024);
    for (let index = 0; index < 300; index++) await store.set(`key ${index}`, large, 60_000);
    const kept = [];
    for (let index = 0; index < 300; index++) if (await store.get(`key ${index}`)) kept.push(index);
    // 16 million characters are 255 of these values, with their keys.
    expect([kept.length, kept.at(0), kept.at(-1)]).toEqual([255, 45, 299]);
  });
});
