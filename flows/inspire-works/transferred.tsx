import { Hangup, level, Response, type DialStatus } from 'plivo-jsx';
import { languageParams } from './params.ts';
import type { Sentence } from './prompts.ts';
import { Say } from './say.tsx';

// After cancel or completed the caller hears only the goodbye.
const outcomes: Record<DialStatus, Sentence | undefined> = {
  completed: undefined,
  busy: 'busy',
  failed: 'notConnected',
  timeout: 'noAnswer',
  'no-answer': 'noAnswer',
  cancel: undefined,
};

/** After the transfer: says why it failed, and goodbye. */
export const transferred = level(
  '/ivr/transferred',
  { params: languageParams },
  ({ call, params: { lang } }) => {
    const sentence = call.dialStatus === undefined ? 'notConnected' : outcomes[call.dialStatus];
    return (
      <Response>
        {sentence !== undefined && <Say lang={lang} sentence={sentence} />}
        <Say lang={lang} sentence="goodbye" />
        <Hangup />
      </Response>
    );
  },
);
