import type { Found, Rule, RuleLimits } from './finding.ts';
import type { Graph } from './graph.ts';
import { rules } from './rules/index.ts';
import { reasonFor } from './switched-off.ts';

const levels: readonly Rule['level'][] = ['error', 'warning', 'style'];

/** What some rules compare with; each has a default. */
type Limits = { readonly [Name in keyof RuleLimits]?: RuleLimits[Name] | undefined };

/**
 * Applies rules to what was explored. What is switched off is left out, see {@link switchedOff}.
 *
 * @param by the rules to apply. Default: all.
 * @param limits what some rules compare with. Default: 12 seconds for a prompt.
 * @returns errors first; those of one rule by the length of their scripts
 * @example
 * ```ts
 * import { check, explore } from 'plivo-jsx/check';
 *
 * for (const { rule, sentence, script } of check(await explore('http://localhost:5000/ivr')))
 *   console.log(rule.id, sentence, script);
 * ```
 */
export function check(graph: Graph, by: readonly Rule[] = rules, limits: Limits = {}): readonly Found[] {
  return foundBy(graph, by, limits).filter((found) => reasonFor(graph, found) === undefined);
}

/** A finding of a rule that is switched off, and why it is. */
export interface FoundOff extends Found {
  readonly reason: string;
}

/**
 * The findings that {@link check} leaves out, since their rules are switched off for their levels.
 *
 * @param by the rules to apply. Default: all.
 * @param limits what some rules compare with. Default: 12 seconds for a prompt.
 * @example
 * ```ts
 * import { explore, switchedOff } from 'plivo-jsx/check';
 *
 * const off = [{ rule: 'R106', path: '/ivr', reason: 'The desk rings until somebody answers.' }];
 * for (const { rule, reason } of switchedOff(await explore('http://localhost:5000/ivr', { off })))
 *   console.log(rule.id, reason);
 * ```
 */
export function switchedOff(
  graph: Graph,
  by: readonly Rule[] = rules,
  limits: Limits = {},
): readonly FoundOff[] {
  return foundBy(graph, by, limits).flatMap((found) => {
    const reason = reasonFor(graph, found);
    return reason === undefined ? [] : [{ ...found, reason }];
  });
}

function foundBy(graph: Graph, by: readonly Rule[], limits: Limits): readonly Found[] {
  return [...by]
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
    .flatMap((rule) => {
      const { id, name, level } = rule;
      // What is said of several states of one level is said once, with the shortest script.
      const said = new Set<string>();
      return rule
        .check(graph, { promptSeconds: limits.promptSeconds ?? 12 })
        .filter(({ sentence }) => said.size < said.add(sentence).size)
        .map((finding): Found => ({ ...finding, rule: { id, name, level } }));
    });
}
