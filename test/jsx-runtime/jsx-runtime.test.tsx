import Fastify from 'fastify';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { secondCopy } from '../support/copy.ts';
import { Hangup, render, Response, Speak, type JsxElement } from 'plivo-jsx';
import { jsxDEV, Fragment as DevFragment } from 'plivo-jsx/jsx-dev-runtime';
import { Fragment, jsx, jsxs } from 'plivo-jsx/jsx-runtime';

const printed = '<?xml version="1.0" encoding="UTF-8"?><Response><Speak>Goodbye</Speak><Hangup/></Response>';

describe('what a tag becomes', () => {
  test('a type, its props, and no place without development', () => {
    expect(jsx(Speak, { voice: 'MAN', children: 'Hi' })).toMatchObject({
      type: Speak,
      props: { voice: 'MAN', children: 'Hi' },
      source: undefined,
    });
  });

  test('in development, a place as well', () => {
    const source = { fileName: '/flows/menu.tsx', lineNumber: 4, columnNumber: 10 };
    expect(jsxDEV(Speak, { children: 'Hi' }, undefined, false, source)).toMatchObject({
      type: Speak,
      props: { children: 'Hi' },
      source,
    });
    expect(jsxDEV(Speak, {})).toMatchObject({ source: undefined });
  });

  test('in TSX, the place of that very tag', () => {
    const { source: first } = <Hangup />;
    const { source: second } = <Hangup />;
    expect(first?.fileName).toMatch(/test\/jsx-runtime\/jsx-runtime\.test\.tsx$/);
    expect(second).toEqual({ ...first, lineNumber: first!.lineNumber + 1, columnNumber: 32 });
    expect(first!.columnNumber).toBe(31);
  });

  test('a name in small letters is its type as it is', () => {
    expect((<break time="1s" />).type).toBe('break');
    expect((<say-as interpret-as="digits">12</say-as>).props).toEqual({
      'interpret-as': 'digits',
      children: '12',
    });
  });

  test('a key is no attribute', () => {
    const keyed = { key: 'a' };
    expect(jsxDEV(Hangup, {}, keyed.key).props).toEqual({});
  });
});

describe('all three functions', () => {
  const children = [jsx(Speak, { children: 'Goodbye' }), jsx(Hangup, {})];

  test.each([
    ['jsx', jsx(Response, { children })],
    ['jsxs', jsxs(Response, { children })],
    ['jsxDEV', jsxDEV(Response, { children }, undefined, true)],
  ])('%s makes a document', (_name, document) => expect(render(document)).toBe(printed));

  test('an element may be used in several places', () => {
    const twice = <Speak>Bye</Speak>;
    expect(render(<Response>{[twice, twice]}</Response>)).toContain('<Speak>Bye</Speak><Speak>Bye</Speak>');
  });
});

describe('Fragment', () => {
  test('gives its children', () => {
    expect(Fragment({ children: ['a', 1] })).toEqual(['a', 1]);
    expect(Fragment({})).toBeUndefined();
  });

  test('is the same in development', () => expect(DevFragment).toBe(Fragment));

  test('leaves no trace in the document', () => {
    expect(
      render(
        <Response>
          <>
            <Speak>Goodbye</Speak>
            <>
              <Hangup />
            </>
          </>
        </Response>,
      ),
    ).toBe(printed);
  });
});

describe('data that looks like an element is never markup', () => {
  const { type, props } = <Hangup />;
  test.each<[string, unknown]>([
    ['parsed JSON', JSON.parse('{"type":"Hangup","props":{},"key":null}')],
    ['parsed JSON that names a class', JSON.parse('{"type":"Hangup","props":{},"constructor":{"name":"A"}}')],
    ['a copy of an element', { type, props, source: undefined }],
    ['a spread element', { ...(<Hangup />) }],
    ['a list of them', [[{ type: 'Hangup', props: {} }]]],
  ])('%s', (_name, data) => {
    expect(() => render(<Response>{data as JsxElement}</Response>)).toThrow('[E_CHILD]');
    expect(() => render(<Response>{data as JsxElement}</Response>, { development: false })).toThrow(
      '[E_CHILD]',
    );
  });

  describe('an element of a second copy of the package is refused in a sentence', () => {
    test.each([true, false])('with development %s', async (development) => {
      const { JsxElement } = await secondCopy();
      const other = new JsxElement(Response, { children: 'Goodbye' }, undefined);
      expect(other).not.toBeInstanceOf((<Hangup />).constructor);
      for (const node of [other, <Response>{other}</Response>])
        expect(() => render(node, { development })).toThrow(
          /^An element was made by another copy of plivo-jsx\.\n.*\[E_COPY\]/s,
        );
    });
  });
});

describe('an element that becomes JSON throws, whoever serialises it', () => {
  const document = (
    <Response>
      <Hangup />
    </Response>
  );
  const sentence = '<Response> was turned into JSON instead of XML.';

  test('JSON.stringify, also of an object that has it', () => {
    expect(() => JSON.stringify(document)).toThrow(sentence);
    expect(() => JSON.stringify({ reply: [document] })).toThrow(sentence);
    expect(() => JSON.stringify(<break time="1s" />)).toThrow('<break> was turned into JSON');
    const Greeting = () => <Hangup />;
    expect(() => JSON.stringify(<Greeting />)).toThrow('<Greeting> was turned into JSON');
  });

  test('the snapshot of a test, whose author learns what to compare', () => {
    expect(() => expect(<Hangup />).toMatchSnapshot()).toThrow('also for the snapshot of a test. [E_JSON]');
  });

  test('the error has a code, and says no file of the source', () => {
    expect(() => JSON.stringify(document)).toThrow(expect.objectContaining({ code: 'E_JSON' }));
    expect(() => JSON.stringify(document)).not.toThrow('.tsx');
  });

  test('a route of Fastify without the plugin: status 500', async () => {
    const app = Fastify();
    app.post('/answer', () => document);
    app.post('/schema', { schema: { response: { 200: { type: 'object' } } } }, () => document);
    for (const url of ['/answer', '/schema']) {
      const reply = await app.inject({ method: 'POST', url });
      expect(reply.statusCode).toBe(500);
      expect(reply.json()).toMatchObject({ code: 'E_JSON' });
    }
  });

  test('but it is printed and compared as any object', () => {
    expect(inspect(<Hangup reason="busy" />)).toBe("<Hangup> { reason: 'busy' }");
    expect(jsx(Hangup, { reason: 'busy' })).toEqual(jsx(Hangup, { reason: 'busy' }));
    expect(() => expect(jsx(Hangup, { reason: 'busy' })).toEqual(jsx(Hangup, {}))).toThrow(/to deeply equal/);
  });
});

test('console.log prints tags and props, and no declaration', () => {
  const document = (
    <Response>
      <Speak voice="WOMAN">Hello</Speak>
      <Hangup />
    </Response>
  );
  expect(inspect(document)).toBe(
    "<Response> {\n  children: [ <Speak> { voice: 'WOMAN', children: 'Hello' }, <Hangup> {} ]\n}",
  );
  expect(inspect({ a: { b: { c: <break time="1s" /> } } })).toBe('{ a: { b: { c: <break> } } }');
});
