/**
 * A flow as a person reads it: its name, and the path and the methods of each level.
 * @module
 */
import type { Flow } from './flow.ts';
import { methodsOf } from './level.ts';

/** One line for the flow and one for each level, indented by `indent`. */
export function flowLines(flow: Flow, indent = ''): string[] {
  const width = Math.max(...flow.levels.map(({ path }) => path.length));
  return [
    `${indent}flow ${flow.name}`,
    ...flow.levels.map((level) => {
      const methods = methodsOf(level).join(', ');
      const begins = level === flow.firstLevel ? '  (calls begin here)' : '';
      return `${indent}  ${level.path.padEnd(width)}  ${methods}${begins}`;
    }),
  ];
}
