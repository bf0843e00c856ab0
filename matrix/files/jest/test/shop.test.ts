import { expect, test } from '@jest/globals';
import { hours, isOpen } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call, explore, matchers, recordCalls, type PhoneMatchers } from 'plivo-jsx/testing';
import shop from '../flows/shop/flow.tsx';

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>> extends PhoneMatchers<R> {}
}
expect.extend(matchers);

test('a caller who presses 1 hears the opening hours', async () => {
  const phone = await call(await createApp({ flows: [shop] }), '/shop');
  await phone.press('1');
  expect(phone).toHaveHeard('We are open from 9 to 5.');
  expect(phone).not.toHaveHeard('We are closed.');
  expect(phone).toBeAsking({ numDigits: 1 });
});

test('the flow strands nobody, matches its snapshot, and its links are counted', async () => {
  const app = await createApp({ flows: [shop] });
  const calls = recordCalls(app);
  await call(app, '/shop');
  const explored = await explore(app, '/shop');
  expect(explored).toMatchFlowSnapshot();
  expect(explored).toMatchFlowSnapshot({ name: 'shop' });
  const begun = await explore(app, '/shop', { maxStates: 1 });
  expect(() => expect(begun).toMatchFlowSnapshot()).toThrow('There are more than were explored.');
  expect(calls.coverageOf(explored)).not.toCover(0.9);
  // Whoever always presses a wrong key hears this small menu for ever.
  expect(explored).not.toStrandNobody();
});

test('opening hours are known, although Jest on Node 20 cannot require the polyfill of Temporal', () => {
  const shopHours = hours({ zone: 'Europe/Madrid', week: { mon: '09:00-17:00' } });
  expect(isOpen(shopHours, { epochMilliseconds: Date.UTC(2026, 10, 30, 8) })).toBe(true);
});
