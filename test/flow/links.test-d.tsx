import type { StandardSchemaV1 } from '@standard-schema/spec';
import { callback, Dial, level, Number, Redirect, Response, type Level } from 'plivo-jsx';
import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { a } from './circular/a.tsx';
import { b } from './circular/b.tsx';

const document = () => <Response />;
const plain = level('/plain', document);
const menu = level(
  '/menu',
  { params: z.object({ lang: z.enum(['en', 'es']), try: z.coerce.number().default(1) }) },
  document,
);
const optional = level('/optional', { params: z.object({ try: z.coerce.number().optional() }) }, document);

test('a link takes the parameters that its level asks for', () => {
  menu({ lang: 'en' });
  menu({ lang: 'en', try: 2 });
  plain();
  plain({});
});

test('a link is good wherever Plivo takes a URL', () => {
  <Response>
    <Dial action={menu({ lang: 'en' })} callbackUrl={plain()} confirmSound={plain()}>
      <Number>+15550123456</Number>
    </Dial>
    <Redirect>{plain()}</Redirect>
  </Response>;
});

test('a missing parameter does not compile', () => {
  // @ts-expect-error The level asks for lang.
  menu({ try: 1 });
  // @ts-expect-error The level asks for lang, so a link to it takes an argument.
  menu();
});

test('a wrong parameter does not compile', () => {
  // @ts-expect-error There is no language fr.
  menu({ lang: 'fr' });
  // @ts-expect-error A link takes what the component gets, which is a number.
  menu({ lang: 'en', try: '2' });
});

test('a superfluous parameter does not compile', () => {
  // @ts-expect-error The level has no parameter city.
  menu({ lang: 'en', city: 'Bonn' });
  // @ts-expect-error A level without a schema has no parameters.
  plain({ lang: 'en' });
});

test('what the schema fills in, or does without, may be left out', () => {
  optional();
  optional({ try: 2 });
  menu({ lang: 'es' });
});

test('a component gets what the schema gives, not what travels', () => {
  level('/typed', { params: z.object({ try: z.coerce.number() }) }, ({ params }) => {
    expectTypeOf(params).toEqualTypeOf<{ try: number }>();
    return <Response />;
  });
});

test('a component that does not return a document does not compile', () => {
  // @ts-expect-error The braces need a return.
  level('/forgotten', () => {
    <Response />;
  });
  // @ts-expect-error One branch returns nothing.
  level('/branch', ({ call }) => {
    if (call.digits === '1') return <Response />;
  });
  // @ts-expect-error A text is no document.
  level('/text', () => 'Hello');
  // @ts-expect-error Neither is nothing.
  level('/nothing', () => null);
  // @ts-expect-error An async component has to give one, too.
  level('/async', async () => {});
  level('/async', async () => <Response />);
});

test('the handler of a callback may return anything', () => {
  callback('/number', () => 1);
  callback('/promise', async () => 'stored');
  callback('/nothing', () => {});
});

test('a component of a level without parameters gets none', () => {
  level('/none', ({ params }) => {
    // @ts-expect-error Without a schema there is no lang.
    void params.lang;
    return <Response />;
  });
});

test('a schema that reads no text does not compile, since a URL brings nothing else', () => {
  // @ts-expect-error A number never comes.
  level('/number', { params: z.object({ try: z.number() }) }, document);
  // @ts-expect-error Neither does a boolean, even where it may be left out.
  level('/boolean', { params: z.object({ again: z.boolean().optional() }) }, document);
  // @ts-expect-error Nor a date, whatever the others are.
  callback('/date', { params: z.object({ lang: z.string(), day: z.date() }) }, () => {});
  level(
    '/text',
    { params: z.object({ kind: z.enum(['a', 'b']), day: z.coerce.date(), on: z.stringbool() }) },
    document,
  );
});

test('what does not travel is given as the text that it is read from', () => {
  const params = z.object({ day: z.coerce.date(), ids: z.string().transform((text) => text.split('.')) });
  const booking = level('/booking', { params }, (props) => {
    expectTypeOf(props.params).toEqualTypeOf<{ day: Date; ids: string[] }>();
    return <Response />;
  });
  booking({ day: '2026-01-31', ids: 'a.b' });
  // @ts-expect-error A date would fail when the link is printed.
  booking({ day: new Date(), ids: 'a.b' });
  // @ts-expect-error So would a list.
  booking({ day: '2026-01-31', ids: ['a', 'b'] });
});

test('of several shapes a link takes each', () => {
  const day = z.object({ by: z.literal('day'), day: z.string() });
  const week = z.object({ by: z.literal('week'), week: z.coerce.number() });
  const table = level('/table', { params: z.discriminatedUnion('by', [day, week]) }, document);
  table({ by: 'day', day: '2026-01-31' });
  table({ by: 'week', week: 5 });
  // @ts-expect-error A week has a number.
  table({ by: 'week', day: '2026-01-31' });
});

test('any Standard Schema will do', () => {
  const room = level('/room', { params: {} as StandardSchemaV1<unknown, { room: string }> }, document);
  room({ room: 'blue' });
  // @ts-expect-error The schema says that room is a text.
  room({ room: 1 });
});

test('a path begins with a slash', () => {
  // @ts-expect-error There is no slash at the beginning.
  level('menu', document);
  // @ts-expect-error Neither is there of a callback.
  callback('done', () => {});
});

test('a callback makes links as a level does', () => {
  const done = callback('/done', { params: z.object({ id: z.string() }) }, ({ params }) => {
    expectTypeOf(params.id).toBeString();
  });
  done({ id: 'x' });
  // @ts-expect-error The callback asks for id.
  done();
});

test('levels link to each other in circles across files without annotations', () => {
  expectTypeOf(a).toExtend<Level<'/circle/a', never>>();
  a({ from: 'b' });
  b({ from: 'a', lang: 'en' });
  // @ts-expect-error The circle does not lose the type of lang.
  b({ from: 'a', lang: 'fr' });
});
