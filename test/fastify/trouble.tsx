import type { StandardSchemaV1 } from '@standard-schema/spec';
import {
  callback,
  Dial,
  flow,
  GetDigits,
  Hangup,
  level,
  Number as Phone,
  Response,
  Speak,
  type Phrases,
} from 'plivo-jsx';
import { jsx } from 'plivo-jsx/jsx-runtime';
import { z } from 'zod';

/** A flow of which every level goes wrong in its own way. */

const doc = (text: string) => (
  <Response>
    <Speak>{text}</Speak>
    <Hangup />
  </Response>
);

const begin = level('/trouble', () => doc('The menu.'));

const throwing = (path: `/${string}`, thrown: unknown) =>
  level(path, () => {
    throw thrown;
  });

const sync = level('/trouble/throws', ({ call }) => {
  throw new Error(`cannot reach ${call.from} with ${call.digits}`);
});
const later = level('/trouble/rejects', async ({ call }) => {
  await Promise.resolve();
  throw new Error(`cannot reach ${call.from} with ${call.digits}`, {
    cause: new Error(`${call.callerName} is busy`),
  });
});
const text = throwing('/trouble/throws-text', 'the database is gone');
const nothing = throwing('/trouble/throws-undefined', undefined);
const odd = throwing('/trouble/throws-oddly', Object.assign(new Error('odd'), { message: { a: 1 } }));
const rejectsOddly = level('/trouble/rejects-oddly', async () => {
  await Promise.resolve();
  throw Object.assign(new Error('odd'), { message: { a: 1 }, code: Object.create(null) });
});
const toldOddly = callback('/trouble/told-oddly', async () => {
  throw new Proxy(new Error('odd'), {
    get() {
      throw new Error('trap');
    },
  });
});
const rejectsNothing = level('/trouble/rejects-undefined', () => Promise.reject(undefined));
const rejected = () => Promise.reject(new Error('nobody waits for this'));
const throwsPromise = level('/trouble/throws-a-promise', () => {
  throw rejected();
});
const rejectsPromise = level('/trouble/rejects-with-a-promise', async () => {
  await Promise.resolve();
  throw rejected();
});
const holdsPromises = level('/trouble/holds-promises', () => (
  <Response>
    {rejected() as never}
    <Speak>{rejected() as never}</Speak>
  </Response>
));
const checksOddly: StandardSchemaV1<unknown, object> = {
  '~standard': {
    version: 1,
    vendor: 'trouble',
    validate: () => {
      throw rejected();
    },
  },
};
const checks = level('/trouble/checks-with-a-promise', { params: checksOddly }, () => doc('Checked.'));
const toldPromise = callback('/trouble/told-a-promise', () => {
  throw rejected();
});
const toldPromises = callback('/trouble/told-promises', () => [rejected(), { later: rejected() }]);
const inside = level('/trouble/throws-inside', () => (
  <Response>
    <Broken />
  </Response>
));
const Broken = (): never => {
  throw new TypeError('a component below is broken');
};

/** Levels that never come back, or too late; the test decides when. */
export const gate = {
  open: () => {},
  fail: (_error: unknown) => {},
  wasAborted: false,
  /** How many levels have begun to wait. */
  waiting: 0,
};
const waits = () =>
  new Promise<ReturnType<typeof doc>>((resolve, reject) => {
    gate.waiting++;
    gate.open = () => resolve(doc('Too late.'));
    gate.fail = reject;
  });
const lang = z.strictObject({ lang: z.enum(['en', 'es']).optional() });
const never = level('/trouble/never', { params: lang, methods: ['GET', 'POST'] }, waits);
const plainNever = level('/trouble/plain-never', waits);
const listens = level('/trouble/listens', async (_props, { signal }) => {
  await new Promise<void>((resolve) => {
    gate.waiting++;
    signal?.addEventListener('abort', () => resolve());
    gate.open = resolve;
  });
  gate.wasAborted = signal?.aborted ?? false;
  return doc('Nobody hears this.');
});

const busy = level('/trouble/busy', () => {
  const end = performance.now() + 120;
  while (performance.now() < end);
  return doc('At last.');
});

