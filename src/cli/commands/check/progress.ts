import type { Progress } from '../../../check/index.ts';
import type { TextOutput } from '../../io.ts';

/** The least time between two writes, in milliseconds. */
const pace = 100;

/** Shows the progress of an exploration in one line of a terminal; elsewhere it shows nothing. */
export function progressOn(output: TextOutput): {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
} {
  if (output.isTTY !== true) return { show: () => {}, clear: () => {} };
  let last = 0;
  return {
    show({ states, requests, waiting }) {
      const now = performance.now();
      if (now - last < pace) return;
      last = now;
      output.write(`\r\u001B[K${states} states, ${requests} requests, ${waiting} to come`);
    },
    clear: () => void output.write('\r\u001B[K'),
  };
}
