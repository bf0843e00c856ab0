/**
 * `<SayAmount>`.
 * @module
 */
import type { Node } from '../../../jsx-runtime/element.ts';
import type { Context } from '../../render/context.ts';
import { numberFormat } from './formats.ts';
import { numberText } from './say-number.ts';
import { localesOf, notSpoken } from './spoken-value.ts';

/** The props of {@link SayAmount}. */
export interface SayAmountProps {
  /** The amount in units of the currency, such as `12.5`. */
  readonly value: number;
  /** The code of the currency, such as `EUR`; see ISO 4217. */
  readonly currency: string;
}

/**
 * Says an amount of money in the language of the call: `12.50 euros`, `12,50 euros` in Spanish, `12 euros` when it is whole. The
 * currency is a word: how a voice reads `US$` or `₹` is not known.
 *
 * @throws {@link RenderError} with `E_SPOKEN` when the value is no finite number, or the currency is no code
 * @example
 * ```tsx
 * import { Say, SayAmount } from 'plivo-jsx';
 *
 * const balance = (
 *   <Say>
 *     You owe <SayAmount value={12.5} currency="EUR" />.
 *   </Say>
 * );
 * ```
 */
export const SayAmount = ({ value, currency }: SayAmountProps, context: Context): Node => {
  if (!Number.isFinite(value) || !/^[a-z]{3}$/i.test(currency))
    throw notSpoken(
      'SayAmount',
      'a finite number and a currency',
      '<SayAmount value={12.5} currency="EUR" />',
    );
  const format = numberFormat(localesOf(context), {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return numberText(format.format(value), value);
};
