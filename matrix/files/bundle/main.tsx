import { hours, nextOpening, render, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import shop from './flows/shop/flow.tsx';

async function main() {
  console.log(
    await render(
      <Response>
        <Speak>Hello</Speak>
      </Response>,
    ),
  );
  // The polyfill of Temporal has to be in the bundle.
  const shopHours = hours({ zone: 'Europe/Madrid', week: { mon: '09:00-17:00' } });
  console.log(String(nextOpening(shopHours, { epochMilliseconds: Date.UTC(2026, 10, 28) })));
  const phone = await call(await createApp({ flows: [shop] }), '/shop');
  await phone.press('1');
  console.log(phone.transcript());
}

void main();
