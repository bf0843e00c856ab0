/**
 * What is wrong with a flow, and the rules that find it.
 * @module
 */
import type { Graph } from './graph.ts';

/** `error`: a caller is stranded, or a call breaks; `warning`: something is likely wrong; `style`: callers would like it better. */
export type RuleLevel = 'error' | 'warning' | 'style';

/** What a rule says of one place. */
export interface Finding {
  /** The node at which it is; missing when the first document already failed. */
  readonly node?: number;
  /** The path of the level that it is about, unless it is that of the node. */
  readonly path?: string;
  /** The edge that shows it, if there is one. */
  readonly edge?: number;
  /** What is wrong, as a sentence. */
  readonly sentence: string;
  /** One thing to do. */
  readonly fix: string;
  /** What `plivo-jsx phone <url> --script "…"` shows it with. */
  readonly script: string;
}

/** What some rules compare with. */
export interface RuleLimits {
  /** The most seconds that a prompt may take, by the estimate of the phone. Default: 12. */
  readonly promptSeconds: number;
}

/** A rule: it has a number that stays the same, and a page in the reference. */
export interface Rule {
  /** Such as `R001`. */
  readonly id: string;
  /** A few words with hyphens, such as `endless-silence`. */
  readonly name: string;
  readonly level: RuleLevel;
  /** What is wrong, as a sentence about any flow. */
  readonly sentence: string;
  /** Why that matters to callers, or what Plivo does then. */
  readonly why: string;
  check(graph: Graph, limits: RuleLimits): readonly Finding[];
}

/**
 * Where a rule is explained, in the package.
 *
 * @param rule Default: the page of all rules.
 * @example
 * ```ts
 * import { pageOf, rules } from 'plivo-jsx/check';
 *
 * for (const rule of rules) console.log(rule.id, pageOf(rule));
 * ```
 */
export const pageOf = (rule?: Pick<Rule, 'id' | 'name'>): string =>
  `docs/reference/rules.md${rule === undefined ? '' : `#${rule.id.toLowerCase()}-${rule.name}`}`;

/** A finding, and the rule that found it. */
export interface Found extends Finding {
  readonly rule: Pick<Rule, 'id' | 'name' | 'level'>;
}
