import fc from 'fast-check';

const joined = (parts: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(parts, { minLength: 1, maxLength }).map((list) => list.join(''));

const words = fc.array(
  fc.constantFrom('press', 'Tom & Jerry', '1 < 2', '2 > 1', '"VIP"', "it's", '&', '<', '>'),
  {
    minLength: 1,
    maxLength: 6,
  },
);

const unit = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((code) => String.fromCharCode(code));

const notXml = fc.oneof(
  unit(0, 0x1f),
  unit(0xd800, 0xdfff),
  unit(0xfffe, 0xffff),
  fc.constantFrom('\0', '\x1b[31m', '\ud83d', '\ude00', '\ude00\ud83d', '\x7f', '\x85'),
);

const markup = fc.constantFrom(
  '</Speak><Hangup/><Speak>',
  '" action="https://evil.example/" x="',
  "' onload='",
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&amp;',
  '&#0;',
  '&#x41;',
  '&bogus;',
  '&quot;',
  '/>',
);

/** Strings that break careless printers, mixed as in our measurement of others: 40, 20, 15, 15 and 10 per cent. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  { weight: 40, arbitrary: words.map((list) => list.join(' ')) },
  { weight: 20, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 15,
    arbitrary: joined(fc.constantFrom(' ', '\t', '\n', '\r', '\r\n', '\u00a0', '\u2028', 'a'), 12),
  },
  { weight: 15, arbitrary: fc.tuple(fc.string(), notXml, fc.string()).map((parts) => parts.join('')) },
  { weight: 10, arbitrary: joined(fc.oneof(markup, fc.string({ maxLength: 4 })), 5) },
);
