import { GetDigits, Hangup, level, Response } from 'plivo-jsx';
import { action } from './action.tsx';
import { menuParams } from './params.ts';
import { languages } from './prompts.ts';
import { Say } from './say.tsx';
import { TryAgain } from './try-again.tsx';

/** Level 2: what would you like to do, in the language that was chosen? */
export const actionMenu = level('/ivr/level2', { params: menuParams }, ({ call, params }) => {
  const lang = languages.find((_, index) => call.digits === String(index + 1));
  if (lang === undefined) {
    const sentence = call.digits === undefined ? 'noChoice' : 'invalidInput';
    return <TryAgain langs={languages} sentence={sentence} tries={params.try ?? 1} />;
  }
  return (
    <Response>
      <GetDigits action={action({ ...params, lang })} numDigits={1} timeout={15} finishOnKey="#">
        <Say lang={lang} sentence="chooseAction" />
      </GetDigits>
      <Say lang={lang} sentence="noInput" />
      <Hangup />
    </Response>
  );
});
