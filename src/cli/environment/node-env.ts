/**
 * Values of `NODE_ENV` that were probably meant to be `production`.
 * @module
 */
import { didYouMean } from '../../did-you-mean.ts';
import type { Variables } from './variable-names.ts';

const production = 'production';

/** A warning about a `NODE_ENV` that is nearly `production`: any other value means development. */
export function checkNodeEnv(variables: Variables): readonly string[] {
  const value = variables['NODE_ENV']?.trim() ?? '';
  const word = value.toLowerCase();
  const isAbbreviated = word.length >= 3 && production.startsWith(word);
  const isMeant = isAbbreviated || word === 'prd' || didYouMean(word, [production], 2) !== undefined;
  if (value === production || !isMeant) return [];
  return [`NODE_ENV is ${JSON.stringify(value)}, which means development. Did you mean "${production}"?`];
}
