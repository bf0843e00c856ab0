import {
  Choice,
  Collect,
  Confirm,
  flow,
  Hangup,
  level,
  Menu,
  Response,
  Speak,
  Transfer,
  Voicemail,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { explore } from 'plivo-jsx/testing';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { check } from '../../src/check/check.ts';
import { withoutStyle } from './without-style.ts';

const goodbye = level('/goodbye', () => (
  <Response>
    <Speak>Thank you. Goodbye.</Speak>
    <Hangup />
  </Response>
));
const order = level('/order', { params: z.object({ id: z.string() }) }, ({ params }) => (
  <Response>
    <Speak>Order {params.id} is on its way.</Speak>
    <Hangup />
  </Response>
));
const orders = level('/orders', () => (
  <Response>
    <Collect digits={6} read={z.string().length(6)} onGiveUp={goodbye()} next={(id) => order({ id })}>
      Please enter the six digits of your order.
    </Collect>
  </Response>
));
const cancel = level('/cancel', () => (
  <Response>
    <Confirm onYes={goodbye()} onNo={menu()} onGiveUp={goodbye()}>
      You are about to cancel your appointment.
    </Confirm>
  </Response>
));
const operator = level('/operator', () => (
  <Response>
    <Transfer
      to="+14155550100"
      whisper="A customer is calling. Press 1 to answer."
      acceptKey="1"
      onCompleted={goodbye()}
      onUnanswered={message()}
    >
      One moment, please.
    </Transfer>
  </Response>
));
const message = level('/message', () => (
  <Response>
    <Voicemail onMessage={() => {}} onNothing={goodbye()} next={goodbye()}>
      Please leave a message after the tone.
    </Voicemail>
  </Response>
));
const menu = level('/menu', () => (
  <Response>
    <Menu onGiveUp={goodbye()} noInput="I did not hear you." noMatch="That is not an option.">
      <Choice digit="1" next={orders()}>
        For orders, press 1.
      </Choice>
      <Choice digit="2" next={cancel()}>
        To cancel an appointment, press 2.
      </Choice>
      <Choice digit="3" next={operator()}>
        For a person, press 3.
      </Choice>
    </Menu>
  </Response>
));

test('a flow of dialogs strands nobody', async () => {
  const app = await createApp({
    flows: [flow('clinic', { levels: [menu, orders, order, cancel, operator, message, goodbye] })],
  });
  const graph = await explore(app, '/menu');
  expect(check(graph, withoutStyle)).toEqual([]);
  expect(graph).toMatchObject({ isComplete: true, state: 'request' });
  expect(new Set(graph.nodes.map(({ firstWords }) => firstWords))).toEqual(
    new Set([
      'For orders, press 1.',
      'Please enter the six digits of your order.',
      'You are about to cancel your appointment.',
      'One moment, please.',
      'That is not an option.',
      'Thank you. Goodbye.',
      'Order 123456 is on its way.',
      'Please leave a message after the tone.',
    ]),
  );
});
