import { render, Response, Speak } from 'plivo-jsx';
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
  const phone = await call(await createApp({ flows: [shop] }), '/shop');
  await phone.press('1');
  console.log(phone.transcript());
}

void main();
