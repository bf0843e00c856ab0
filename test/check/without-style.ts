import { rules } from '../../src/check/index.ts';

/** The rules of errors and warnings; those of style have tests of their own. */
export const withoutStyle = rules.filter(({ level }) => level !== 'style');
