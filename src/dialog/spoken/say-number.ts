/**
 * `<SayNumber>`.
 * @module
 */
import { jsx } from '../../../jsx-runtime/jsx-runtime.ts';
import type { Node } from '../../../jsx-runtime/element.ts';
import type { Context } from '../../render/context.ts';
import { numberFormat } from './formats.ts';
import { isPolly, localesOf, notSpoken, plainSpaces } from './spoken-value.ts';

/** The props of {@link SayNumber}. */
export interface SayNumberProps {
  /** A finite number. */
  readonly value: number;
}

/**
 * Says a number in the language of the call: `1.5` is `1,5` in Spanish. Whole numbers from 1000 on are `<say-as>` for a Polly
 * voice, which might say 1995 as a year; below, the text alone lets a voice say "un mensaje" where `<say-as>` says "uno".
 *
 * @throws {@link RenderError} with `E_SPOKEN` when the value is no finite number
 * @example
 * ```tsx
 * import { Say, SayNumber } from 'plivo-jsx';
 *
 * const waiting = (
 *   <Say>
 *     <SayNumber value={3} /> people are waiting.
 *   </Say>
 * );
 * ```
 */
export const SayNumber = ({ value }: SayNumberProps, context: Context): Node => {
  if (!Number.isFinite(value)) throw notSpoken('SayNumber', 'a finite number', '<SayNumber value={3} />');
  if (Number.isSafeInteger(value) && Math.abs(value) >= 1000 && isPolly(context))
    return jsx('say-as', { 'interpret-as': 'cardinal', children: String(value) });
  return numberText(numberFormat(localesOf(context)).format(value), value);
};

/** Without the spaces between groups of digits, at which a voice may pause. */
export const numberText = (text: string, value: number): string =>
  Math.abs(value) < 1000 ? plainSpaces(text) : plainSpaces(text).replace(/(?<=\d) (?=\d)/g, '');
