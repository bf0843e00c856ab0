import { afterEach, expect, test, vi } from 'vitest';

const load = vi.hoisted(() => vi.fn<() => unknown>());
vi.mock('#temporal-polyfill', async (original) => {
  const { default: loadPolyfill } = await original<{ default: () => unknown }>();
  return { default: load.mockImplementation(loadPolyfill) };
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('the polyfill is not loaded for an app that needs no time, and once for one that does', async () => {
  vi.stubGlobal('Temporal', undefined);
  const { flow, hours, level, Response, Speak } = await import('plivo-jsx');
  const { createApp } = await import('plivo-jsx/fastify');
  const greeting = level('/greeting', () => (
    <Response>
      <Speak>Hello.</Speak>
    </Response>
  ));
  const app = await createApp({ flows: [flow('shop', { levels: [greeting] })] });
  const { body } = await app.inject({ url: '/greeting' });
  expect(body).toContain('<Speak>Hello.</Speak>');
  expect(load).not.toHaveBeenCalled();

  hours({ zone: 'Europe/Madrid', week: {} });
  hours({ zone: 'Europe/Madrid', week: {} });
  expect(load).toHaveBeenCalledOnce();
});

test('the Temporal of the runtime is used if there is one', async () => {
  const { temporal: polyfill } = await import('../src/temporal.ts');
  const native = { ...polyfill() };
  load.mockClear();
  vi.resetModules();
  vi.stubGlobal('Temporal', native);
  const { temporal } = await import('../src/temporal.ts');
  expect(temporal()).toBe(native);
  expect(load).not.toHaveBeenCalled();
});

test.each(['Europe/Madrid', 'europe/madrid', 'UTC'])('%s is a time zone', async (name) => {
  const { isZone } = await import('../src/temporal.ts');
  expect(isZone(name)).toBe(true);
});

test.each(['Europe/Madird', 'Madrid', '', '+01:00', 1, undefined])('%j is no time zone', async (name) => {
  const { isZone } = await import('../src/temporal.ts');
  expect(isZone(name)).toBe(false);
});
