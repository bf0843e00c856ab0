/**
 * Explores everything that a caller can do with a flow, and finds where it strands them.
 * @module
 */
export { explore } from './explore.ts';
export { limitsOf, type ExploreOptions, type Limits, type Progress } from './options.ts';
export type { ExploredCallOptions } from './settings.ts';
export { check } from './check.ts';
export { describeFinding } from './describe-finding.ts';
export { flowSnapshot, type SnapshotOptions } from './snapshot/flow-snapshot.ts';
export { coverageOf, takenEdges, type Coverage, type Link } from './links/coverage.ts';
export { takenBy, type TakenLink } from './links/taken.ts';
export type { Place } from './links/place.ts';
export { rules } from './rules/index.ts';
export type { Finding, Found, Rule, RuleLevel } from './finding.ts';
export type {
  Carried,
  Does,
  Edge,
  End,
  Graph,
  GraphRequest,
  Node,
  Notice,
  Pause,
  Target,
  Warning,
} from './graph.ts';
