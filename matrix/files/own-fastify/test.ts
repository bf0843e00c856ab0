import { call } from 'plivo-jsx/testing';
import { ownApp, shopApp } from './app.ts';

for (const make of [() => ownApp(false), shopApp]) {
  const app = await make();
  const phone = await call(app, '/shop');
  await phone.press('1');
  const isHeard = phone.heard.some(({ text }) => text === 'We are open from 9 to 5. Goodbye.');
  if (!isHeard) console.log(phone.transcript());
  console.log(app.version, isHeard);
}
