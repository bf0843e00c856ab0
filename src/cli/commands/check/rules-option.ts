/**
 * `--rules`: lists the rules, or selects some of them.
 * @module
 */
import { pageOf, rules, type Rule } from '../../../check/index.ts';
import type { PlivoJsxError } from '../../../errors.ts';

/** Gives `--rules` without a value an empty one, which asks for the list. */
export const withEmptyRules = (args: readonly string[]): readonly string[] =>
  args.map((arg, index) =>
    arg === '--rules' && (args[index + 1] ?? '-').startsWith('-') ? '--rules=' : arg,
  );

/**
 * The rules whose ids begin so: `R001,R2` is R001 and all rules of style.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT` for an id that is none
 */
export function selectedRules(written: string, wrong: (problem: string) => PlivoJsxError): readonly Rule[] {
  const ids = written.split(',').map((id) => id.trim().toUpperCase());
  const unknown = ids.find((id) => id === '' || !rules.some((rule) => rule.id.startsWith(id)));
  if (unknown !== undefined)
    throw wrong(
      `No rule is named ${JSON.stringify(unknown)}; --rules takes ids such as R001,R2, or lists them`,
    );
  return rules.filter((rule) => ids.some((id) => rule.id.startsWith(id)));
}

/** All rules, a line each. */
export function ruleLines(): readonly string[] {
  const width = Math.max(...rules.map(({ name }) => name.length));
  return [
    ...rules.map(
      ({ id, level, name, sentence }) => `${id}  ${level.padEnd(7)}  ${name.padEnd(width)}  ${sentence}`,
    ),
    '',
    `${pageOf()} shows a wrong and a right sample of each.`,
  ];
}
