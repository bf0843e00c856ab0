import { withoutChance } from '../served.ts';

/** What a caller says of themselves, in many spellings, made so that it is found wherever and however it is printed. */

export type Fields = Record<string, string>;

/** The token of the account. */
export const token = 'canary-token-of-an-account-that-does-not-exist';

// All numbers end so, whatever is between the digits; nothing else that is printed has ten digits like these.
const number = '5550142857';

const numbers = [
  `+1415${number}`,
  `1415${number}`,
  `(415) 555-0142857`,
  `415-555-014-2857`,
  `415.555.0142857`,
  `sip:+1415${number}@canary.example.com`,
  `"Canary" <sip:${number}@example.com>`,
  `tel:+1-415-555-014-2857`,
  `00 1415 ${number}`,
  `5 5 5 0 1 4 2 8 5 7`,
];

/** Keys that are a secret: from three on they are. */
const keys = ['90417', '904', '9041', '90417*', '#9041', `${number}904`, '90417'.repeat(21)];

const names = [
  'Ana Canary',
  'CANARY, "Ana" <&>',
  'canary\r\n{"level":30}',
  '\u001B[31mCanary\u001B[0m',
  'Ána Cañary-Canary',
];

const words = [
  'my card number is canary four one one one',
  `call me at ${number}`,
  'the canary says "yes" & <goes>',
  'canary '.repeat(60),
];

const pick = <T>(list: readonly T[], number_: number): T => list[number_ % list.length]!;

/** The fields of one call; each of its values would tell who calls, or what they know. */
export function fieldsOf(call: number): Fields {
  return {
    CallUUID: `6f1f8a2c-${String(call).padStart(4, '0')}`,
    From: pick(numbers, call),
    To: pick(numbers, call + 1),
    CallerName: pick(names, call),
    ForwardedFrom: pick(numbers, call + 2),
    Digits: pick(keys, call),
    ...(call % 3 === 0 && {
      InputType: 'speech',
      Speech: pick(words, call),
      UnstableSpeech: pick(words, call + 1),
    }),
    ...(call % 5 === 0 && {
      DialStatus: 'busy',
      DialBLegTo: pick(numbers, call),
      DialDigitsMatch: pick(keys, call + 1),
    }),
    ...(call % 7 === 0 && { transcription: pick(words, call), recording_id: 'a-recording' }),
    'X-PH-Account': 'canary-9',
    'X-PH-Name': pick(names, call + 1),
    'X-PH-Next': `https://example.com/?n=${number}`,
    'SIP-H-To': `<sip:${number}@example.com>`,
  };
}

/** Every canary in a text, with what is around it. */
export function canariesIn(text: string): string[] {
  const plain = decoded(withoutChance(text));
  return [
    ...around(plain, /canary/gi),
    ...around(plain, spaced(number)),
    ...around(plain, /(?<![\w.-])[#*]?904(?:17?)?[#*]?(?!\w|[.-]\w)|90417/g),
  ];
}

/** The digits, whatever stands between them. */
const spaced = (digits: string) => new RegExp([...digits].join('[^\\w\\n]{0,3}'), 'g');

const around = (text: string, what: RegExp) =>
  [...text.matchAll(what)].slice(0, 5).map(({ index }) => text.slice(Math.max(0, index - 200), index + 60));

const decoded = (text: string) =>
  text
    .replaceAll(/~b64\.([\w-]*)/g, (_, encoded: string) => Buffer.from(encoded, 'base64url').toString())
    .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('+', ' ');
