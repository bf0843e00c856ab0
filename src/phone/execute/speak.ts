import type { Executor } from './executor.ts';
import { playPrompt } from './play-prompt.ts';

/** Speaks a text or plays a file to its end. Outside of an element that asks, keys do not interrupt it. */
export const speak: Executor = async (element, session) => {
  await playPrompt(element, session);
};
