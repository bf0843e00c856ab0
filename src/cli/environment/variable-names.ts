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
  'NODE_ENV',
  'NO_COLOR',
] as const;

/** One of them. */
export type VariableName = (typeof variableNames)[number];

/** The values of variables, such as `process.env`. */
export type Variables = { readonly [name: string]: string | undefined };

// Many programs have a name like PORT; one like METRICS_PORT is not there by chance.
const ownNames = variableNames.filter((name) => name.length >= 10);

const lettersOf = (name: string) => name.replaceAll(/[^a-z\d]/gi, '').toUpperCase();

const sameLetters = (name: string, names: readonly VariableName[]) =>
  names.find((each) => lettersOf(each) === lettersOf(name));

/** Which variable a name stands for: itself, or the one that its author probably meant. */
export function meantBy(name: string): VariableName | undefined {
  const exact = variableNames.find((each) => each === name);
  if (exact !== undefined) return exact;
  const same = sameLetters(name, ownNames);
  if (same !== undefined) return same;
  if (['PLIVO', 'TOKEN'].every((word) => lettersOf(name).includes(word))) return 'PLIVO_AUTH_TOKEN';
  return didYouMean(name, ownNames, 2) as VariableName | undefined;
}

/**
 * Sentences about names that are nearly ours, for a server.
 *
 * @param inFile names that stand in `.env`, where a `port` is hardly another program's
 * @throws {@link PlivoJsxError} `E_VARIABLE` when the token seems to be misspelt, and nothing says that there is none
 */
export function checkNames(variables: Variables, inFile: ReadonlySet<string>): readonly string[] {
  const warnings: string[] = [];
  for (const [name, value] of Object.entries(variables)) {
    const meant = meantBy(name) ?? (inFile.has(name) ? sameLetters(name, variableNames) : undefined);
    // What has a value of its own was hardly misspelt. Windows knows a name in any case.
    if (!value || meant === undefined || meant === name || variables[meant]) continue;
    const isOpen = meant === 'PLIVO_AUTH_TOKEN' && variables[meant] === undefined;
    if (isOpen && variables['ALLOW_UNSIGNED'] !== '1') throw misspeltToken(name);
    warnings.push(`${name} is not read. Did you mean ${meant}?`);
  }
  return warnings;
}

const misspeltToken = (variable: string) =>
  new PlivoJsxError('E_VARIABLE', {
    variable,
    problem: 'is not read, and PLIVO_AUTH_TOKEN is not set: anyone could pose as Plivo',
    suggestion: 'rename it to PLIVO_AUTH_TOKEN, or add an empty PLIVO_AUTH_TOKEN= to do without a token',
  });
