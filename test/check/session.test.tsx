import { flow, GetDigits, Hangup, level, Redirect, Response, session, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { explore } from 'plivo-jsx/testing';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { withoutStyle } from './without-style.ts';

const size = session<string>('size');

const ask = level('/size', () => (
  <Response>
    <GetDigits action={keep()} numDigits={1} validDigits="12">
      <Speak>Press 1 for small, 2 for large.</Speak>
    </GetDigits>
    <Speak>Goodbye.</Speak>
    <Hangup />
  </Response>
));
const keep = level('/keep', async ({ call }, context) => {
  await size.set(context, call.digits === '1' ? 'small' : 'large');
  return (
    <Response>
      <Redirect>{order()}</Redirect>
    </Response>
  );
});
const order = level('/order', async (_, context) => {
  const ordered = await size.get(context);
  if (ordered === undefined) throw new Error('No size was chosen.');
  return (
    <Response>
      <Speak>You ordered a {ordered} one.</Speak>
      <Hangup />
    </Response>
  );
});

test('a level that needs what a level before it kept is explored with what came before', async () => {
  const app = await createApp({ flows: [flow('shop', { levels: [ask, keep, order] })] });
  const graph = await explore(app, '/size');
  expect(graph).toMatchObject({ state: 'call', isComplete: true });
  expect(graph.nodes.map(({ script, firstWords }) => `${script}: ${firstWords}`)).toEqual([
    ': Press 1 for small, 2 for large.',
    '1: ',
    '2: ',
    '1: You ordered a small one.',
    '2: You ordered a large one.',
  ]);
  expect(check(graph, withoutStyle)).toEqual([]);
});
