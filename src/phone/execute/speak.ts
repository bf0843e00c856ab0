import type { Executor } from './executor.ts';
import { prompt } from './prompt.ts';

/** Says a text, or plays a file: to its end, whatever the caller presses. */
export const speak: Executor = async (element, session) => {
  await prompt(element, session);
};
