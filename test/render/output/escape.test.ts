/* Hostile strings as text and as attribute, judged by two parsers that are not ours. */
import fc from 'fast-check';
import { ParseOption, XmlDocument, XmlStringOutputBufferHandler } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { Message, render, Response, Speak } from 'plivo-jsx';
import { jsx } from 'plivo-jsx/jsx-runtime';
import { hostile } from '../hostile.ts';
import { parse, type Parsed } from '../parse.ts';
import { sized } from '../../support/size.ts';

const count = sized(4_000, 20_000);
const strings = fc.sample(hostile, { numRuns: count, seed: 20_250_917 });

/** What XML 1.0 can carry of a string: each code unit that it cannot becomes a space. */
const carried = (text: string) =>
  text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ');

const documentOf = (text: string) =>
  jsx(Response, {
    children: [
      jsx(Speak, { children: text }),
      jsx(Message, { dst: '14155550199', src: `.${text}`, children: `.${text}` }),
    ],
  });

/** The document as a parser must read it. */
const expectedOf = (text: string): Parsed => ({
  name: 'Response',
  attributes: {},
  content: [
    { name: 'Speak', attributes: {}, content: text === '' ? [] : [carried(text)] },
    {
      name: 'Message',
      // In the order of canonical XML.
      attributes: { dst: '14155550199', src: `.${carried(text)}` },
      content: [`.${carried(text)}`],
    },
  ],
});

/** A document without its text, attributes' values included. */
const shapeOf = ({ name, attributes, content }: Parsed): unknown => [
  name,
  Object.keys(attributes),
  content.flatMap((item) => (typeof item === 'string' ? [] : [shapeOf(item)])),
];

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** How many documents fail, and how. */
function judge(read: (text: string, index: number) => Parsed) {
  const counts = { malformed: 0, injected: 0, changed: 0 };
  for (const [index, text] of strings.entries()) {
    const expected = expectedOf(text);
    let parsed: Parsed;
    try {
      parsed = read(text, index);
    } catch {
      counts.malformed++;
      continue;
    }
    if (!same(shapeOf(parsed), shapeOf(expected))) counts.injected++;
    else if (!same(parsed, expected)) counts.changed++;
  }
  return counts;
}

const none = { malformed: 0, injected: 0, changed: 0 };

/** Every string printed; printing one must never throw. */
const printed = strings.map((text) => render(documentOf(text), { onWarning: () => {} }) as string);

/** All documents in one, as libxml2 reads it and writes it again in canonical form. */
function readByLibxml2(): readonly Parsed[] {
  const elements = printed.map((xml) => xml.replace(/^<\?.*?\?>/, ''));
  const all = XmlDocument.fromString(`<all>${elements.join('\n')}</all>`, {
    option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE,
  });
  const canonical = new XmlStringOutputBufferHandler();
  all.canonicalize(canonical);
  all.dispose();
  return parse(canonical.result).content.filter((item) => typeof item !== 'string');
}

test('saxes reads hostile strings as they were written', { timeout: 60_000 }, () => {
  expect(judge((_text, index) => parse(printed[index]!))).toEqual(none);
});

test('libxml2 reads hostile strings as they were written', { timeout: 60_000 }, () => {
  const documents = readByLibxml2();
  expect(documents).toHaveLength(count);
  expect(judge((_text, index) => documents[index]!)).toEqual(none);
});

test('the strings are hostile: printed as they are, many of them break a document', () => {
  const careless = judge((text) =>
    parse(
      `<Response><Speak>${text}</Speak><Message dst="14155550199" src="${text}">.${text}</Message></Response>`,
    ),
  );
  expect(careless.malformed).toBeGreaterThan(0.4 * count);
  expect(careless.changed).toBeGreaterThan(0.05 * count);
});
