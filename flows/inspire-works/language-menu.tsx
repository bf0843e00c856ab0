import { GetDigits, Hangup, level, Response, Speak } from 'plivo-jsx';
import { actionMenu } from './action-menu.tsx';
import { menuParams } from './params.ts';
import { languages, prompts } from './prompts.ts';
import { Say } from './say.tsx';

/** Level 1: which language? */
export const languageMenu = level('/ivr', { params: menuParams }, ({ params }) => (
  <Response>
    <GetDigits action={actionMenu(params)} numDigits={1} timeout={15} finishOnKey="#">
      {languages.map((lang, index) => (
        <Speak {...prompts[lang].voice}>{prompts[lang].chooseLanguage(index + 1)}</Speak>
      ))}
    </GetDigits>
    {languages.map((lang) => (
      <Say lang={lang} sentence="noInput" />
    ))}
    <Hangup />
  </Response>
));
