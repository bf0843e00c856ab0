import { inputTypes } from '../plivo-enums.ts';
import { defineEvent, type EventDefinition } from './define-event.ts';
import { digitsFields } from './digits-fields.ts';
import { number, oneOf, text } from './field.ts';

const speechFields = {
  /** Whether the caller pressed keys (`dtmf`) or spoke (`speech`). */
  inputType: oneOf('InputType', inputTypes),
  /** The words that Plivo recognised. Cut at 4096 characters. */
  speech: text('Speech'),
  /** How sure Plivo is of the words, from 0 to 1: Plivo's `SpeechConfidenceScore`. */
  speechConfidence: number('SpeechConfidenceScore', 0, 1),
  /** The price of the speech recognition in US dollars. */
  billedAmount: number('BilledAmount'),
};

/** `GetInput` has collected keys or speech: its `action`. */
export const getInputAction: EventDefinition<'getinput-action', typeof digitsFields & typeof speechFields> =
  defineEvent('getinput-action', { ...digitsFields, ...speechFields });
