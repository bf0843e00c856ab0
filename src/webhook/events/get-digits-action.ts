import { defineEvent, type EventDefinition } from './define-event.ts';
import { digitsFields } from './digits-fields.ts';

/** `GetDigits` has collected keys: its `action`. */
export const getDigitsAction: EventDefinition<'getdigits-action', typeof digitsFields> = defineEvent(
  'getdigits-action',
  digitsFields,
);
