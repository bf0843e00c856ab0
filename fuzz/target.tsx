/**
 * What is fuzzed: Inspire Works, and a flow that does with a call whatever a careless author may do.
 * @module
 */
import {
  callback,
  Dial,
  flow,
  GetDigits,
  Hangup,
  level,
  Number,
  Play,
  Redirect,
  Response,
  Speak,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { Writable } from 'node:stream';
import { z } from 'zod';
import inspireWorks from '../flows/inspire-works/flow.ts';

export const publicUrl = 'https://ivr.example.com';
export const token = 'a-token-of-an-account-that-does-not-exist';

const raw = ({ raw: fields }: { raw: object }) => Object.entries(fields).map(String).join('; ');

const speaks = level('/fuzz', ({ call }) => (
  <Response>
    <Speak>{raw(call)}</Speak>
    <GetDigits action={heard()} numDigits={1}>
      <Speak>{JSON.stringify({ ...call.sipHeaders })}</Speak>
    </GetDigits>
    <Redirect>{remembers({ lang: 'en' })}</Redirect>
  </Response>
));

const heard = level('/fuzz/heard', async ({ call }) => {
  await new Promise(setImmediate);
  if (call.digits === '9') throw new Error(`no such option for ${raw(call)}`, { cause: call });
  return (
    <Response>
      <Speak>
        {call.callerName}, you pressed {call.digits ?? call.speech} {call.kind}
      </Speak>
    </Response>
  );
});

const attributes = level('/fuzz/attributes', ({ call }) => (
  <Response>
    <Dial action={call.sipHeaders['Next'] ?? heard()} callerName={call.callerName} callerId={call.from}>
      <Number sendDigits={call.digits}>{call.to ?? ''}</Number>
    </Dial>
    {call.kind === 'record-action' && <Play>{call.recordUrl ?? ''}</Play>}
  </Response>
));

const params = z.object({
  lang: z.enum(['en', 'es']).optional(),
  try: z.coerce.number().int().min(1).max(9).optional(),
  q: z.string().optional(),
});

const remembers = level(
  '/fuzz/remembers',
  { params, methods: ['GET', 'POST'] },
  ({ call, params: read }, context) => {
    if (call.digits === undefined) context.noMatch?.();
    return (
      <Response>
        <GetDigits action={remembers(read)}>
          <Speak>{JSON.stringify(read)}</Speak>
        </GetDigits>
        <Hangup />
      </Response>
    );
  },
);

// Rarely: each keeps a promise for its second try.
const never = level('/fuzz/never', ({ call }) =>
  call.digits === '42' ? new Promise<never>(() => {}) : <Response>{call.from as never}</Response>,
);

const told = callback('/fuzz/told', ({ call }) => {
  if (call.kind !== 'answer') throw new Error(raw(call));
});

const careless = flow('careless', {
  levels: [speaks, heard, attributes, remembers, never, told],
  languages: ['en', 'es'],
});

/** Where a request may go. */
export const paths = [
  ...[...careless.levels, ...inspireWorks.levels].map(({ path }) => path),
  '/plain',
  '/plain/fails',
  '/debug',
  '/test-xml',
  '/ready',
  '/nowhere',
];

/** An app that writes its whole log to nobody. */
export async function makeTarget(development: boolean) {
  const app = await createApp({
    flows: [careless, inspireWorks],
    publicUrl,
    authTokens: [token],
    development,
    deadline: 50,
    logger: { level: 'trace', stream: new Writable({ write: (_chunk, _encoding, done) => done() }) },
  });
  app.post('/plain', ({ body }) => (
    <Response>
      <Speak>{JSON.stringify(body)}</Speak>
    </Response>
  ));
  // What an author's own route says to somebody who is no call is up to them; it may be a 500.
  app.post('/plain/fails', ({ body }) => {
    if (typeof (body as { CallUUID?: unknown } | undefined)?.CallUUID !== 'string') return '';
    throw new Error(JSON.stringify(body));
  });
  await app.ready();
  return app;
}
