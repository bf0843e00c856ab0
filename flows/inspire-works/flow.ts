/**
 * Inspire Works: a language, then a message or an associate.
 */
import { flow } from 'plivo-jsx';
import { actionMenu } from './action-menu.tsx';
import { action } from './action.tsx';
import { languageMenu } from './language-menu.tsx';
import { phrases } from './phrases.tsx';
import { languages } from './prompts.ts';
import { transferred } from './transferred.tsx';

export default flow('inspire-works', {
  levels: [languageMenu, actionMenu, action, transferred],
  languages,
  phrases,
  checks: {
    '/ivr': {
      R201: 'The wording is that of the customer.',
      R206: 'A person is there only when ASSOCIATE_NUMBER is set.',
    },
    '/ivr/level2': {
      R201: 'The wording is that of the customer.',
      R202: 'The wording is that of the customer.',
    },
    '/ivr/transferred': { R014: 'Callers come here only when ASSOCIATE_NUMBER is set.' },
  },
  examples: () => [
    { title: 'Level 1: which language?', link: languageMenu() },
    ...languages.map((lang, index) => ({
      title: `Level 2 in ${lang}`,
      link: actionMenu(),
      fields: { Digits: String(index + 1) },
    })),
    ...languages.flatMap((lang) => [
      { title: `Level 3 in ${lang}: the message`, link: action({ lang }), fields: { Digits: '1' } },
      { title: `Level 3 in ${lang}: an associate`, link: action({ lang }), fields: { Digits: '2' } },
      {
        title: `After a busy transfer in ${lang}`,
        link: transferred({ lang }),
        fields: { DialStatus: 'busy' },
      },
    ]),
    { title: 'A key that no menu has', link: action({ lang: languages[0] }), fields: { Digits: '9' } },
  ],
});
