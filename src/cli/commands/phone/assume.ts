/**
 * Reads `--assume name=value`: behaviour that Plivo does not document.
 * @module
 */
import type { Assumptions } from '../../../phone/index.ts';
import { assumptionProblem, assumptionValue } from '../../../phone/engine/check-assumption.ts';
import { usageError } from '../../arguments.ts';

/**
 * Parses the values of `--assume`.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT`
 */
export function readAssumptions(written: readonly string[], usage: string): Partial<Assumptions> {
  const pairs = written.map((text) => {
    const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (name === undefined || value === undefined)
      throw usageError(
        `--assume ${JSON.stringify(text)} is not of the form name=value, as in ringSeconds=5`,
        usage,
      );
    const read = assumptionValue(value);
    const wrong = assumptionProblem(name, read);
    if (wrong !== undefined)
      throw usageError(`--assume ${name} ${wrong.problem}; ${wrong.suggestion}`, usage);
    return [name, read] as const;
  });
  return Object.fromEntries(pairs) as Partial<Assumptions>;
}
