// What a caller does: the address of the dialog, that of the hand-written level, and the keys.
import { webhook } from '../serve/request.mjs';

const cases = {
  'first request': ['/dialog/menu', '/by-hand/menu', undefined],
  'right key': ['/dialog/menu?__dialog=menu&__phase=answer', '/by-hand/menu/answer?try=1', '2'],
  'wrong key': ['/dialog/menu?__dialog=menu&__phase=answer', '/by-hand/menu/answer?try=1', '9'],
  'wrong key, third time': [
    '/dialog/menu?__dialog=menu&__noinput=1&__nomatch=1&__phase=answer',
    '/by-hand/menu/answer?try=3',
    '9',
  ],
  'six keys': ['/dialog/ask?__dialog=collect&__phase=answer', '/by-hand/ask/answer?try=1', '123456'],
  'six wrong keys': ['/dialog/ask?__dialog=collect&__phase=answer', '/by-hand/ask/answer?try=1', '023456'],
};

// A request about keys has no event; the first one of a call has.
const fieldsOf = (Digits) => ({ Digits, Event: Digits === undefined ? 'StartApp' : undefined });

/** The same request to a dialog and to its hand-written counterpart, by the name of the case. */
export const webhooks = Object.fromEntries(
  Object.entries(cases).map(([name, [dialog, byHand, digits]]) => [
    name,
    { dialog: webhook(dialog, fieldsOf(digits)), byHand: webhook(byHand, fieldsOf(digits)) },
  ]),
);
