/**
 * The names of all variables that plivo-jsx reads, and names that were probably meant to be one of them.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { didYouMean } from '../../did-you-mean.ts';

/** In the order of docs/reference/environment.md. */
export const variableNames = [
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'PLIVO_AUTH_ID',
  'PLIVO_AUTH_TOKEN',
  'PLIVO_NUMBER',
  'PLIVO_API_URL',
  'ALLOW_UNSIGNED',
  'METRICS_PORT',
  'METRICS_HOST',
  'REDIS_URL',
  'NODE_ENV',
  'NO_COLOR',
] as const;

/** A variable that plivo-jsx reads. */
export type VariableName = (typeof variableNames)[number];

/** The values of variables, such as `process.env`. */
export type Variables = { readonly [name: string]: string | undefined };

// Other programs read names like PORT, too. A name like METRICS_PORT is meant for plivo-jsx.
const ownNames = variableNames.filter((name) => name.length >= 10);

const lettersOf = (name: string) => name.replaceAll(/[^a-z\d]/gi, '').toUpperCase();

const sameLetters = (name: string, names: readonly VariableName[]) =>
  names.find((each) => lettersOf(each) === lettersOf(name));

/** The variable that a name is, or was probably meant to be. */
export function intendedName(name: string): VariableName | undefined {
  const exact = variableNames.find((each) => each === name);
  if (exact !== undefined) return exact;
  const same = sameLetters(name, ownNames);
  if (same !== undefined) return same;
  if (['PLIVO', 'TOKEN'].every((word) => lettersOf(name).includes(word))) return 'PLIVO_AUTH_TOKEN';
  return didYouMean(name, ownNames, 2) as VariableName | undefined;
}

/**
 * Warnings about names that are probably misspelled.
 *
 * @param inFile names in `.env`, where a `port` is unlikely to be for another program
 * @throws {@link PlivoJsxError} `E_VARIABLE` when the name of the token is probably misspelled, and no variable says that there is no token
 */
export function checkNames(variables: Variables, inFile: ReadonlySet<string>): readonly string[] {
  const warnings: string[] = [];
  for (const [name, value] of Object.entries(variables)) {
    const meant = intendedName(name) ?? (inFile.has(name) ? sameLetters(name, variableNames) : undefined);
    // When the right name is set, too, the other one is not a mistake. On Windows the case of a name does not matter.
    if (!value || meant === undefined || meant === name || variables[meant]) continue;
    const isOpen = meant === 'PLIVO_AUTH_TOKEN' && variables[meant] === undefined;
    if (isOpen && variables['ALLOW_UNSIGNED'] !== '1') throw misspelledToken(name);
    warnings.push(`${name} is not read. Did you mean ${meant}?`);
  }
  return warnings;
}

const misspelledToken = (variable: string) =>
  new PlivoJsxError('E_VARIABLE', {
    variable,
    problem: 'is not read, and PLIVO_AUTH_TOKEN is not set: anyone could pose as Plivo',
    suggestion: 'rename it to PLIVO_AUTH_TOKEN, or add an empty PLIVO_AUTH_TOKEN= to use no token',
  });
