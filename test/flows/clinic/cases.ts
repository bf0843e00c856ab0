/**
 * Every request that leads to a document of the clinic: level, language, phase, answer, try, outcome of a transfer.
 */

/** One request. */
export interface Case {
  readonly title: string;
  readonly href: string;
  readonly fields?: { readonly [name: string]: string };
  /** When it arrives, on the clock of the clinic. Default: Monday the 4th of May 2026 at ten in the morning. */
  readonly at?: string;
  /** There is a person to talk to, and a number that sends text messages. Default: true. */
  readonly hasNumbers?: boolean;
}

/** While the clinic is open. */
export const monday = '2026-05-04T10:00';
const christmasEve = '2026-12-24T13:00';

const languages = ['en', 'es', 'hi'] as const;
type Language = (typeof languages)[number];

/** The address of a level, and of a dialog in it, with the keys of its query in their order. */
const address = (path: string, ...query: readonly string[]) =>
  `/clinic${path}${query.length === 0 ? '' : '?'}${query.filter((item) => item !== '').join('&')}`;

const press = (Digits: string) => ({ Digits });
const say = (Speech: string, SpeechConfidenceScore: string) => ({
  Speech,
  SpeechConfidenceScore,
  InputType: 'speech',
});

/** What callers do at a menu or another question beside giving an answer that it understands. */
const misunderstandings = (path: string, dialog: string, wrong: string, ...params: string[]): Case[] => {
  const answer = (...counts: string[]) =>
    address(path, `__dialog=${dialog}`, ...counts, '__phase=answer', ...params);
  return [
    { title: 'The answer is not an option', href: answer(), fields: press(wrong) },
    {
      title: 'The answer is not an option, after one silence',
      href: answer('__noinput=1'),
      fields: press(wrong),
    },
    { title: 'The third answer is not an option', href: answer('__nomatch=2'), fields: press(wrong) },
  ];
};

const languageMenu: Case[] = [
  { title: 'A call begins', href: address('') },
  ...['es', 'hi'].map((lang) => ({
    title: `A call in ${lang} starts over`,
    href: address('', `lang=${lang}`),
  })),
  ...['1', '2', '3', '0', '*'].map((key) => ({
    title: `Key ${key} is pressed`,
    href: address('', '__dialog=menu', '__phase=answer'),
    fields: press(key),
  })),
  ...misunderstandings('', 'menu', '9'),
  {
    title: 'Key * is pressed for the fourth time',
    href: address('', '__dialog=menu', '__phase=answer', '__repeats=3'),
    fields: press('*'),
  },
];

const words: { readonly [language in Language]: readonly string[] } = {
  en: ['an appointment please', 'the address', 'leave a message', 'operator'],
  es: ['quiero pedir cita', 'la dirección', 'dejar un mensaje', 'una persona'],
  hi: ['मुझे अपॉइंटमेंट चाहिए', 'एड्रेस', 'संदेश', 'ऑपरेटर'],
};

const mainMenu = (lang: Language): Case[] => {
  const answer = address('/menu', '__dialog=menu', '__phase=answer', `lang=${lang}`);
  return [
    { title: 'The menu', href: address('/menu', `lang=${lang}`) },
    ...['1', '2', '3', '0', '*'].map((key) => ({
      title: `Key ${key} is pressed`,
      href: answer,
      fields: press(key),
    })),
    ...words[lang].flatMap((each) => [
      { title: `“${each}” is said`, href: answer, fields: say(each, '0.9') },
      { title: `“${each}” was perhaps said`, href: answer, fields: say(each, '0.3') },
    ]),
    ...misunderstandings('/menu', 'menu', '9', `lang=${lang}`),
  ];
};

const booking = (lang: Language): Case[] => [
  { title: 'Which day?', href: address('/booking', `lang=${lang}`) },
  {
    title: '0305 is entered on the 4th of May',
    href: address('/booking', '__dialog=collect', '__phase=answer', `lang=${lang}`),
    fields: press('0305'),
  },
  ...misunderstandings('/booking', 'collect', '3113', `lang=${lang}`),
];

