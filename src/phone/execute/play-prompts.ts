import type { XmlElement } from '../document/read-xml.ts';
import type { InputRules } from '../engine/call-state.ts';
import type { Session } from '../engine/session.ts';
import { playPrompt, type PromptInput } from './play-prompt.ts';

/** Plays the prompts of an element that asks, in order, and returns the input that interrupted them. Early keys are pressed now. */
export async function playPrompts(
  element: XmlElement,
  session: Session,
  interruptedBy: InputRules,
): Promise<PromptInput | undefined> {
  const early = session.earlyKeys.shift();
  const cancel =
    early &&
    session.clock.schedule(early.after, () =>
      session.clock.deliver({ type: 'keys', keys: early.keys, by: 'ALeg' }),
    );
  for (const child of element.children) {
    const interruption = await playPrompt(child, session, interruptedBy);
    if (interruption !== undefined) {
      cancel?.();
      return interruption;
    }
  }
  return undefined;
}
