/**
 * The formats of `Intl`. Making one takes much longer than using it, so they are kept.
 * @module
 */

// Voices read these digits in every language; they are those of Hindi, too, unless one asks for others.
const numberingSystem = 'latn';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** The format of numbers for a list of languages. */
export const numberFormat = (
  locales: readonly string[],
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat =>
  kept(numbers, locales, options, () => new Intl.NumberFormat([...locales], { ...options, numberingSystem }));

/** The format of dates and times for a list of languages. */
export const dateFormat = (
  locales: readonly string[],
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat =>
  kept(dates, locales, options, () => new Intl.DateTimeFormat([...locales], { ...options, numberingSystem }));

/** The most formats that are kept; currencies and zones may come from data. */
const most = 200;

function kept<F>(formats: Map<string, F>, locales: readonly string[], options: object, make: () => F): F {
  const key = JSON.stringify([locales, options]);
  let format = formats.get(key);
  if (format === undefined) {
    format = make();
    if (formats.size === most) formats.clear();
    formats.set(key, format);
  }
  return format;
}
