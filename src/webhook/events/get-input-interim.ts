import { defineEvent } from './define-event.ts';
import { number, text } from './field.ts';

/** What Plivo has recognised so far while the caller still speaks: `interimSpeechResultsCallback` of `GetInput`. */
export const getInputInterim = defineEvent('getinput-interim', {
  /** The words that will probably not change any more. Cut at 4096 characters. */
  stableSpeech: text('StableSpeech'),
  /** The words that may still change. Cut at 4096 characters. */
  unstableSpeech: text('UnstableSpeech'),
  /** How sure Plivo is that the words will not change, from 0 to 1. */
  stability: number('Stability', 0, 1),
  /** The position of this result among the interim results. */
  sequenceNumber: number('SequenceNumber'),
});
