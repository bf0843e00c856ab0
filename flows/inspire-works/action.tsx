import { Dial, Hangup, level, Number, Play, Response } from 'plivo-jsx';
import { languageParams } from './params.ts';
import type { Language } from './prompts.ts';
import { Say } from './say.tsx';
import { settings } from './settings.ts';
import { transferred } from './transferred.tsx';
import { TryAgain } from './try-again.tsx';

/** Level 3: the message, or an associate. */
export const action = level('/ivr/action', { params: languageParams }, ({ call, params }) => {
  const { lang } = params;
  if (call.digits === '1') return <Message lang={lang} />;
  if (call.digits === '2') return <Associate lang={lang} />;
  const sentence = call.digits === undefined ? 'noChoice' : 'invalidInput';
  return <TryAgain langs={[lang]} sentence={sentence} tries={params.try ?? 1} />;
});

const Message = ({ lang }: { lang: Language }) => {
  const { audioMessage } = settings;
  return (
    <Response>
      {audioMessage === undefined ? <Say lang={lang} sentence="message" /> : <Play>{audioMessage}</Play>}
      <Say lang={lang} sentence="goodbye" />
      <Hangup />
    </Response>
  );
};

const Associate = ({ lang }: { lang: Language }) => {
  const { associate } = settings;
  if (associate === undefined) {
    return (
      <Response>
        <Say lang={lang} sentence="unavailable" />
        <Say lang={lang} sentence="goodbye" />
        <Hangup />
      </Response>
    );
  }
  return (
    <Response>
      <Say lang={lang} sentence="connecting" />
      <Dial action={transferred({ lang })} timeout={30}>
        <Number>{associate}</Number>
      </Dial>
    </Response>
  );
};
