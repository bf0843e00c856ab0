import type { XmlElement } from '../document/read-xml.ts';
import type { Session } from '../engine/session.ts';
import type { Stimulus, StimulusName } from '../engine/input.ts';
import { prompt } from './prompt.ts';

/** The prompts of an ask, in order; gives what interrupted them. Keys that were to come early come now. */
export async function prompts(
  element: XmlElement,
  session: Session,
  interruptedBy: readonly StimulusName[],
): Promise<Stimulus | undefined> {
  const early = session.early.shift();
  const takeBack =
    early &&
    session.line.alarm(
      early.after,
      () => void session.line.deliver({ type: 'keys', keys: early.keys, by: 'ALeg' }),
    );
  for (const child of element.children) {
    const interruption = await prompt(child, session, interruptedBy);
    if (interruption !== undefined) {
      takeBack?.();
      return interruption;
    }
  }
  return undefined;
}
