import { Hangup, Redirect, Response, type Context } from 'plivo-jsx';
import { languageMenu } from './language-menu.tsx';
import { maxTries } from './params.ts';
import type { Language, Sentence } from './prompts.ts';
import { Say } from './say.tsx';

/** The caller pressed no key or a key without an option: repeats the first menu, and says goodbye after the third attempt. */
export const TryAgain = (
  props: { langs: readonly Language[]; sentence: Sentence; tries: number },
  { noMatch }: Context,
) => {
  if (props.sentence === 'invalidInput') noMatch?.();
  const say = (sentence: Sentence) => props.langs.map((lang) => <Say lang={lang} sentence={sentence} />);
  return (
    <Response>
      {say(props.sentence)}
      {props.tries < maxTries ? (
        <Redirect>{languageMenu({ try: props.tries + 1 })}</Redirect>
      ) : (
        <>
          {say('goodbye')}
          <Hangup />
        </>
      )}
    </Response>
  );
};
