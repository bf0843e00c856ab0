import type { Source } from '../../../../jsx-runtime/element.ts';
import type { Graph } from '../../../check/index.ts';

/** What was explored, and where its levels are. */
export interface Explored {
  /** None when somebody said no. */
  readonly graphs: readonly Graph[];
  /** The place in the author's files where each level was created, by its path, if the flows are in this process. */
  readonly places: ReadonlyMap<string, Source>;
}