const nesting = level('/trouble/nesting', ({ call }) => (
  <Response>
    <Dial callerName={call.callerName ?? ''}>
      <Speak>Please hold, {call.from}.</Speak>
    </Dial>
  </Response>
));
const element = level('/trouble/element', () =>
  jsx(Response, { children: jsx('Sepak' as never, { children: 'hello' }) }),
);
const attribute = level('/trouble/attribute', () => (
  <Response>{jsx(Hangup, { reson: 'busy' } as never)}</Response>
));
const nan = level('/trouble/nan', () => (
  <Response>
    <GetDigits action="/trouble" timeout={Number.NaN} />
  </Response>
));
const object = level('/trouble/object', ({ call }) => (
  <Response>
    <Speak>{call as never}</Speak>
  </Response>
));
const promise = level('/trouble/promise', () => (
  <Response>
    <GetDigits action={Promise.resolve('/trouble') as never} />
  </Response>
));
const empty = level('/trouble/empty', () => <Response />);

const from = level('/trouble/from', ({ call }) => doc(`You are ${call.from ?? 'unknown'}.`));
const dials = level('/trouble/dials', ({ call }) => (
  <Response>
    <Dial>
      <Phone>{call.from ?? ''}</Phone>
    </Dial>
  </Response>
));
const name = level('/trouble/name', ({ call }) => doc(`Hello ${call.callerName}.`));
const named = z.object({ name: z.string() });
const greets = level('/trouble/greets', { params: named }, ({ params }) => doc(`Hello ${params.name}.`));
const greetsNobody = level('/trouble/greets-nobody', { params: named }, ({ params }) => {
  throw new Error(`nobody is called ${params.name}`);
});
const surrogate = level('/trouble/surrogate', () => doc('Hello Ana\ud800Lovelace.'));
const header = level('/trouble/header', ({ call }) => (
  <Response>
    <Dial callerName={call.sipHeaders['Name'] ?? ''}>
      <Phone>+15550123456</Phone>
    </Dial>
  </Response>
));
const address = level('/trouble/address', ({ call }) => (
  <Response>
    <Dial action={call.sipHeaders['Next'] ?? ''}>
      <Phone>+15550123456</Phone>
    </Dial>
  </Response>
));
const speech = level('/trouble/speech', ({ call }) => doc(String(call.raw['Speech']).repeat(4)));
const speeches = level('/trouble/speeches', ({ call }) => (
  <Response>
    {Array.from({ length: 50 }, () => (
      <Speak>{call.raw['Speech'] as string}</Speak>
    ))}
  </Response>
));

/** Stops when its client goes away, and answers the next time. */
const givesUp = level('/trouble/gives-up', async (_props, { signal }) => {
  if (++runs > 1) return doc(`Run ${runs}.`);
  gate.waiting++;
  return new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
});

let [runs, notes] = [0, 0];

/** Begins to count anew. */
export function forget(): void {
  [runs, notes] = [0, 0];
  Object.assign(gate, { waiting: 0, wasAborted: false });
}
const counts = level('/trouble/counts', () => doc(`Run ${++runs}.`));
const noted = callback('/trouble/noted', () => void notes++);
const noteCount = level('/trouble/notes', () => doc(`${notes} note.`));

const told = callback('/trouble/told', ({ call }) => {
  throw new Error(`could not store ${call.from}`);
});
const toldLate = callback('/trouble/told-late', waits);

const say = (lang: string, en: string, es: string) => <Speak>{lang === 'es' ? es : en}</Speak>;
const phrases = (lang = 'en'): Phrases => ({
  apology: say(lang, 'Sorry, goodbye.', 'Lo sentimos, adiós.'),
  oneMoment: say(lang, 'One moment.', 'Un momento.'),
  startOver: say(lang, 'From the start.', 'Desde el principio.'),
});

export const trouble = flow('trouble', {
  levels: [
    begin,
    sync,
    later,
    text,
    nothing,
    rejectsNothing,
    odd,
    rejectsOddly,
    toldOddly,
    throwsPromise,
    rejectsPromise,
    holdsPromises,
    checks,
    toldPromise,
    toldPromises,
    inside,
    never,
    plainNever,
    listens,
    givesUp,
    busy,
    nesting,
    element,
    attribute,
    nan,
    object,
    promise,
    empty,
    from,
    dials,
    name,
    greets,
    greetsNobody,
    surrogate,
    header,
    address,
    speech,
    speeches,
    counts,
    noted,
    noteCount,
    told,
    toldLate,
  ],
  languages: ['en', 'es'],
  phrases,
});

const byGet = { methods: ['GET'] } as const;

/** A flow that is asked by GET alone. */
export const got = flow('got', {
  levels: [level('/got', byGet, () => doc('Got.')), level('/got/slow', byGet, waits)],
});
