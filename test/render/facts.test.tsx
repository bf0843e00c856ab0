import fc from 'fast-check';
import {
  GetDigits,
  Hangup,
  level,
  Message,
  Play,
  Redirect,
  Response,
  Speak,
  Wait,
  definitions,
  type JsxElement,
} from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { renderDocument, type RenderedDocument } from '../../src/render/render.ts';
import { anyDocument } from './any-document.ts';
import { parse, type Parsed } from './parse.ts';
import { rewrite } from './rewrite.ts';

const baseUrl = 'https://ivr.example.com';
const menu = level('/menu', () => <Response />);
const factsOf = async (document: JsxElement) => (await renderDocument(document, { baseUrl })).facts;

describe('the facts of a document', () => {
  test('are its steps with their addresses, in document order', async () => {
    const { steps } = await factsOf(
      <Response>
        <GetDigits action={menu()} invalidDigitsSound="/beep.mp3">
          <Speak>Press a key.</Speak>
        </GetDigits>
        <Message src="14155550100" dst="14155550101" callbackUrl="https://other.example/sms">
          Hello
        </Message>
        <Redirect>{menu()}</Redirect>
      </Response>,
    );
    expect(steps).toEqual([
      {
        element: 'GetDigits',
        role: 'asks',
        links: [
          { attribute: 'action', url: `${baseUrl}/menu` },
          { attribute: 'invalidDigitsSound', url: `${baseUrl}/beep.mp3` },
        ],
      },
      {
        element: 'Message',
        role: undefined,
        links: [{ attribute: 'callbackUrl', url: 'https://other.example/sms' }],
      },
      {
        element: 'Redirect',
        role: 'leads',
        links: [{ attribute: undefined, url: `${baseUrl}/menu` }],
      },
    ]);
  });

  test('keep document order where components are async', async () => {
    const Slow = async ({ to, turns }: { readonly to: string; readonly turns: number }) => {
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      return <GetDigits action={to} />;
    };
    const { steps } = await factsOf(
      <Response>
        <Slow to="/first" turns={9} />
        <Slow to="/second" turns={1} />
        <Hangup />
      </Response>,
    );
    expect(steps.map(({ element, links }) => [element, links[0]?.url])).toEqual([
      ['GetDigits', `${baseUrl}/first`],
      ['GetDigits', `${baseUrl}/second`],
      ['Hangup', undefined],
    ]);
  });

  test.each([
    ['a <Speak>', <Speak>Hello</Speak>, { isHeard: true, isEmpty: false }],
    ['a <Play>', <Play>https://other.example/hello.mp3</Play>, { isHeard: true, isEmpty: false }],
    ['a <Wait>', <Wait length={1} />, { isHeard: false, isEmpty: false }],
    ['nothing', null, { isHeard: false, isEmpty: true }],
  ])('say whether the caller hears something: %s', async (_name, inside, expected) => {
    expect(await factsOf(<Response>{inside}</Response>)).toMatchObject(expected);
  });

  test('a word where an address could stand is no link', async () => {
    const enterSound = definitions.get('Conference')!.attributes.get('enterSound')!;
    expect(enterSound.values).toContain('beep:1');
    const { Conference } = await import('plivo-jsx');
    const { steps } = await factsOf(
      <Response>
        <Conference enterSound="beep:1">room</Conference>
      </Response>,
    );
    expect(steps).toEqual([{ element: 'Conference', role: 'leads', links: [] }]);
  });

  test('of 500 documents, the addresses are those that another parser finds', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { xml, facts } = renderDocument(rewrite(document), { development: false }) as RenderedDocument;
        const noted = facts.steps.flatMap(({ element, links }) =>
          links.map(({ attribute, url }) => [element, attribute, url]),
        );
        expect(noted.toSorted()).toEqual(addressesIn(parse(xml)).toSorted());
      }),
      { numRuns: 500, seed: 20_261_128 },
    );
  });
});

/** Every address in a document: its element, its attribute (none for a text) and the URL. */
function addressesIn({ name, attributes, content }: Parsed): [string, string | undefined, string][] {
  const definition = definitions.get(name)!;
  const ofAttributes = Object.entries(attributes).flatMap(([attribute, url]): [string, string, string][] => {
    const { urlKind, values } = definition.attributes.get(attribute)!;
    return urlKind === undefined || values?.includes(url) ? [] : [[name, attribute, url]];
  });
  const inside = content.flatMap((item) => {
    if (typeof item !== 'string') return addressesIn(item);
    return definition.content.urlKind === undefined
      ? []
      : [[name, undefined, item] as [string, undefined, string]];
  });
  return [...ofAttributes, ...inside];
}

describe('resolveLink of the context', () => {
  const printed = (document: JsxElement) => {
    const places: string[] = [];
    const resolveLink = (
      url: string,
      { element, attribute, urlKind }: { element: string; attribute: string | undefined; urlKind: string },
    ) => {
      places.push(`${element} ${attribute ?? 'text'} ${urlKind}`);
      return `${url}?__again=1`;
    };
    const { xml } = renderDocument(document, { context: { baseUrl, resolveLink } }) as RenderedDocument;
    return { xml, places };
  };

  test('gives addresses of the app itself their final form, however they were written', () => {
    const { xml, places } = printed(
      <Response>
        <GetDigits action={menu()} invalidDigitsSound="/beep.mp3" />
        <Redirect>{`${baseUrl}/menu`}</Redirect>
      </Response>,
    );
    expect(xml).toContain(
      `<GetDigits action="${baseUrl}/menu?__again=1" invalidDigitsSound="${baseUrl}/beep.mp3?__again=1"></GetDigits><Redirect>${baseUrl}/menu?__again=1</Redirect>`,
    );
    expect(places).toEqual([
      'GetDigits action xml',
      'GetDigits invalidDigitsSound audio',
      'Redirect text xml',
    ]);
  });

  test('does not see addresses of others, nor what is spoken', () => {
    const { xml, places } = printed(
      <Response>
        <Speak>{`${baseUrl}/menu`}</Speak>
        <Redirect>https://ivr.example.com.evil.example/menu</Redirect>
      </Response>,
    );
    expect(xml).not.toContain('__again');
    expect(places).toEqual([]);
  });
});
