import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { Collect, flow, GetDigits, Hangup, level, Response, session, Speak } from 'plivo-jsx';
import { serve } from '../fastify/served.ts';

/** A flow that asks for a PIN and does everything with it that a careless author does, but for writing it into a document. */
const pin = session<{ readonly pin: string }>('secret.pin');
const goodbye = level('/secret/goodbye', () => (
  <Response>
    <Hangup />
  </Response>
));
const ask = level('/secret', () => (
  <Response>
    <Collect
      digits={{ min: 3, max: 9 }}
      read={z.string().transform((keys, issues) => {
        if (keys.startsWith('0')) throw new Error(`no account ${keys}`);
        if (keys.startsWith('9')) issues.addIssue(`not ${keys}`);
        return { pin: keys };
      })}
      secret
      into={pin}
      next={next()}
      onGiveUp={goodbye()}
    >
      Your PIN, then pound.
    </Collect>
  </Response>
));
const next = level('/secret/next', async (_props, context) => {
  const kept = await pin.get(context);
  if (kept === undefined) return <Response />;
  return (
    <Response>
      <GetDigits action={fails()} numDigits={1}>
        <Speak>Press a key.</Speak>
      </GetDigits>
    </Response>
  );
});
const fails = level('/secret/fails', async (_props, context) => {
  const kept = await pin.get(context);
  throw new Error(`cannot look up ${kept?.pin}`, { cause: { ...kept } });
});

/** A text without the numbers that are no secret: places in files, lengths and dates. */
const withoutPlaces = (text: string) =>
  text.replaceAll(/:\d+/g, '').replaceAll(/"(content-length|date)":"[^"]*"/g, '');

test('a secret stays in the session, whatever becomes of it', async () => {
  const server = await serve({ flows: [flow('secret', { levels: [ask, next, fails, goodbye] })] });
  const ends = new Set<string>();
  let calls = 0;
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^\d{3,9}$/), async (keys) => {
      const CallUUID = `call-${String.fromCharCode(97 + (calls % 26), 97 + Math.floor(calls++ / 26))}`;
      const sent = { CallUUID, From: 'anonymous' };
      const before = server.written().length;
      const replies = [
        await server.post('/secret', sent),
        await server.post('/secret?__dialog=collect&__phase=answer', { ...sent, Digits: keys }),
        await server.post('/secret/next', { ...sent, Event: 'Redirect' }),
        await server.post('/secret/fails', { ...sent, Digits: '1' }),
      ];
      const bodies = await Promise.all(replies.map((reply) => reply.text()));
      ends.add(
        bodies[1]!.includes('Press a key') ? 'kept' : bodies[1]!.includes('Your PIN') ? 'again' : 'failed',
      );
      const headers = replies.map((reply) => JSON.stringify(Object.fromEntries(reply.headers)));
      const counted = (await server.counted()).map((line) => line.split(' ')[0]!);
      const told = [...bodies, ...headers, server.written().slice(before), ...counted].map(withoutPlaces);
      expect(told.filter((text) => text.includes(keys))).toEqual([]);
    }),
    { numRuns: 40 },
  );
  expect(server.written()).toContain('cannot look up [hidden]');
  expect([...ends].toSorted()).toEqual(['again', 'failed', 'kept']);
  await server.close();
});
