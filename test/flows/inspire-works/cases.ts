/**
 * Every request that leads to a document of Inspire Works: level, language, key, try, outcome of a transfer.
 */

/** One request. */
export interface Case {
  readonly title: string;
  readonly href: string;
  readonly fields: { readonly [name: string]: string };
  /** There is an associate to transfer to. Default: true. */
  readonly hasAssociate?: boolean;
  /** The message is a recording. Default: false, it is spoken. */
  readonly hasRecording?: boolean;
}

const languages = ['en', 'es'];
const tries = [1, 2, 3];
const keys = [
  { name: 'no key', fields: {} },
  { name: 'key 1', fields: { Digits: '1' } },
  { name: 'key 2', fields: { Digits: '2' } },
  { name: 'another key', fields: { Digits: '9' } },
];
const outcomes = ['completed', 'busy', 'failed', 'timeout', 'no-answer', 'cancel'];

const query = (params: Record<string, string | number>) =>
  Object.entries(params)
    .filter(([name, value]) => !(name === 'try' && value === 1))
    .map(([name, value], index) => `${index === 0 ? '?' : '&'}${name}=${value}`)
    .join('');

const levelOne: Case[] = tries.map((attempt) => ({
  title: `Which language? (try ${attempt})`,
  href: `/ivr${query({ try: attempt })}`,
  fields: {},
}));

const levelTwo: Case[] = tries.flatMap((attempt) =>
  keys.map(({ name, fields }) => ({
    title: `The language menu was answered with ${name} (try ${attempt})`,
    href: `/ivr/level2${query({ try: attempt })}`,
    fields,
  })),
);

const levelThree: Case[] = languages.flatMap((lang) => [
  ...tries.flatMap((attempt) =>
    keys.map(({ name, fields }) => ({
      title: `The action menu in ${lang} was answered with ${name} (try ${attempt})`,
      href: `/ivr/action${query({ lang, try: attempt })}`,
      fields,
    })),
  ),
  {
    title: `The message in ${lang} is a recording`,
    href: `/ivr/action?lang=${lang}`,
    fields: { Digits: '1' },
    hasRecording: true,
  },
  {
    title: `There is no associate to talk to in ${lang}`,
    href: `/ivr/action?lang=${lang}`,
    fields: { Digits: '2' },
    hasAssociate: false,
  },
]);

const afterTransfer: Case[] = languages.flatMap((lang) => [
  ...outcomes.map((outcome) => ({
    title: `The transfer in ${lang} ended as ${outcome}`,
    href: `/ivr/transferred?lang=${lang}`,
    fields: { DialStatus: outcome },
  })),
  {
    title: `The transfer in ${lang} ended in a way that Plivo has no word for`,
    href: `/ivr/transferred?lang=${lang}`,
    fields: {},
  },
]);

/** All of them, one snapshot file a level. */
export const cases: Readonly<Record<string, readonly Case[]>> = {
  'level-1-language': levelOne,
  'level-2-action': levelTwo,
  'level-3-message-or-associate': levelThree,
  'after-the-transfer': afterTransfer,
};
