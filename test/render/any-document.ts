import fc from 'fast-check';
import { definitions, type Attribute } from 'plivo-jsx';
import type { Parsed } from './parse.ts';

/** What Plivo's SDK for Node cannot write: it rejects the attribute, or spoils the element. */
const beyondTheSdk = new Set([
  'MultiPartyCall',
  'Dial callType',
  'GetInput retries',
  'GetInput startInputTimeout',
  'Number sipHeaders',
  'Record transcriptionReportType',
  'Stream noiseCancellation',
  'Stream noiseCancellationLevel',
  'User sipAuthPassword',
  'User sipAuthUsername',
  'p phoneme',
]);

// Without " : the SDK writes &quot; as " again, in attributes too. Without control characters: it lets them through.
const characters = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcXYZ 019.,!?') },
  { weight: 2, arbitrary: fc.constantFrom(..."&<>'\t\n;#%/=-]") },
  {
    weight: 1,
    arbitrary: fc.constantFrom('é', 'ß', '語', 'ع', '\u00a0', '\u2028', '😀', '&amp;', ']]>', '&#65;'),
  },
);
const text = fc.string({ unit: characters, minLength: 1, maxLength: 30 });
const digits = fc.stringMatching(/^[0-9]{1,12}$/);
const address = fc
  .tuple(fc.constantFrom('https://example.com/', 'http://a.example/b?c=d&e=%20'), fc.webQueryParameters())
  .map(([start, rest]) => start + rest.replaceAll('"', ''));

function valueOf({ kind, values, required, min = 0, max = min + 5000 }: Attribute): fc.Arbitrary<string> {
  const integer = fc.integer({ min, max }).map(String);
  switch (kind) {
    case 'boolean':
    case 'boolean|string':
      return fc.constantFrom('true', 'false');
    case 'integer':
      return integer;
    case 'integer|enum':
      return fc.oneof(integer, fc.constantFrom(...values!));
    case 'enum':
    case 'enum|pattern':
      return fc.constantFrom(...values!);
    case 'enum|polly':
      return fc.constantFrom(...values!, 'Polly.Joanna', 'Polly.Lupe-Standard', 'Polly.Vitória');
    case 'duration':
      return fc.constantFrom('500ms', '1s', '1.5s', '10s');
    case 'digits':
      return fc.constantFrom(...'0123456789*#');
    case 'url':
      return address;
    case 'url|enum':
      return fc.oneof(address, fc.constantFrom(...values!));
    case 'string':
      if (values !== undefined) return fc.constantFrom(...values);
      return required ? text.filter((written) => written.trim() !== '') : text;
    default:
      return text;
  }
}

/** The text of elements that take only one format. */
const contentOf: { readonly [element: string]: fc.Arbitrary<string> } = {
  DTMF: fc.stringMatching(/^[0-9*#wW]{1,20}$/),
  Number: digits,
  User: digits.map((name) => `sip:${name}@phone.plivo.com`),
  Play: address,
  Redirect: address,
  Stream: address.map((url) => url.replace(/^https?:/, 'wss:')),
};

/** Any element of the name, as deep as that, which both we and the SDK can write. */
function anyElement(name: string, depth: number): fc.Arbitrary<Parsed> {
  const { attributes, required, content, holds } = definitions.get(name)!;
  const written = [...attributes].filter(([attribute]) => !beyondTheSdk.has(`${name} ${attribute}`));
  const inside = [...holds.keys()].filter(
    (child) => !beyondTheSdk.has(child) && !beyondTheSdk.has(`${name} ${child}`),
  );
  const children = depth === 0 ? [] : inside.map((child) => anyElement(child, depth - 1));
  const blank = { kind: 'string', expected: '' } as Attribute;
  const said = contentOf[name] ?? valueOf(blank);
  const items = content.kind === 'text+elements' ? [said, ...children] : children;
  return fc.record({
    name: fc.constant(name),
    attributes: fc.record(Object.fromEntries(written.map(([key, attribute]) => [key, valueOf(attribute)])), {
      requiredKeys: [...required],
    }),
    content:
      content.kind === 'text'
        ? said.filter((value) => value.trim() !== '').map((value) => [value])
        : items.length === 0
          ? fc.constant([])
          : fc.array(fc.oneof(...items), { maxLength: 5 }),
  });
}

/** Any document that both we and Plivo's SDK can write. */
export const anyDocument: fc.Arbitrary<Parsed> = anyElement('Response', 4);
