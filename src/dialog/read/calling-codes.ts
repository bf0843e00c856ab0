/**
 * How national numbers are written: the number of their digits without the trunk prefix, and that prefix.
 *
 * Source: the numbering plans at https://www.itu.int/oth/T0202.aspx
 * @module
 */

/** The national numbers of a country. */
export interface NationalNumbers {
  /** The least and the largest number of digits. */
  readonly digits: readonly [min: number, max: number];
  /** What is dialled before a number inside the country, and is no part of it. Default: none. */
  readonly trunk?: string;
}

/** By calling code. Other countries have the limits of E.164, and no prefix is removed. */
export const nationalNumbers: { readonly [code: string]: NationalNumbers } = {
  '1': { digits: [10, 10], trunk: '1' },
  '7': { digits: [10, 10], trunk: '8' },
  '27': { digits: [9, 9], trunk: '0' },
  '31': { digits: [9, 9], trunk: '0' },
  '32': { digits: [8, 9], trunk: '0' },
  '33': { digits: [9, 9], trunk: '0' },
  '34': { digits: [9, 9] },
  // In Italy the zero is a part of the number.
  '39': { digits: [6, 11] },
  '41': { digits: [9, 9], trunk: '0' },
  '43': { digits: [5, 13], trunk: '0' },
  '44': { digits: [9, 10], trunk: '0' },
  '45': { digits: [8, 8] },
  '46': { digits: [7, 10], trunk: '0' },
  '47': { digits: [8, 8] },
  '48': { digits: [9, 9] },
  '49': { digits: [5, 13], trunk: '0' },
  '51': { digits: [8, 9], trunk: '0' },
  '52': { digits: [10, 10] },
  '54': { digits: [10, 11], trunk: '0' },
  '55': { digits: [10, 11], trunk: '0' },
  '56': { digits: [9, 9] },
  '57': { digits: [10, 10] },
  '61': { digits: [9, 9], trunk: '0' },
  '64': { digits: [8, 10], trunk: '0' },
  '91': { digits: [10, 10], trunk: '0' },
  '351': { digits: [9, 9] },
  '353': { digits: [7, 9], trunk: '0' },
};
