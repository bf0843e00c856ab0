/**
 * Explores everything that a caller can do with a flow, and finds where it strands them.
 * @module
 */
export { explore } from './explore.ts';
export { limitsOf, type ExploreOptions, type Limits, type Progress } from './options.ts';
export type { ExploredCallOptions } from './settings.ts';
export { check, switchedOff, type FoundOff } from './check.ts';
export { describeFinding } from './describe-finding.ts';
export { flowSnapshot, type SnapshotOptions } from './snapshot/flow-snapshot.ts';
export { coverageOf, takenEdges, type Coverage, type Link } from './links/coverage.ts';
export { takenBy, type TakenLink } from './links/taken.ts';
export type { Place } from './links/place.ts';
export { rules } from './rules/index.ts';
export { pageOf, type Finding, type Found, type Rule, type RuleLevel, type RuleLimits } from './finding.ts';
export { mapOf } from './map/map-of.ts';
export { toDot } from './map/dot.ts';
export { toMermaid } from './map/mermaid.ts';
export { toSvg } from './map/svg.ts';
export { readMap, toJson } from './map/json.ts';
export { coverageChanges } from './map/coverage-changes.ts';
export { compareMaps, type ArrowDiff, type BoxDiff, type MapDiff } from './map/compare.ts';
export type { Arrow, Box, FlowMap, FoundRule, Goal } from './map/flow-map.ts';
export type { Change, Changes, Shade } from './map/drawing.ts';
export type {
  Carried,
  Does,
  Edge,
  End,
  Graph,
  GraphLevel,
  GraphRequest,
  NeverRuns,
  Node,
  Notice,
  Pause,
  SpokenText,
  SwitchedOff,
  Target,
  Warning,
} from './graph.ts';
