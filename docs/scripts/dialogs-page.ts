/**
 * The page `docs/reference/dialogs.md`: the sentences and the props are those of the source files.
 * @module
 */
import { format } from 'prettier';
import { propsOf, sentenceOf, type Prop } from './props.ts';

/** A table of props. */
interface Table {
  /** The types that declare them. */
  readonly types: readonly string[];
  /** The text above it. */
  readonly lead?: string;
  /** Whether the caller of a function gets these: then none is required. */
  readonly isGiven?: boolean;
  /** For a prop that is required only without another one: which. */
  readonly unless?: { readonly [prop: string]: string };
}

/** A component or a function, with the file below `src/dialog` where it is. */
interface Section {
  readonly name: string;
  readonly file: string;
  readonly tables: readonly Table[];
  /** What it takes beside these. */
  readonly also?: string;
}

const question = 'the props of [every question](#every-question)';

const own = (name: string, file: string, ...tables: readonly string[]): Section => ({
  name,
  file,
  tables: tables.map((type) => ({ types: [type] })),
});

const components: readonly Section[] = [
  { ...own('Menu', 'menu', 'MenuProps'), also: question },
  own('Choice', 'choice', 'ChoiceProps'),
  own('Repeat', 'choice', 'RepeatProps'),
  {
    name: 'Collect',
    file: 'collect',
    tables: [
      { types: ['CollectBase'] },
      { types: ['CollectPlain'], lead: 'Without `secret`:' },
      { types: ['CollectSecret'], lead: 'With `secret`:' },
    ],
    also: question,
  },
  { ...own('Confirm', 'confirm', 'ConfirmProps'), also: question },
  {
    name: 'Transfer',
    file: 'transfer',
    tables: [
      { types: ['TransferSettings'] },
      {
        types: ['Outcomes', 'TransferOutcomes'],
        lead: 'The outcomes:',
        unless: {
          onBusy: '`onUnanswered`',
          onNoAnswer: '`onUnanswered`',
          onTimeout: '`onUnanswered`',
          onFailed: '`onUnanswered`',
          onCancel: '`onUnanswered`',
          onUnanswered: 'all of the above',
        },
      },
    ],
    also: '`callerId`, `callerName`, `timeLimit` and `dialMusic` of [`<Dial>`](elements.md#dial)',
  },
  {
    name: 'Voicemail',
    file: 'voicemail',
    tables: [
      { types: ['VoicemailProps'] },
      { types: ['Message'], lead: 'What `onMessage` gets:', isGiven: true },
    ],
    also: '`fileFormat`, `playBeep` and `recordChannelType` of [`<Record>`](elements.md#record)',
  },
  own('Hours', 'hours', 'HoursProps'),
  own('Say', 'say', 'SayProps'),
  own('Language', 'language', 'LanguageProps'),
  { ...own('Sms', 'sms', 'SmsProps'), also: 'the attributes of [`<Message>`](elements.md#message)' },
  own('SayDate', 'spoken/say-date', 'SayDateProps'),
  own('SayTime', 'spoken/say-time', 'SayTimeProps'),
  own('SayNumber', 'spoken/say-number', 'SayNumberProps'),
  own('SayAmount', 'spoken/say-amount', 'SayAmountProps'),
  own('SayDigits', 'spoken/say-digits', 'SayDigitsProps'),
];

const functions: readonly Section[] = [
  own('hours', 'opening-hours/hours', 'HoursOptions'),
  own('isOpen', 'opening-hours/is-open'),
  own('nextOpening', 'opening-hours/next-opening'),
  own('date', 'read/date', 'DateOptions'),
  own('dayAndMonth', 'read/date'),
  own('time', 'read/time'),
  own('amount', 'read/amount', 'AmountOptions'),
  own('digits', 'read/digits', 'DigitsOptions'),
  own('pin', 'read/digits', 'PinOptions'),
  own('phoneNumber', 'read/phone-number', 'PhoneNumberOptions'),
  own('yesNo', 'read/yes-no', 'YesNoOptions'),
];

const cell = (text: string) => text.replaceAll('|', '\\|');

const required = ({ name, isRequired }: Prop, { unless = {} }: Pick<Table, 'unless'>) => {
  if (!isRequired) return '';
  const other = unless[name];
  return other === undefined ? ' **required**' : ` **required**, unless ${other}`;
};

const row = (prop: Prop, table: Pick<Table, 'unless'>) =>
  `| \`${prop.name}\`${required(prop, table)} | \`${cell(prop.type)}\` | ${cell(prop.default)} | ${cell(prop.sentence)} |`;

const tableOf = (props: readonly Prop[], table: Pick<Table, 'unless'> = {}) =>
  ['| name | type | default | |', '| --- | --- | --- | --- |', ...props.map((prop) => row(prop, table))].join(
    '\n',
  );

const section = ({ name, file, tables, also }: Section, heading: string) => [
  `### ${heading}`,
  sentenceOf(`src/dialog/${file}.ts`, name),
  ...tables.flatMap((table) => {
    const props = table.types.flatMap((type) => propsOf(`src/dialog/${file}.ts`, type));
    const { lead = '', isGiven = false } = table;
    return [lead, tableOf(isGiven ? props.map((prop) => ({ ...prop, isRequired: false })) : props, table)];
  }),
  also === undefined ? '' : `It also takes ${also}.`,
];

/** The whole page. */
export function dialogsPage(): Promise<string> {
  const page = [
    '# Dialogs',
    '<!-- Written by npm run docs from src/dialog; edit that. -->',
    'What dialogs and prompts take. [Menus](../guide/menus.md) shows how they are used, with a recipe for each.',
    'A `Prompt` is text, sentences of a catalogue, or elements. An `Escalation` is a prompt or a list of them. `Words` are a phrase, ' +
      'a list of phrases, or a sentence of a catalogue. A `Link` is what calling a level returns, and a `Key` one of `0` to `9`, `*` and `#`. ' +
      'A `Destination` is a phone number or a SIP address.',
    '## Every question',
    tableOf(propsOf('src/dialog/question.ts', 'QuestionProps')),
    '## Components',
    ...components.flatMap((each) => section(each, each.name)),
    '## Functions and readers',
    // Headings that differ only in upper case have the same anchor.
    ...functions.flatMap((each) => section(each, each.name === 'hours' ? 'The function hours' : each.name)),
  ];
  return format(page.filter((part) => part !== '').join('\n\n'), { parser: 'markdown', printWidth: 110 });
}