const confirm = (lang: Language): Case[] => {
  const query = ['date=2026-12-14', `lang=${lang}`];
  const answer = address('/booking/confirm', '__dialog=confirm', '__phase=answer', ...query);
  return [
    { title: 'The day is read back', href: address('/booking/confirm', ...query) },
    { title: 'Key 1 is pressed: yes', href: answer, fields: press('1') },
    { title: 'Key 2 is pressed: no', href: answer, fields: press('2') },
    ...misunderstandings('/booking/confirm', 'confirm', '9', ...query),
  ];
};

const directions = (lang: Language): Case[] => {
  const href = address('/directions', `lang=${lang}`);
  return [
    { title: 'To a number', href, fields: { From: '15550100001' } },
    { title: 'To a withheld number', href, fields: { From: 'anonymous' } },
    { title: 'From no number', href, fields: { From: '15550100001' }, hasNumbers: false },
  ];
};

const person = (lang: Language): Case[] => {
  const href = address('/person', `lang=${lang}`);
  const after = address('/person', '__dialog=transfer', '__phase=answer', `lang=${lang}`);
  return [
    { title: 'While the clinic is open', href },
    { title: 'Nobody is there who could be called', href, hasNumbers: false },
    { title: 'On the afternoon of Christmas Eve', href, at: christmasEve },
    {
      title: 'What the person hears who answers',
      href: address('/person', '__dialog=transfer', '__phase=whisper', `lang=${lang}`),
    },
    ...['completed', 'busy', 'no-answer', 'timeout', 'failed', 'cancel'].map((outcome) => ({
      title: `The transfer ended as ${outcome}`,
      href: after,
      fields: { DialStatus: outcome },
    })),
    {
      title: 'The transfer ended while the clinic closed',
      href: after,
      fields: { DialStatus: 'no-answer' },
      at: '2026-05-04T13:00',
    },
  ];
};

const message = (lang: Language): Case[] => {
  const after = address('/message', '__dialog=voicemail', '__phase=answer', `lang=${lang}`);
  const recording = { RecordUrl: 'https://media.plivo.com/a-recording.mp3' };
  return [
    { title: 'The caller chose to leave one', href: address('/message', `lang=${lang}`) },
    {
      title: 'Because the clinic is closed at lunch time',
      href: address('/message', 'because=closed', `lang=${lang}`),
      at: '2026-05-04T14:00',
    },
    {
      title: 'Because the clinic is closed on Friday night',
      href: address('/message', 'because=closed', `lang=${lang}`),
      at: '2026-05-08T20:00',
    },
    {
      title: 'Because nobody took the call',
      href: address('/message', 'because=unanswered', `lang=${lang}`),
    },
    { title: 'A message was recorded', href: after, fields: { ...recording, RecordingDuration: '7' } },
    { title: 'Nothing was recorded', href: after, fields: { ...recording, RecordingDuration: '0' } },
  ];
};

const ends = (lang: Language): Case[] => [
  { title: 'Booked', href: address('/booking/booked', 'date=2026-12-14', `lang=${lang}`) },
  { title: 'Goodbye', href: address('/goodbye', `lang=${lang}`) },
  { title: 'Thanks for a message', href: address('/thanks', `lang=${lang}`) },
];

const inEach = (casesIn: (lang: Language) => readonly Case[]): Case[] => languages.flatMap(casesIn);

/** All of them, one snapshot file a level. */
export const cases: Readonly<Record<string, readonly Case[]>> = {
  'language-menu': languageMenu,
  'main-menu': inEach(mainMenu),
  booking: inEach(booking),
  'booking-confirm': inEach(confirm),
  directions: inEach(directions),
  person: inEach(person),
  message: inEach(message),
  ends: inEach(ends),
};
