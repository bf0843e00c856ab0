/**
 * Reads `--assume name=value`: behaviour that Plivo does not document.
 * @module
 */
import { didYouMean } from '../../../did-you-mean.ts';
import { assumptions, assumptionWords, type Assumptions } from '../../../phone/index.ts';
import { usageError } from '../../arguments.ts';

/**
 * Parses the values of `--assume`.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT`
 */
export function readAssumptions(written: readonly string[], usage: string): Partial<Assumptions> {
  const wrong = (problem: string) => usageError(problem, usage);
  const pairs = written.map((text) => {
    const [, name = '', value = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (!Object.hasOwn(assumptions, name)) {
      const guess = didYouMean(name, Object.keys(assumptions));
      const close = guess === undefined ? '' : `; did you mean ${guess}`;
      throw wrong(`--assume ${JSON.stringify(text)} names no assumption, as in ringSeconds=5${close}`);
    }
    const expected = assumptionWords[name];
    if (expected !== undefined) {
      if (!expected.includes(value)) throw wrong(`--assume ${name} takes ${expected.join(', ')}`);
      return [name, value] as const;
    }
    if (typeof assumptions[name as keyof Assumptions] === 'boolean') {
      if (value !== 'true' && value !== 'false') throw wrong(`--assume ${name} takes true or false`);
      return [name, value === 'true'] as const;
    }
    if (!/^\d+(\.\d+)?$/.test(value)) throw wrong(`--assume ${name} takes a number`);
    return [name, Number(value)] as const;
  });
  return Object.fromEntries(pairs) as Partial<Assumptions>;
}
